package org.stepwright.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

class DataWindowTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("data");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aFileWithBadRowsIsPreviewedAndImportedByOneKey() throws IOException {
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(
                rows,
                """
                {"id":"a1","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
                no json
                """);
        window.fx(
                () -> {
                    window.shell().show("data", rows.toString());
                    return null;
                });
        window.until("the preview is there", () -> items("data-preview") == 1);
        window.until("the reject is there", () -> items("data-rejects") == 1);
        assertThat(window.shell().workspace().traces().count(TraceFilter.ALL, "")).isZero();
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until(
                "the trace is in",
                () -> window.shell().workspace().traces().count(TraceFilter.ALL, "") == 1);
    }

    @Test
    void aFolderSaysWhatItPassedOver() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(
                files.resolve("rows.jsonl"),
                """
                {"id":"a1","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
                """);
        Files.writeString(files.resolve("LICENSE"), "MIT");
        window.fx(
                () -> {
                    window.shell().show("data", files.toString());
                    return null;
                });
        window.until("the preview is there", () -> items("data-preview") == 1);
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is said", () -> said("data-import", "Passed over"));
        assertThat(window.shell().workspace().traces().count(TraceFilter.ALL, "")).isEqualTo(1);
    }

    @Test
    void oneOfImportAndExportShowsFromTheStart() {
        ToggleButton in = (ToggleButton) window.node("data-tab-import");
        assertThat(window.fx(in::isSelected)).isTrue();
        assertThat(shows("data-import")).isTrue();
        assertThat(shows("data-export")).isFalse();
        window.keys(KeyCode.CONTROL, KeyCode.E);
        window.until("the export is shown", () -> shows("data-export"));
        assertThat(shows("data-import")).isFalse();
        assertThat(window.fx(in::isSelected)).isFalse();
    }

    @Test
    void theExportCountsWhatItsFilterTakes() {
        window.keys(KeyCode.CONTROL, KeyCode.E);
        window.until("the export is shown", () -> shows("data-export"));
        window.until("nothing matches", () -> matching().startsWith("No trace"));
        window.fx(
                () -> {
                    ((TextField) window.node("export-where")).setText("nonsense:1");
                    return null;
                });
        window.until("the count is gone", () -> matching().isEmpty());
    }

    @Test
    void anExportIsMadeByKeysAndSaysWhatItDid() throws IOException {
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(
                rows,
                """
                {"id":"a1","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
                """);
        window.fx(
                () -> {
                    window.shell().show("data", rows.toString());
                    return null;
                });
        window.until("the preview is there", () -> items("data-preview") == 1);
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until(
                "the trace is in",
                () -> window.shell().workspace().traces().count(TraceFilter.ALL, "") == 1);
        window.keys(KeyCode.CONTROL, KeyCode.E);
        window.until("one matches", () -> matching().startsWith("One trace"));
        window.until("what it does is shown", () -> said("export-preview", "One trace would be"));
        assertThat(window.fx(() -> said("export-losses", "TRL knows only true and false")))
                .isTrue();
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it asks for a folder", () -> said("data-export", "Choose the folder"));
    }

    /** Whether a label under the node starts with the words. */
    private boolean said(String id, String words) {
        return window.fx(
                () ->
                        window.node(id).lookupAll(".label").stream()
                                .anyMatch(
                                        n -> n instanceof Label l && l.getText().contains(words)));
    }

    private int items(String id) {
        return ((TableView<?>) window.node(id)).getItems().size();
    }

    private String matching() {
        return ((Label) window.node("export-matching")).getText();
    }

    /** Whether it and all around it are visible. */
    private boolean shows(String id) {
        return window.fx(
                () -> {
                    Node node = window.node(id);
                    while (node != null && node.isVisible()) {
                        if (node.getParent() == null) {
                            return true;
                        }
                        node = node.getParent();
                    }
                    return false;
                });
    }
}
