package org.stepwright.ui.label.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.error.Failures;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.Preference.Choice;
import org.stepwright.storage.Act;
import org.stepwright.storage.PairQueue.Pair;
import org.stepwright.storage.Workspace;
import org.stepwright.task.InlineTaskRunner;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.label.compare.CompareViewModel.Hint;

class CompareViewModelTest {
    @TempDir Path folder;
    private Workspace workspace;
    private CompareViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void answers(String problem, String... ids) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(new LabelledTrace(Trace.of(id, problem, List.of("It is " + id)), List.of()));
        }
        workspace.traces().add(rows);
    }

    private CompareViewModel by(String annotator) {
        Failures failures = new Failures();
        FxTasks tasks =
                new FxTasks(
                        new InlineTaskRunner(failures::sentence),
                        Runnable::run,
                        Runnable::run,
                        failures::sentence);
        CompareViewModel made =
                new CompareViewModel(
                        tasks,
                        workspace,
                        save -> save.get().join(),
                        () -> Act.NONE,
                        annotator,
                        Clock.systemUTC());
        made.load();
        return made;
    }

    @Test
    void everyPairOfAProblemComesOnce() {
        answers("What is 2 + 2?", "a", "b", "c");
        answers("what is 2 + 2 ?", "d");
        answers("Another one", "x");
        model = by("ana");
        assertThat(model.open().get()).isEqualTo(6);
        Set<Pair> seen = new HashSet<>();
        while (model.sides().get() != null) {
            seen.add(model.sides().get().pair());
            model.prefer(Choice.TIE);
        }
        assertThat(seen).hasSize(6);
        assertThat(seen).allSatisfy(p -> assertThat(p.first() + p.second()).doesNotContain("x"));
        assertThat(model.hint().get()).isEqualTo(Hint.DONE);
        assertThat(workspace.labels().preferences()).hasSize(6);
        assertThat(by("ben").open().get()).as("others compare for themselves").isEqualTo(6);
    }

    @Test
    void theLeftOneIsMeantWhicheverItIs() {
        answers("One problem", "a", "b", "c", "d", "e", "f");
        model = by("ana");
        boolean straight = false;
        boolean swapped = false;
        while (model.sides().get() != null) {
            CompareViewModel.Sides sides = model.sides().get();
            model.reason().set("clearer");
            model.prefer(Choice.FIRST);
            Preference saved =
                    workspace.labels().preferences(sides.left().id()).stream()
                            .filter(p -> p.first().equals(sides.pair().first()))
                            .filter(p -> p.second().equals(sides.pair().second()))
                            .findFirst()
                            .orElseThrow();
            boolean first = sides.left().id().equals(saved.first());
            assertThat(saved.choice()).isEqualTo(first ? Choice.FIRST : Choice.SECOND);
            assertThat(saved.reason()).isEqualTo("clearer");
            straight |= first;
            swapped |= !first;
        }
        assertThat(straight && swapped).as("both orders are drawn").isTrue();
    }

    @Test
    void sidesStayTheSameForOneAnnotator() {
        answers("One problem", "a", "b");
        assertThat(by("ana").sides().get().left().id())
                .isEqualTo(by("ana").sides().get().left().id());
    }

    @Test
    void undoBringsThePairBack() {
        answers("One problem", "a", "b", "c");
        model = by("ana");
        Pair first = model.sides().get().pair();
        model.prefer(Choice.NEITHER);
        assertThat(model.sides().get().pair()).isNotEqualTo(first);
        model.undone(workspace.labels().undo("ana").join().orElseThrow());
        assertThat(model.sides().get().pair()).isEqualTo(first);
        assertThat(model.open().get()).isEqualTo(3);
        assertThat(workspace.labels().preferences()).isEmpty();
        CompareViewModel restarted = by("ana");
        restarted.prefer(Choice.FIRST);
        CompareViewModel again = by("ana");
        again.undone(workspace.labels().undo("ana").join().orElseThrow());
        assertThat(again.sides().get().pair()).isEqualTo(first);
        assertThat(again.open().get()).isEqualTo(3);
    }

    @Test
    void withoutTwoAnswersThereIsNothing() {
        answers("One problem", "a");
        model = by("ana");
        assertThat(model.sides().get()).isNull();
        assertThat(model.hint().get()).isEqualTo(Hint.NO_PAIRS);
        model.prefer(Choice.FIRST);
        assertThat(workspace.labels().preferences()).isEmpty();
    }
}
