package org.stepwright.ui.data.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;

/** Backups in the real window, by keys. */
class BackupWindowTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            add(workspace, "a");
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        backups();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void backups() {
        window.fx(
                () -> {
                    window.shell().show("data", "backups");
                    return null;
                });
        window.until("the tab is there", () -> shows("data-backups"));
    }

    private static void add(Workspace workspace, String id) {
        workspace
                .traces()
                .add(List.of(new LabelledTrace(Trace.of(id, "p", List.of("s")), List.of())));
    }

    private boolean shows(String id) {
        Node node = window.node(id);
        while (node != null && node.isVisible()) {
            if (node.getParent() == null) {
                return true;
            }
            node = node.getParent();
        }
        return false;
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("backup-table");
    }

    private long traces() {
        Workspace workspace = window.shell().workspace();
        return workspace == null ? -1 : workspace.counts().traces();
    }

    @Test
    void oneIsMadeAndGoneBackToByKeysAlone() {
        window.until("there is none yet", () -> shows("backup-none"));
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is listed", () -> table().getItems().size() == 1 && shows("backup-done"));
        add(window.shell().workspace(), "b");
        assertThat(traces()).isEqualTo(2);
        window.fx(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().select(0);
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("what would be lost is shown", () -> shows("restore-preview"));
        window.keys(KeyCode.ESCAPE);
        window.until("it is gone", () -> !shows("restore-preview"));
        assertThat(traces()).isEqualTo(2);

        window.keys(KeyCode.ENTER);
        window.until("it is shown again", () -> shows("restore-preview"));
        window.fx(
                () -> {
                    window.node("restore-yes").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("the backup is in its place", () -> traces() == 1);

        backups();
        window.until("what was there is kept", () -> table().getItems().size() == 2);
    }

    @Test
    void aCheckSaysThatAllIsWell() {
        window.fx(
                () -> {
                    window.node("backup-check").requestFocus();
                    return null;
                });
        window.keys(KeyCode.SPACE);
        window.until("it is told", () -> shows("backup-checked"));
    }

    @Test
    void whatIsSetIsKept() {
        window.fx(
                () -> {
                    ((Spinner<?>) window.node("backup-daily")).increment(3);
                    return null;
                });
        window.until(
                "it is kept",
                () ->
                        BackupSettings.of(window.app().settings().current())
                                .equals(new BackupSettings(true, 10, 4)));
    }
}
