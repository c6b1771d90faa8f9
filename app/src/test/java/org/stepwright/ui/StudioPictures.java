package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.app.Templates;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceSummary;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.kit.Command;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of the Rubrics screen at work: lint at the field, differences, carrying labels over,
 * try-out, templates, drafting; light and dark, in two sizes. The labels are made here.
 */
public final class StudioPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final int SETTLE_MILLIS = 900;
    private static final String RUBRIC = "refund-decision";
    private static final String RENAMED = "amount-complete";
    private static final String RESCALED = "plain-words";

    private StudioPictures() {}

    /**
     * @param args the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), workspace(work), "light", 1280, 800)) {
            window.show("rubrics");
            settle();
            window.keys(KeyCode.F8);
            shoot(window, out, "rubrics-lint");
            page(window, out, "rubrics-diff", "Compare versions", () -> {});
            page(
                    window,
                    out,
                    "rubrics-migration",
                    "Carry labels over",
                    () -> {
                        TableView<?> moves = (TableView<?>) window.node("move-table");
                        moves.getSelectionModel().selectLast();
                    });
            page(
                    window,
                    out,
                    "rubrics-tryout",
                    "Try out",
                    () -> ((Button) window.node("tryout-run")).fire());
            page(window, out, "rubrics-templates", "From a template", () -> {});
            page(window, out, "rubrics-drafting", "Draft from", () -> {});
        }
        System.exit(0);
    }

    private static Path workspace(Path folder) {
        Path file = folder.resolve("refunds.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, folder);
            Rubric first = new RubricYaml().read(new Templates().yaml(RUBRIC));
            workspace.rubrics().saveDraft(first);
            RubricVersion version = workspace.rubrics().publish(RUBRIC, "Bundled template");
            label(workspace, version);
            workspace.rubrics().saveDraft(second(first));
            workspace.rubrics().publish(RUBRIC, "Amounts by clause, tone in five levels");
            workspace.rubrics().saveDraft(unfinished(second(first)));
        }
        return file;
    }

    private static void label(Workspace workspace, RubricVersion version) {
        List<StepLabel> labels = new ArrayList<>();
        List<TraceSummary> traces = workspace.traces().page(TraceFilter.ALL, "ana", 0, 40);
        for (int trace = 0; trace < 40; trace++) {
            String id = traces.get(trace).id();
            int steps = traces.get(trace).steps();
            for (int step = 0; step < steps; step++) {
                labels.add(
                        new StepLabel(
                                id,
                                step,
                                0,
                                Verdict.CORRECT,
                                List.of(
                                        new Rating(RENAMED, trace % 3 - 1),
                                        new Rating(RESCALED, 1 + trace % 3)),
                                List.of(),
                                false,
                                false,
                                "",
                                "ana",
                                Instant.parse("2026-11-20T09:00:00Z"),
                                version.key(),
                                LabelSource.HUMAN));
            }
        }
        labels.forEach(label -> workspace.labels().put(label).join());
    }

    /** One criterion has another id, one another scale, and one is new. */
    private static Rubric second(Rubric first) {
        Rubric renamed =
                with(first, RENAMED, c -> copy(c, "amount-by-clause", c.title(), c.scale(), c));
        Rubric rescaled =
                with(renamed, RESCALED, c -> copy(c, c.id(), c.title(), fiveLevels(c.scale()), c));
        Stage last = rescaled.stages().get(rescaled.stages().size() - 1);
        Criterion more =
                new Criterion(
                        "next-step-told",
                        "Tells what happens next",
                        "The customer has to know when the money comes, or what to send in.",
                        Scale.binary(),
                        1,
                        false,
                        Criterion.Judged.VERIFIABLE,
                        null);
        List<Criterion> criteria = new ArrayList<>(last.criteria());
        criteria.add(more);
        return withStages(rescaled, s -> s.id().equals(last.id()) ? withCriteria(s, criteria) : s);
    }

    /** Style has grown too heavy and a title asks two things. */
    private static Rubric unfinished(Rubric rubric) {
        Rubric heavy =
                with(
                        rubric,
                        "next-step-told",
                        c ->
                                copy(
                                        c,
                                        c.id(),
                                        "Tells what happens next, clear and polite",
                                        c.scale(),
                                        c));
        return with(
                heavy,
                "decision-follows",
                c ->
                        new Criterion(
                                c.id(),
                                c.title(),
                                "Read the clause that was found, then the decision, and compare.",
                                c.scale(),
                                c.weight(),
                                c.gate(),
                                c.judged(),
                                c.verifier()));
    }

    private static Scale fiveLevels(Scale three) {
        List<Scale.Level> levels = new ArrayList<>();
        for (Scale.Level level : three.levels()) {
            levels.add(
                    new Scale.Level(
                            2 * level.value() - 1, level.name(), level.anchor(), level.example()));
        }
        return new Scale(Scale.Kind.LIKERT, 1, 5, levels);
    }

    private static Criterion copy(Criterion c, String id, String title, Scale scale, Criterion of) {
        return new Criterion(
                id,
                title,
                of.guidance(),
                scale,
                of.weight(),
                of.gate(),
                of.judged(),
                of.verifier());
    }

    private static Rubric with(Rubric r, String id, UnaryOperator<Criterion> change) {
        return withStages(
                r,
                s ->
                        withCriteria(
                                s,
                                s.criteria().stream()
                                        .map(c -> c.id().equals(id) ? change.apply(c) : c)
                                        .toList()));
    }

    private static Stage withCriteria(Stage s, List<Criterion> criteria) {
        return new Stage(
                s.id(),
                s.title(),
                s.description(),
                s.required(),
                s.repeatable(),
                s.match(),
                criteria);
    }

    private static Rubric withStages(Rubric r, UnaryOperator<Stage> change) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                r.stages().stream().map(change).toList(),
                r.everyStep(),
                r.aggregation(),
                r.errorKinds());
    }

    /** Opens a page by its command, as the search field does, and comes back. */
    private static void page(
            TestWindow window, Path out, String name, String command, Runnable work)
            throws IOException {
        window.fx(
                () -> {
                    Command chosen =
                            window.shell().current().commands().stream()
                                    .filter(c -> c.title().startsWith(command))
                                    .findFirst()
                                    .orElseThrow();
                    chosen.action().run();
                    return null;
                });
        settle();
        window.fx(
                () -> {
                    work.run();
                    return null;
                });
        settle();
        shoot(window, out, name);
        window.keys(KeyCode.ESCAPE);
        settle();
    }

    private static void shoot(TestWindow window, Path out, String name) throws IOException {
        for (String theme : List.of("light", "dark")) {
            for (int[] size : SIZES) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            window.size(size[0], size[1]);
                            return null;
                        });
                settle();
                WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
                Path file =
                        out.resolve(name + "-" + theme + "-" + size[0] + "x" + size[1] + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
                System.out.println(file);
            }
        }
    }

    /** Pages load in the background; a picture has no event to wait for. */
    private static void settle() {
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
