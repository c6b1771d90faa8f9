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
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.QueueOrder;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.Balance;
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
    void whatAnExportCameToIsThereWhenSomebodyComesBack() {
        export();
        model.load();
        hand.drain();
        assertThat(model.report().get().traces()).isPositive();
        hand.cancelWhatStarts();
        export();
        model.load();
        hand.drain();
        assertThat(model.trouble().get()).startsWith("Stopped by you");
        model.choices().where().set("labelled:true");
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.report().get()).isNull();
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

    @Test
    void whatTheChoicesDoIsShownBeforeAnythingIsWritten() {
        assertThat(model.preview().get().traces()).isEqualTo(600);
        assertThat(model.preview().get().losses()).isNotEmpty();
        model.choices().balance().set(Balance.Unit.TRACES);
        hand.drain();
        assertThat(model.preview().get().effects().leftOut()).isPositive();
        long after = model.preview().get().traces();
        export();
        assertThat(model.report().get().traces()).isEqualTo(after);
    }

    @Test
    void aPreviewOfOlderChoicesIsThrownAway() {
        hand.hold();
        model.choices().seed().set("7");
        model.choices().split().set("80/10");
        hand.release();
        assertThat(model.preview().get()).isNull();
        assertThat(model.trouble().get()).contains("80/10");
        model.choices().split().set("60/20/20");
        hand.release();
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.preview().get()).isNotNull();
    }

    @Test
    void aSavedViewIsAChoiceAndCountedWithTheFilter() {
        workspace.views().save(new SavedView("With errors", "verdict:wrong", QueueOrder.IMPORTED));
        model.load();
        hand.drain();
        assertThat(model.lists().views()).containsExactly("With errors");
        model.choices().view().set("With errors");
        hand.drain();
        long wrong = workspace.traces().count(TraceFilter.parse("verdict:wrong"), "");
        assertThat(model.matching().get()).isEqualTo(wrong).isBetween(1L, 599L);
    }

    @Test
    void softLabelsThatTheFormatCannotHoldAreRefusedAtOnce() {
        model.choices().soft().set("consensus");
        hand.drain();
        assertThat(model.trouble().get()).contains("trl holds hard labels only");
        model.choices().harden().set("0,5");
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.preview().get()).isNotNull();
    }

    @Test
    void choicesAreRememberedForTheNextTime() {
        SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
        settings.load();
        model = new ExportViewModel(workspace, hand.tasks(), Messages.of("data"), settings);
        model.choices().format().set("generic");
        model.choices().labels().set(LabelPolicy.UNANIMOUS);
        model.choices().licence().set("cc-by-4.0");
        hand.drain();
        export();
        assertThat(model.trouble().get()).isEmpty();
        ExportChoices next =
                new ExportViewModel(workspace, hand.tasks(), Messages.of("data"), settings)
                        .choices();
        assertThat(next.format().get()).isEqualTo("generic");
        assertThat(next.labels().get()).isEqualTo(LabelPolicy.UNANIMOUS);
        assertThat(next.licence().get()).isEqualTo("cc-by-4.0");
        assertThat(next.where().get()).isEmpty();
        settings.update(s -> s.withRemembered("export.labels", "LOUDEST"));
        assertThat(
                        new ExportViewModel(workspace, hand.tasks(), Messages.of("data"), settings)
                                .choices()
                                .labels()
                                .get())
                .isEqualTo(LabelPolicy.MAJORITY);
    }

    @Test
    void eachSystemHasItsOwnWayToOpenAFolder() {
        Path path = out.toAbsolutePath();
        assertThat(FolderOpener.command("Linux", out)).containsExactly("xdg-open", path.toString());
        assertThat(FolderOpener.command("Mac OS X", out)).containsExactly("open", path.toString());
        assertThat(FolderOpener.command("Windows 11", out).get(0)).isEqualTo("explorer.exe");
    }
}
