package org.stepwright.ui.rubrics.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.ui.rubrics.versions.Rubrics.criterion;
import static org.stepwright.ui.rubrics.versions.Rubrics.stage;
import static org.stepwright.ui.rubrics.versions.Rubrics.version;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.PageHost;
import org.stepwright.ui.TestWindow;

/** The real window: from change to change by keys, and back to where one was. */
class DiffWindowTest {
    @TempDir Path folder;
    private final AtomicReference<PageHost> host = new AtomicReference<>();
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        window =
                TestWindow.open(
                        folder, file, "light", 1280, 800, List.of(home(), PageHost.factory(host)));
        window.show("rubrics");
        window.fx(
                () -> {
                    window.stage().getScene().lookup("#page-host").lookup(".button").requestFocus();
                    return host.get()
                            .open(
                                    context ->
                                            new DiffView(
                                                    context,
                                                    () -> List.of(version(1, rubric(40, ""))),
                                                    () -> rubric(40, " and more")));
                });
    }

    private static org.stepwright.ui.kit.ScreenFactory home() {
        return org.stepwright.ui.shell.ScreenList.all().get(0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void keysGoFromChangeToChangeAndEscLeadsBack() {
        window.until("the changes are there", () -> list().getItems().size() > 40);
        window.until("the list has the focus", () -> list().isFocused());
        window.keys(KeyCode.F7);
        int first = selected();
        assertThat(first).isPositive();
        window.keys(KeyCode.F7);
        assertThat(selected()).isGreaterThan(first);
        window.keys(KeyCode.SHIFT, KeyCode.F7);
        assertThat(selected()).isEqualTo(first);
        int only = window.fx(() -> list().getItems().size());
        window.keys(KeyCode.C);
        assertThat(window.fx(() -> list().getItems().size())).isGreaterThan(only);
        window.keys(KeyCode.ESCAPE);
        assertThat(window.fx(() -> host.get().pages().current().get())).isNull();
        assertThat(window.fx(() -> window.stage().getScene().getFocusOwner().getParent().getId()))
                .as("the focus is where it was")
                .isEqualTo("page-host");
    }

    @Test
    void onlyTheCellsInSightAreMade() {
        window.until("the changes are there", () -> list().getItems().size() > 40);
        window.keys(KeyCode.C);
        int cells = window.fx(() -> list().lookupAll(".diff-line").size());
        int lines = window.fx(() -> list().getItems().size());
        assertThat(lines).isGreaterThan(300);
        assertThat(cells).isLessThan(90);
    }

    private int selected() {
        return window.fx(() -> list().getSelectionModel().getSelectedIndex());
    }

    @SuppressWarnings("unchecked")
    private ListView<DiffRow> list() {
        return (ListView<DiffRow>) window.node("diff-rows");
    }

    private static Rubric rubric(int criteria, String more) {
        List<Criterion> all = new ArrayList<>();
        for (int i = 0; i < criteria; i++) {
            all.add(criterion("c" + i, "Criterion " + i, "Guidance " + i + more, 1));
        }
        return Rubrics.rubric(List.of(), stage("all", "All", all.toArray(Criterion[]::new)));
    }
}
