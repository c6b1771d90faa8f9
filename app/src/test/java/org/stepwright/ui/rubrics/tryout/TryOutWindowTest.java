package org.stepwright.ui.rubrics.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.ui.PageHost;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.shell.ScreenList;

/** The real window: a try-out by keys, into Label; and the box of a verifier. */
class TryOutWindowTest {
    @TempDir Path folder;
    private final AtomicReference<PageHost> host = new AtomicReference<>();
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        Sums.workspace(file, false).close();
        List<ScreenFactory> screens = new ArrayList<>(ScreenList.all());
        screens.set(1, PageHost.factory(host));
        window = TestWindow.open(folder, file, "light", 1280, 800, screens);
        window.show("rubrics");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void enterOpensATraceWhereItFails() {
        window.fx(() -> host.get().open(c -> new TryOutView(c, Sums::rubric)));
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is through", () -> window.node("tryout-traces") != null);
        TableView<?> traces = (TableView<?>) window.fx(() -> window.node("tryout-traces"));
        assertThat(window.fx(() -> traces.getItems().size())).isEqualTo(Sums.TRACES);
        window.fx(
                () -> {
                    traces.requestFocus();
                    traces.getSelectionModel().clearAndSelect(1);
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("Label is shown", () -> window.shell().current().id().equals("label"));
        window.until(
                "the failed step has the focus",
                () -> "step-1".equals(window.stage().getScene().getFocusOwner().getId()));
    }

    @Test
    void theBoxShowsAStepWithItsFindingsAndSaysThatThereAreNoLabels() {
        window.fx(() -> host.get().open(BoxPage::new));
        window.until(
                "a step is there", () -> window.node("try-answer").lookup(".good-sign") != null);
        window.fx(
                () -> {
                    ((javafx.scene.control.Button) window.node("try-next")).fire();
                    return null;
                });
        window.until("it fails", () -> window.node("try-answer").lookup(".bad-sign") != null);
        window.until("it says so", () -> ((Label) window.node("try-quality")).isVisible());
    }

    /** A page with nothing but the box. */
    private static final class BoxPage implements SubPage {
        private final TryItBox box;

        BoxPage(ScreenContext context) {
            box = new TryItBox(context, Sums::rubric, "right");
        }

        @Override
        public String title() {
            return "Box";
        }

        @Override
        public javafx.scene.Node node() {
            return box.node();
        }

        @Override
        public void shown() {
            box.refresh();
        }

        @Override
        public List<KeyHint> keyHints() {
            return List.of();
        }
    }
}
