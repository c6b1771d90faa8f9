package org.stepwright.ui.rubrics.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.PageHost;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.shell.ScreenList;

/** The real window: a plan is changed, confirmed and carried out; then the steps to revisit. */
class MigrationWindowTest {
    @TempDir Path folder;
    private final AtomicReference<PageHost> host = new AtomicReference<>();
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        Labelled.workspace(file).close();
        List<ScreenFactory> screens = new ArrayList<>(ScreenList.all());
        screens.set(1, PageHost.factory(host));
        window = TestWindow.open(folder, file, "light", 1280, 800, screens);
        window.show("rubrics");
        window.fx(
                () ->
                        host.get()
                                .open(
                                        context ->
                                                new MigrationView(
                                                        context,
                                                        () ->
                                                                context.workspace()
                                                                        .rubrics()
                                                                        .versions("sums"))));
        window.until("it is counted", () -> !button("move-go").isDisabled());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void nothingMovesBeforeTheConfirmationAndThenTheStepsToRevisitAreShown() {
        Workspace workspace = window.shell().workspace();
        window.fx(
                () -> {
                    ((TableView<?>) window.node("move-table")).getSelectionModel().select(1);
                    return null;
                });
        window.until("its table is there", () -> window.node("move-value-0") != null);
        window.fx(
                () -> {
                    ComboBox<?> box = (ComboBox<?>) window.node("move-value-0");
                    box.getSelectionModel().select(0); // rate again
                    return null;
                });
        window.until("it is counted anew", () -> !button("move-go").isDisabled());
        fire("move-go");
        window.until("it asks", () -> window.node("overlay-yes") != null);
        assertThat(workspace.migrations().labelsUnder("sums@2")).isZero();
        fire("overlay-yes");
        window.until("it is done", () -> window.node("move-revisit") != null);
        assertThat(workspace.migrations().labelsUnder("sums@2")).isEqualTo(Labelled.LABELS);
        fire("move-revisit");
        window.until("Label is shown", () -> window.shell().current().id().equals("label"));
        window.until(
                "its queue shows what waits",
                () ->
                        ((javafx.scene.control.ToggleButton) window.node("queue-revisit"))
                                .isSelected());
    }

    private void fire(String id) {
        window.fx(
                () -> {
                    button(id).fire();
                    return null;
                });
    }

    private Button button(String id) {
        return (Button) window.node(id);
    }
}
