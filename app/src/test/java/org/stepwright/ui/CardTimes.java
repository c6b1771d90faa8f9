package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.trace.Step;
import org.stepwright.ui.prose.Prose;
import org.stepwright.work.Progress;
import org.testfx.util.WaitForAsyncUtils;

/** How long the UI thread takes to draw the steps of real traces and hostile ones. */
public final class CardTimes {
    private static final int WIDTH = 680;

    private CardTimes() {}

    /**
     * @param args files to import
     */
    public static void main(String[] args) throws IOException {
        Path work = Files.createTempDirectory("stepwright");
        List<String> texts = new ArrayList<>();
        try (Workspace workspace = Workspace.create(work.resolve("times.stepwright"))) {
            new Importer(workspace)
                    .run(Arrays.stream(args).map(Path::of).toList(), "auto", Progress.NONE);
            workspace
                    .traces()
                    .forEach(
                            TraceFilter.ALL,
                            t -> t.trace().steps().stream().map(Step::text).forEach(texts::add));
        }
        try (TestWindow window = TestWindow.open(work, null, "light", 1280, 800)) {
            Prose prose = new Prose();
            prose.warmUp();
            WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
            measure(window, prose, "first pass, formulas not known", texts);
            measure(window, prose, "second pass, formulas known", texts);
            for (List<String> hostile :
                    List.of(
                            List.of("10,000 letters", "x".repeat(10_000)),
                            List.of("10,000 words", "word ".repeat(2_000)),
                            List.of("dollars", "$".repeat(10_000)),
                            List.of("formulas", "$x^2$ ".repeat(1_600)),
                            List.of("fractions", "$\\frac{1}{2}$ ".repeat(700)),
                            List.of("quotes", ">".repeat(10_000)),
                            List.of("stars", "*a ".repeat(3_300)),
                            List.of("macros", "$\\newcommand{\\a}{\\a\\a}\\a$ ".repeat(300)),
                            List.of(
                                    "table",
                                    "|a".repeat(40)
                                            + "\n"
                                            + "|-".repeat(40)
                                            + "\n"
                                            + ("|1".repeat(40) + "\n").repeat(100)))) {
                measure(window, prose, hostile.get(0), List.of(hostile.get(1)));
            }
        }
        System.exit(0);
    }

    private static void measure(TestWindow window, Prose prose, String what, List<String> texts) {
        List<Double> made = new ArrayList<>();
        List<Double> laid = new ArrayList<>();
        for (String text : texts) {
            window.fx(
                    () -> {
                        VBox box = (VBox) window.stage().getScene().getRoot().lookup("#card-times");
                        if (box == null) {
                            box = new VBox();
                            box.setId("card-times");
                            box.setPrefWidth(WIDTH);
                            box.setMaxWidth(WIDTH);
                            box.getStylesheets()
                                    .add(
                                            CardTimes.class
                                                    .getResource(
                                                            "/org/stepwright/assets/styles/label-cards.css")
                                                    .toExternalForm());
                            ((javafx.scene.layout.Pane) window.stage().getScene().getRoot())
                                    .getChildren()
                                    .add(box);
                        }
                        long start = System.nanoTime();
                        box.getChildren()
                                .setAll(
                                        prose.node(
                                                text.substring(
                                                        0, Math.min(text.length(), 10_000))));
                        long middle = System.nanoTime();
                        Scene scene = window.stage().getScene();
                        box.applyCss();
                        box.resize(WIDTH, box.prefHeight(WIDTH));
                        box.layout();
                        made.add((middle - start) / 1e6);
                        laid.add((System.nanoTime() - middle) / 1e6);
                        box.getChildren().clear();
                        return scene;
                    });
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %6d texts   made %s   styled and laid out %s%n",
                what,
                texts.size(),
                shares(made),
                shares(laid));
    }

    private static String shares(List<Double> times) {
        Collections.sort(times);
        return String.format(
                Locale.ROOT,
                "p50 %.2f p99 %.2f max %.2f ms",
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.99)),
                times.get(times.size() - 1));
    }
}
