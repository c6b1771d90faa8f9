package org.stepwright.ui.rubrics.drafting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of drafting, light and dark, in two sizes. */
public final class DraftingShots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

    private final TestWindow window;
    private final Path out;

    private DraftingShots(TestWindow window, Path out) {
        this.window = window;
        this.out = out;
    }

    /**
     * @param args the folder for the pictures, a file with a policy, a file with what a model
     *     answers to it, one with what it answers to improve that, one with examples
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path config = Files.createTempDirectory("stepwright");
        Path file = config.resolve("w.stepwright");
        Workspace.create(file).close();
        try (AnsweringServer server = new AnsweringServer();
                TestWindow window = TestWindow.open(config, file, "light", 1280, 800)) {
            DraftingShots shots = new DraftingShots(window, out);
            window.show("rubrics");
            shots.fire("rubrics-draft-open");
            window.until("the page is there", () -> window.node("drafting-go") != null);
            shots.type(Files.readString(Path.of(args[1])));
            shots.shoot("no-connection");
            window.app().settings().update(s -> s.withConnection(server.connection()));
            window.show("home");
            window.show("rubrics");
            server.refuses(401);
            shots.fire("drafting-go");
            window.until("it is said", () -> window.node("drafting-trouble") != null);
            shots.shoot("failed");
            server.answers(Files.readString(Path.of(args[2])));
            shots.fire("drafting-go");
            window.until("pieces are there", () -> !shots.list().getItems().isEmpty());
            shots.shoot("new");
            shots.fire("proposals-accept");
            window.until("it is open", () -> window.node("stage-title") != null);
            shots.improve(Files.readString(Path.of(args[3])), server);
            shots.examples(Files.readString(Path.of(args[4])), server);
        }
        System.exit(0);
    }

    private void improve(String answer, AnsweringServer server) throws IOException {
        window.fx(
                () -> {
                    ((MenuButton) window.node("rubrics-new")).getItems().get(1).fire();
                    ((ToggleButton) window.node("drafting-improve")).fire();
                    return null;
                });
        server.answers(answer);
        fire("drafting-go");
        window.until("pieces are there", () -> !list().getItems().isEmpty());
        for (Proposal piece : List.copyOf(list().getItems())) {
            if (piece.words().where().startsWith("New stage")) {
                window.fx(
                        () -> {
                            piece.chosen().set(false);
                            return null;
                        });
            }
        }
        shoot("improve");
        window.keys(KeyCode.ESCAPE);
        window.until("the editor is there", () -> window.node("rubrics-drafting") == null);
    }

    private void examples(String answer, AnsweringServer server) throws IOException {
        window.fx(
                () -> {
                    window.stage().getScene().getRoot().lookup(".selectable").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        fire("criterion-examples");
        window.until("levels are there", () -> window.node("examples-level-1") != null);
        server.answers(answer);
        window.fx(
                () -> {
                    for (int i = 0; window.node("examples-level-" + i) != null; i++) {
                        ((javafx.scene.control.CheckBox) window.node("examples-level-" + i))
                                .setSelected(true);
                    }
                    return null;
                });
        fire("examples-go");
        window.until("proposals are there", () -> !list().getItems().isEmpty());
        shoot("examples");
    }

    @SuppressWarnings("unchecked")
    private ListView<Proposal> list() {
        return (ListView<Proposal>) window.node("proposals");
    }

    private void type(String text) {
        window.fx(
                () -> {
                    ((TextArea) window.node("drafting-description")).setText(text);
                    return null;
                });
    }

    private void fire(String id) {
        window.until(id + " can be used", () -> !window.node(id).isDisabled());
        window.fx(
                () -> {
                    ((ButtonBase) window.node(id)).fire();
                    return null;
                });
    }

    private void shoot(String name) throws IOException {
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
    }
}
