package org.stepwright.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.SampleWork;
import org.stepwright.ui.kit.Messages;

class ExportViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Path out;
    private Workspace workspace;
    private ExportViewModel model;

    @BeforeEach
    void open() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        SampleWork.addTo(workspace, folder);
        model = new ExportViewModel(workspace, hand.tasks(), Messages.of("data"), null);
        model.load();
        hand.drain();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void withoutAFolderItAsksForOne() {
        assertThat(model.matching().get()).isEqualTo(600);
        model.exportNow();
        assertThat(model.trouble().get()).contains("folder");
    }

    @Test
    void anExportWritesFilesAndSaysHowMany() throws IOException {
        export();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.report().get().traces()).isPositive();
        assertThat(model.report().get().splits().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(model.report().get().traces());
        assertThat(model.report().get().files()).allSatisfy(f -> assertThat(f).exists());
        assertThat(model.running().get()).isNull();
    }

    @Test
    void aBadFilterIsExplainedWhileItIsTyped() {
        model.choices().where().set("nonsense:1");
        hand.drain();
        assertThat(model.matching().get()).isEqualTo(-1);
        assertThat(model.trouble().get()).contains("source");
        model.choices().where().set("labelled:true");
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.matching().get()).isPositive();
    }

    @Test
    void aBadSeedOrSplitIsExplained() {
        model.choices().folder().set(out);
        model.choices().seed().set("seven");
        model.exportNow();
        assertThat(model.trouble().get()).contains("whole number");
        model.choices().seed().set("7");
        model.choices().split().set("80/10");
        model.exportNow();
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(model.report().get()).isNull();
    }

    @Test
    void aCancelledExportLeavesNoFiles() throws IOException {
        hand.cancelWhatStarts();
        export();
        assertThat(model.report().get()).isNull();
        assertThat(model.trouble().get()).startsWith("Stopped by you");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).isEmpty();
        }
    }

    private void export() {
        model.choices().folder().set(out);
        model.exportNow();
        hand.drain();
    }
}
