package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceSummary;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;

class RecuttingTest {
    @TempDir Path folder;
    private LabelFixture f;
    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void open() {
        f = new LabelFixture(folder);
        f.addTraces(2);
        f.start();
    }

    @AfterEach
    void close() {
        f.close();
    }

    @Test
    void theTraceGoesOnInItsNewStepsAndUndoBringsTheOldOneBack() {
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.actions().verdict(Verdict.WRONG);
        f.saved();
        String id = f.openId();
        int steps = f.model.session().rows().size();
        StepRevision split = split(1);
        f.model.revise(split, 1, refused::add);
        f.saved();
        String cut = split.revised().id();
        assertThat(f.openId()).isEqualTo(cut);
        assertThat(f.model.session().current().get()).isEqualTo(1);
        assertThat(f.shown()).startsWith(Verdict.CORRECT, null, Verdict.WRONG).hasSize(steps + 1);
        assertThat(ids()).contains(cut).doesNotContain(id);
        assertThat(row(cut).steps()).isEqualTo(steps + 1);

        f.model.actions().verdict(Verdict.CORRECT);
        f.saved();
        assertThat(f.stored(cut)).containsEntry(1, Verdict.CORRECT).containsEntry(2, Verdict.WRONG);

        f.model.undo();
        f.model.undo();
        f.saved();
        assertThat(f.openId()).isEqualTo(id);
        assertThat(f.shown()).startsWith(Verdict.CORRECT, Verdict.WRONG).hasSize(steps);
        assertThat(ids()).contains(id).doesNotContain(cut);
        f.model.redo();
        f.saved();
        assertThat(f.openId()).isEqualTo(cut);
        assertThat(ids()).contains(cut).doesNotContain(id);
        f.restart();
        assertThat(ids()).contains(cut).doesNotContain(id);
    }

    @Test
    void whatIsTypedMeanwhileIsForTheNewSteps() {
        StepRevision split = split(0);
        f.model.revise(split, 0, refused::add);
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.actions().verdict(Verdict.NEUTRAL);
        f.ui.until(() -> f.openId().equals(split.revised().id()));
        f.saved();
        assertThat(f.stored(split.revised().id()))
                .containsEntry(0, Verdict.CORRECT)
                .containsEntry(1, Verdict.NEUTRAL);
        assertThat(f.stored(split.before().id())).isEmpty();
    }

    @Test
    void labelsOfOthersFollow() {
        String id = f.openId();
        f.workspace
                .labels()
                .put(
                        StepLabel.verdict(
                                id, 1, Verdict.NEUTRAL, "bob", Instant.now(), LabelSource.HUMAN))
                .join();
        StepRevision merged = StepRevision.merge(f.model.session().trace().get(), 1);
        f.model.revise(merged, 1, refused::add);
        f.saved();
        assertThat(f.workspace.labels().of(merged.revised().id(), "bob"))
                .singleElement()
                .satisfies(l -> assertThat(l.verdict()).isEqualTo(Verdict.NEUTRAL))
                .satisfies(l -> assertThat(l.unsure()).isTrue());
    }

    @Test
    void whoIsLateIsToldAndGoesOnWithTheNewSteps() {
        Trace trace = f.model.session().trace().get();
        StepRevision theirs = StepRevision.merge(trace, 0);
        f.workspace
                .labels()
                .revise(
                        trace.id(),
                        theirs.revised(),
                        List.of(),
                        "bob",
                        org.stepwright.storage.Act.NONE)
                .join();
        f.model.revise(split(1), 1, refused::add);
        f.saved();
        assertThat(refused).singleElement().asString().contains("Somebody");
        assertThat(f.openId()).isEqualTo(theirs.revised().id());
        f.model.actions().verdict(Verdict.CORRECT);
        f.saved();
        assertThat(f.stored(theirs.revised().id())).containsEntry(0, Verdict.CORRECT);
    }

    @Test
    void aTraceThatWasCutElsewhereOpensAsItNowIs() {
        Trace other = f.workspace.traces().find("t1").orElseThrow();
        StepRevision theirs = StepRevision.merge(other, 0);
        f.workspace
                .labels()
                .revise("t1", theirs.revised(), List.of(), "bob", org.stepwright.storage.Act.NONE)
                .join();
        f.model.session().forgetReadAhead();
        f.model.open("t1");
        f.ui.drain();
        f.ui.until(() -> f.openId().equals(theirs.revised().id()));
        assertThat(f.model.session().rows()).hasSize(other.steps().size() - 1);
    }

    @Test
    void aCorrectionIsKeptAndUndone() {
        f.model.actions().correct(f.openId(), 0, "better");
        f.saved();
        assertThat(label().correction()).isEqualTo("better");
        f.model.actions().verdict(Verdict.WRONG);
        f.model.actions().comment(f.openId(), 0, "why");
        f.saved();
        assertThat(label().correction()).isEqualTo("better");
        f.model.actions().correct(f.openId(), 0, "");
        f.saved();
        assertThat(label().correction()).isEmpty();
        f.model.undo();
        f.saved();
        assertThat(label().correction()).isEqualTo("better");
        assertThat(f.model.session().rows().get(0).label().correction()).isEqualTo("better");
    }

    private StepLabel label() {
        return f.workspace.labels().of(f.openId(), LabelFixture.ME).get(0);
    }

    private StepRevision split(int step) {
        Trace trace = f.model.session().trace().get();
        int middle = trace.steps().get(step).text().indexOf(' ') + 1;
        return StepRevision.split(trace, step, middle);
    }

    private List<String> ids() {
        return f.model.queue().items().stream().map(TraceSummary::id).toList();
    }

    private TraceSummary row(String id) {
        return f.model.queue().items().get(f.model.queue().indexOf(id));
    }
}
