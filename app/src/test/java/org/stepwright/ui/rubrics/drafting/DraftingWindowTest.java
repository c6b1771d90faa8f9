package org.stepwright.ui.rubrics.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.PageHost;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.shell.ScreenList;

/** The real window with a server on this machine: a draft is asked for, ticked and taken. */
class DraftingWindowTest {
    @TempDir Path folder;
    private final AtomicReference<PageHost> host = new AtomicReference<>();
    private final List<Rubric> created = new ArrayList<>();
    private TestWindow window;
    private DraftServer server;

    @BeforeEach
    void open() throws Exception {
        server = new DraftServer(DraftServer.RUBRIC);
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        List<ScreenFactory> screens = new ArrayList<>(ScreenList.all());
        screens.set(1, PageHost.factory(host));
        window = TestWindow.open(folder, file, "light", 1280, 800, screens);
        window.show("rubrics");
    }

    @AfterEach
    void close() {
        window.close();
        server.close();
    }

    @Test
    void withoutAConnectionItSaysWhatIsMissingAndLeadsToSettings() {
        openPage();
        window.until("it says so", () -> window.node("drafting-missing") != null);
        assertThat(window.fx(() -> window.node("drafting-go").isDisabled())).isTrue();
        window.fx(
                () -> {
                    ((Button) window.node("drafting-settings")).fire();
                    return null;
                });
        window.until("Settings is shown", () -> window.shell().current().id().equals("settings"));
    }

    @Test
    void aDraftIsTakenPieceByPiece() {
        window.app().settings().update(s -> s.withConnection(server.connection()));
        openPage();
        window.fx(
                () -> {
                    ((TextArea) window.node("drafting-description")).setText("Refunds.");
                    return null;
                });
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the pieces are there", () -> pieces().getItems().size() > 1);
        window.until("they have the focus", () -> pieces().isFocused());
        int last = window.fx(() -> pieces().getItems().size() - 1);
        window.fx(
                () -> {
                    pieces().getSelectionModel().clearAndSelect(last);
                    return null;
                });
        window.keys(KeyCode.SPACE);
        boolean chosen = window.fx(() -> pieces().getItems().get(last).chosen().get());
        assertThat(chosen).isFalse();
        window.fx(
                () -> {
                    ((Button) window.node("proposals-accept")).fire();
                    return null;
                });
        window.until("a rubric was started", () -> !created.isEmpty());
        Rubric rubric = created.get(0);
        assertThat(rubric.title()).isEqualTo("Refunds");
        assertThat(rubric.criteria()).hasSize(1);
    }

    private void openPage() {
        window.fx(
                () -> host.get().open(c -> new DraftingView(c, () -> null, r -> {}, created::add)));
    }

    @SuppressWarnings("unchecked")
    private ListView<Proposal> pieces() {
        return (ListView<Proposal>) window.node("proposals");
    }
}
