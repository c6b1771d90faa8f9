package org.stepwright.ui.rubrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceSummary;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.PageHost;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.rubrics.drafting.DraftServer;
import org.stepwright.ui.rubrics.drafting.DraftingView;
import org.stepwright.ui.rubrics.drafting.ExamplesView;
import org.stepwright.ui.rubrics.gallery.GalleryView;
import org.stepwright.ui.rubrics.tryout.TryItBox;
import org.stepwright.ui.rubrics.tryout.TryOutView;
import org.stepwright.ui.rubrics.versions.DiffView;
import org.stepwright.ui.rubrics.versions.MigrationView;
import org.stepwright.ui.shell.ScreenList;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the pages of the Rubrics screen, light and dark, in two sizes. */
public final class PanelShots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

    private PanelShots() {}

    /**
     * @param args the folder for the pictures, a workspace with traces, the id of a rubric in it
     *     that has a draft and a version
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        AtomicReference<PageHost> host = new AtomicReference<>();
        List<ScreenFactory> screens = new ArrayList<>(ScreenList.all());
        screens.set(1, PageHost.factory(host));
        Path config = Files.createTempDirectory("stepwright");
        try (TestWindow window =
                TestWindow.open(config, Path.of(args[1]), "light", 1280, 800, screens)) {
            window.show("rubrics");
            Workspace workspace = window.shell().workspace();
            Rubric draft = workspace.rubrics().draft(args[2]).orElseThrow();
            label(workspace, args[2], draft);
            List<RubricVersion> versions = workspace.rubrics().versions(args[2]);
            Rubric first = versions.get(0).rubric();
            Criterion decided =
                    draft.criteria().stream()
                            .filter(c -> c.automatic().isPresent())
                            .findFirst()
                            .orElseThrow();
            shoot(
                    window,
                    host,
                    out,
                    "diff",
                    c -> new DiffView(c, () -> versions, () -> draft),
                    KeyCode.F7);
            shoot(window, host, out, "tryit", c -> new BoxPage(c, draft, decided.id()));
            shoot(window, host, out, "migration", c -> new MigrationView(c, () -> versions));
            shoot(window, host, out, "tryout", c -> new TryOutView(c, () -> draft), KeyCode.ENTER);
            shoot(window, host, out, "gallery", c -> new GalleryView(c, r -> {}));
            shoot(
                    window,
                    host,
                    out,
                    "drafting-none",
                    c -> new DraftingView(c, () -> null, r -> {}, r -> {}));
            try (DraftServer server = new DraftServer(DraftServer.RUBRIC)) {
                window.app().settings().update(s -> s.withConnection(server.connection()));
                shoot(
                        window,
                        host,
                        out,
                        "drafting",
                        c -> {
                            DraftingView view = new DraftingView(c, () -> first, r -> {}, r -> {});
                            ((TextArea) view.node().lookup("#drafting-description"))
                                    .setText("A shop's agent decides on refunds by the receipt.");
                            return view;
                        },
                        KeyCode.TAB,
                        KeyCode.TAB,
                        KeyCode.ENTER);
                shoot(
                        window,
                        host,
                        out,
                        "examples",
                        c -> {
                            ExamplesView view = new ExamplesView(c, () -> first, r -> {});
                            view.choose(first.criteria().get(1).id());
                            return view;
                        });
            }
        }
        System.exit(0);
    }

    /** Ratings under the first version, and the draft as the second one, to carry them over to. */
    private static void label(Workspace workspace, String rubric, Rubric draft) {
        if (workspace.rubrics().versions(rubric).size() > 1) {
            return;
        }
        RubricVersion version = workspace.rubrics().versions(rubric).get(0);
        List<Criterion> criteria = version.rubric().everyStep();
        for (TraceSummary trace : workspace.traces().page(TraceFilter.ALL, "ana", 0, 40)) {
            for (int step = 0; step < Math.min(4, trace.steps()); step++) {
                int place = step;
                List<Rating> ratings =
                        criteria.stream()
                                .map(
                                        c ->
                                                new Rating(
                                                        c.id(),
                                                        place % 2 == 0
                                                                ? c.scale().max()
                                                                : c.scale().min()))
                                .toList();
                StepLabel verdict =
                        StepLabel.verdict(
                                trace.id(),
                                step,
                                Verdict.CORRECT,
                                "ana",
                                Instant.now(),
                                LabelSource.HUMAN);
                workspace
                        .labels()
                        .put(
                                new StepLabel(
                                        trace.id(),
                                        step,
                                        0,
                                        verdict.verdict(),
                                        ratings,
                                        List.of(),
                                        false,
                                        false,
                                        "",
                                        "ana",
                                        verdict.at(),
                                        version.key(),
                                        LabelSource.HUMAN))
                        .join();
            }
        }
        workspace.rubrics().publish(rubric, "Second");
    }

    /** A page with nothing but the box of a verifier. */
    private static final class BoxPage implements SubPage {
        private final TryItBox box;
        private final VBox root;

        BoxPage(ScreenContext context, Rubric rubric, String criterion) {
            box = new TryItBox(context, () -> rubric, criterion);
            root = new VBox(box.node());
            root.setMaxWidth(720);
            root.setPadding(new javafx.geometry.Insets(20));
        }

        @Override
        public String title() {
            return "Box";
        }

        @Override
        public Node node() {
            return root;
        }

        @Override
        public void shown() {
            box.refresh();
        }
    }

    private static void shoot(
            TestWindow window,
            AtomicReference<PageHost> host,
            Path out,
            String name,
            Function<ScreenContext, SubPage> page,
            KeyCode... keys)
            throws IOException {
        window.fx(() -> host.get().open(page));
        WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS);
        for (KeyCode key : keys) {
            window.keys(key);
            WaitForAsyncUtils.sleep(4000, TimeUnit.MILLISECONDS);
        }
        for (String theme : List.of("light", "dark")) {
            for (int[] size : SIZES) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            window.size(size[0], size[1]);
                            return null;
                        });
                WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS);
                WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
                Path file = out.resolve(name + "-" + theme + "-" + size[0] + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
        window.fx(
                () -> {
                    host.get().pages().back();
                    return null;
                });
    }
}
