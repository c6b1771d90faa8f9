package org.stepwright.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.MappingStore;
import org.stepwright.storage.format.SavedFormats;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;

class ImportViewModelTest {
    private static final String ROWS =
            """
            {"id":"a1","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
            {"id":"a2","problem":"3 + 3?","steps":["3 + 3 = 7."],"labels":[false]}
            {"id":"a2","problem":"4 + 4?","steps":["4 + 4 = 8."]}
            no json
            {"id":"a3","problem":"5 + 5?"}
            """;

    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Workspace workspace;
    private ImportViewModel model;
    private int announced;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        model =
                new ImportViewModel(
                        new Importer(workspace),
                        new SavedFormats(new MappingStore(folder.resolve("mappings"))),
                        hand.tasks(),
                        () -> announced++,
                        Messages.of("data"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aPreviewShowsRowsAndRejectsAndBringsNothingIn() throws IOException {
        choose(ROWS);
        assertThat(model.preview().get().format()).isEqualTo("generic");
        assertThat(model.preview().get().rows()).hasSize(2);
        assertThat(model.rejects()).extracting(r -> r.line()).containsExactly(3L, 4L, 5L);
        assertThat(traces()).isZero();
    }

    @Test
    void anImportSaysWhatCameInAndWhatDidNot() throws IOException {
        choose(ROWS);
        model.importNow();
        hand.drain();
        assertThat(model.report().get().tracesAdded()).isEqualTo(2);
        assertThat(model.report().get().labelsAdded()).isEqualTo(2);
        assertThat(model.rejects()).hasSize(3).allSatisfy(r -> assertThat(r.reason()).isNotBlank());
        assertThat(model.running().get()).isNull();
        assertThat(announced).isEqualTo(1);
        assertThat(traces()).isEqualTo(2);
    }

    @Test
    void theSameFileAgainAddsNothing() throws IOException {
        choose(ROWS);
        model.importNow();
        hand.drain();
        model.importNow();
        hand.drain();
        assertThat(model.report().get().tracesAdded()).isZero();
        assertThat(model.report().get().tracesKnown()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        model.choose(List.of(folder.resolve("nowhere.jsonl")));
        hand.drain();
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(model.preview().get()).isNull();
    }

    @Test
    void anImportThatIsCancelledSaysThatWhatCameInIsKept() throws IOException {
        hand.cancelWhatStarts();
        choose(ROWS);
        model.importNow();
        hand.drain();
        assertThat(model.running().get()).isNull();
        assertThat(model.report().get()).isNull();
        assertThat(model.trouble().get()).startsWith("Stopped by you.");
        assertThat(announced).isEqualTo(1);
    }

    @Test
    void anotherChoiceOvertakesASlowPreview() throws IOException {
        Path first = write("first.jsonl", ROWS);
        Path second = write("second.jsonl", ROWS.lines().findFirst().orElseThrow() + "\n");
        hand.hold();
        model.choose(List.of(first));
        model.choose(List.of(second));
        hand.release();
        assertThat(model.preview().get().rows()).hasSize(1);
        assertThat(model.rejects()).isEmpty();
    }

    @Test
    void aSlowPreviewDoesNotStandOverWhatTheImportSaid() throws IOException {
        Path file = write("rows.jsonl", ROWS);
        hand.hold();
        model.choose(List.of(file));
        model.importNow();
        hand.drain();
        model.rejects().clear(); // the user has read and closed them
        hand.release();
        assertThat(model.report().get().tracesAdded()).isEqualTo(2);
        assertThat(model.preview().get()).isNull();
        assertThat(model.rejects()).isEmpty();
    }

    @Test
    void aSlowPreviewDoesNotComeBackAfterClear() throws IOException {
        Path file = write("rows.jsonl", ROWS);
        hand.hold();
        model.choose(List.of(file));
        model.clear();
        hand.release();
        assertThat(model.preview().get()).isNull();
        assertThat(model.rejects()).isEmpty();
    }

    @Test
    void clearForgetsEverything() throws IOException {
        choose(ROWS);
        model.clear();
        assertThat(model.files()).isEmpty();
        assertThat(model.rejects()).isEmpty();
        model.importNow();
        assertThat(model.running().get()).isNull();
        assertThat(announced).isZero();
    }

    private long traces() {
        return workspace.traces().count(TraceFilter.ALL, "");
    }

    private void choose(String rows) throws IOException {
        model.choose(List.of(write("rows.jsonl", rows)));
        hand.drain();
    }

    private Path write(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), rows);
    }
}
