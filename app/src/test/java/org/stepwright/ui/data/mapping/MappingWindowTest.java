package org.stepwright.ui.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

class MappingWindowTest {
    private static final String ROWS =
            """
            {"request":"Refund order 7?","answer":["Look it up.","Pay."],"ok":[true,false]}
            {"request":"Refund order 8?","answer":["Look it up.","Refuse."],"ok":[true,true]}
            """;

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

    private void choose(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), ROWS);
        window.fx(
                () -> {
                    window.shell().show("data", file.toString());
                    return null;
                });
    }

    @Test
    void anUnknownFileComesInByKeysAloneAndIsKnownNextTime() throws IOException {
        choose("cases.jsonl");
        window.until("the page is open", () -> window.node("mapping-page") != null);
        window.until("traces are shown", () -> items("mapping-traces") == 2);
        assertThat(
                        window.fx(
                                () ->
                                        ((ListView<?>) window.node("mapping-step-list"))
                                                .getItems()
                                                .get(1)))
                .asString()
                .startsWith("✗")
                .contains("Pay.");
        assertThat(items("mapping-columns")).isEqualTo(3);
        ComboBox<?> problem = (ComboBox<?>) window.node("mapping-problem");
        window.until("the first choice has the keyboard", problem::isFocused);
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the page is gone", () -> window.node("mapping-page") == null);
        window.until("the file is previewed", () -> items("data-preview") == 2);
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the traces are in", () -> count() == 2);
        choose("more cases.jsonl");
        window.until(
                "the mapping is used again",
                () -> text("data-preview-head").contains("mapping:cases"));
        assertThat(window.fx(() -> window.node("mapping-page") == null)).isTrue();
    }

    @Test
    void escapeGoesBackWithoutSaving() throws IOException {
        choose("cases.jsonl");
        window.until("traces are shown", () -> items("mapping-traces") == 2);
        window.keys(KeyCode.ESCAPE);
        window.until("the page is gone", () -> window.node("mapping-page") == null);
        assertThat(Files.exists(folder.resolve("mappings"))).isFalse();
        window.keys(KeyCode.CONTROL, KeyCode.M);
        window.until("the page is open again", () -> items("mapping-traces") == 2);
        window.fx(
                () -> {
                    ((TextField) window.node("mapping-name")).setText("");
                    return null;
                });
        window.until("what is missing is said", () -> window.node("mapping-note") != null);
        assertThat(items("mapping-traces")).isZero();
    }

    private int items(String id) {
        return window.fx(
                () -> window.node(id) instanceof TableView<?> table ? table.getItems().size() : -1);
    }

    private String text(String id) {
        return window.fx(() -> window.node(id) instanceof Label label ? label.getText() : "");
    }

    private long count() {
        return window.shell().workspace().traces().count(TraceFilter.ALL, "");
    }
}
