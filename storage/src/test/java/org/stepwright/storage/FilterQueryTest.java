package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.RandomSlice;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

class FilterQueryTest {
    private static final List<String> HOSTILE =
            List.of(
                    "'",
                    "''",
                    "x' OR '1'='1",
                    "'; DROP TABLE label; --",
                    "\" OR 1=1 --",
                    "%",
                    "_",
                    "?",
                    "\\",
                    "a\0b",
                    "\n",
                    "ı İ ß",
                    "\uD83D\uDE00",
                    "NEAR(",
                    "[\"x\"]",
                    "import:",
                    "x".repeat(9_000));

    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w"));
        List<LabelledTrace> rows = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d")) {
            rows.add(
                    new LabelledTrace(
                            new Trace(
                                    id,
                                    "Problem " + id,
                                    List.of(Step.of("one"), Step.of("two")),
                                    Outcome.UNKNOWN,
                                    null,
                                    Map.of(Trace.GENERATOR, "model " + id)),
                            List.of()));
        }
        workspace.traces().add(rows);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void label(String id, int step, Verdict verdict, String who, LabelSource source) {
        workspace
                .labels()
                .put(StepLabel.verdict(id, step, verdict, who, Samples.AT, source))
                .join();
    }

    private void human(String id, int step, Verdict verdict, String who) {
        label(id, step, verdict, who, LabelSource.HUMAN);
    }

    private void marked(String id, String who, boolean spark, boolean unsure, String comment) {
        workspace
                .labels()
                .put(
                        new StepLabel(
                                id,
                                0,
                                0,
                                null,
                                List.of(),
                                comment.isEmpty() ? List.of() : List.of("kind " + comment),
                                spark,
                                unsure,
                                comment,
                                who,
                                Samples.AT,
                                "",
                                LabelSource.HUMAN))
                .join();
    }

    private List<String> find(String where) {
        return find(where, "");
    }

    private List<String> find(String where, String annotator) {
        TraceFilter filter = TraceFilter.parse(where);
        List<String> ids =
                workspace.traces().page(filter, annotator, 0, 100).stream()
                        .map(TraceSummary::id)
                        .toList();
        assertThat(workspace.traces().count(filter, annotator)).isEqualTo(ids.size());
        assertThat(workspace.traces().page(filter, QueueOrder.RANDOM, annotator, 0, 100))
                .extracting(TraceSummary::id)
                .isEqualTo(ids);
        if (annotator.isEmpty()) {
            List<String> streamed = new ArrayList<>();
            workspace.traces().forEach(filter, row -> streamed.add(row.trace().id()));
            assertThat(streamed).isEqualTo(ids);
        }
        return ids;
    }

    @Test
    void byGenerator() {
        assertThat(find("generator:\"model b\"")).containsExactly("b");
        assertThat(find("generator:model")).isEmpty();
    }

    @Test
    void byVerdictOfSomebodyOrEverybody() {
        human("a", 0, Verdict.WRONG, "anna");
        human("b", 0, Verdict.CORRECT, "anna");
        human("b", 1, Verdict.NEUTRAL, "bert");
        label("c", 0, Verdict.WRONG, "import:x", LabelSource.IMPORTED);

        assertThat(find("verdict:wrong")).containsExactly("a", "c");
        assertThat(find("verdict:wrong", "anna")).containsExactly("a");
        assertThat(find("verdict:wrong annotator:import:x")).containsExactly("c");
        assertThat(find("verdict:neutral")).containsExactly("b");
        assertThat(find("verdict:correct annotator:anna")).containsExactly("b");
        assertThat(find("verdict:correct annotator:bert")).isEmpty();
        assertThat(find("labelled:no", "bert")).containsExactly("a", "c", "d");
        workspace.labels().undo("bert").join();
        assertThat(find("verdict:neutral")).isEmpty();
    }

    @Test
    void byMarksThatAreCurrent() {
        marked("a", "anna", true, false, "");
        marked("b", "bert", false, true, "");
        marked("c", "anna", false, false, "hm");

        assertThat(find("spark:yes")).containsExactly("a");
        assertThat(find("spark:yes", "bert")).isEmpty();
        assertThat(find("spark:no")).containsExactly("b", "c", "d");
        assertThat(find("unsure:yes")).containsExactly("b");
        assertThat(find("comment:yes")).containsExactly("c");
        assertThat(find("comment:no annotator:bert")).hasSize(4);
        assertThat(find("kind:\"kind hm\"")).containsExactly("c");
        assertThat(find("kind:kind")).isEmpty();
        marked("a", "anna", false, true, "");
        assertThat(find("spark:yes")).as("the mark was taken away").isEmpty();
        assertThat(find("unsure:yes")).containsExactly("a", "b");
        workspace.labels().undo("anna").join();
        assertThat(find("spark:yes")).containsExactly("a");
    }

    @Test
    void byDisagreementOfPeopleOnAStep() {
        human("a", 0, Verdict.WRONG, "anna");
        human("a", 1, Verdict.CORRECT, "bert");
        human("b", 0, Verdict.NEUTRAL, "anna");
        human("b", 0, Verdict.CORRECT, "bert");
        human("c", 0, Verdict.WRONG, "anna");
        human("c", 0, Verdict.WRONG, "bert");
        human("d", 0, Verdict.CORRECT, "anna");
        label("d", 0, Verdict.WRONG, "anna", LabelSource.REPEAT);
        label("d", 0, Verdict.NEUTRAL, "rolls", LabelSource.ROLLOUT);

        assertThat(find("disagree:yes")).containsExactly("b");
        assertThat(find("disagree:no")).containsExactly("a", "c", "d");
        assertThat(find("disagree:yes annotator:carl")).as("of everybody").containsExactly("b");
        human("b", 0, Verdict.NEUTRAL, "bert");
        assertThat(find("disagree:yes")).isEmpty();
    }

    @Test
    void decidedOnceNoDifferenceIsLeft() {
        for (int step = 0; step < 2; step++) {
            human("a", step, Verdict.WRONG, "anna");
            human("a", step, Verdict.CORRECT, "bert");
        }
        assertThat(find("decided:yes")).isEmpty();
        label("a", 0, Verdict.WRONG, "rita", LabelSource.ADJUDICATED);
        assertThat(find("decided:yes")).as("one step is left").isEmpty();
        label("a", 1, Verdict.CORRECT, "rita", LabelSource.ADJUDICATED);
        assertThat(find("decided:yes")).containsExactly("a");
        assertThat(find("disagree:yes decided:no")).isEmpty();
        assertThat(find("disagree:yes")).as("the labels stay").containsExactly("a");
        workspace.labels().undo("rita").join();
        assertThat(find("decided:no")).hasSize(4);
        workspace
                .labels()
                .finish("b", "rita", LabelPass.DECISION, TraceState.SUBMITTED, "", Act.NONE)
                .join();
        assertThat(find("decided:yes")).containsExactly("b");
        assertThat(find("state:open", "rita")).as("deciding is not labelling").hasSize(4);
    }

    @Test
    void byGold() {
        workspace.gold().add(List.of("b", "d"), GoldUse.GOLD, "rita");
        assertThat(find("gold:yes")).containsExactly("b", "d");
        assertThat(find("gold:no")).containsExactly("a", "c");
    }

    @Test
    void bySliceAtTheShareOfTheProject() {
        for (double share : new double[] {0, 0.3, 0.6, 1}) {
            workspace.project().save(ProjectSettings.DEFAULTS.withSliceShare(share));
            List<String> in = new ArrayList<>();
            for (String id : List.of("a", "b", "c", "d")) {
                if (RandomSlice.contains("Problem " + id, share)) {
                    in.add(id);
                }
            }
            assertThat(find("slice:yes")).isEqualTo(in);
            List<String> out = new ArrayList<>(List.of("a", "b", "c", "d"));
            out.removeAll(in);
            assertThat(find("slice:no")).isEqualTo(out);
        }
    }

    @Test
    void byASavedViewAndWhatItNames() {
        human("a", 0, Verdict.WRONG, "anna");
        human("b", 0, Verdict.WRONG, "bert");
        SavedViews views = workspace.views();
        views.save(new SavedView("Wrong", "verdict:wrong", QueueOrder.RANDOM));
        views.save(new SavedView("anna's", "view:Wrong annotator:anna", QueueOrder.IMPORTED));

        assertThat(find("view:Wrong")).containsExactly("a", "b");
        assertThat(find("view:Wrong id:b")).containsExactly("b");
        List<LabelledTrace> rows = new ArrayList<>();
        human("a", 0, Verdict.CORRECT, "bert");
        workspace.traces().forEach(TraceFilter.parse("view:anna's"), rows::add);
        assertThat(rows).extracting(r -> r.trace().id()).containsExactly("a", "b");
        assertThat(rows.get(0).labels()).extracting(StepLabel::annotator).containsExactly("anna");
        assertThatThrownBy(() -> find("view:Nowhere"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("no saved view \"Nowhere\"");
    }

    @Test
    void nothingWrittenIsSyntax() {
        human("a", 0, Verdict.WRONG, "anna");
        for (String hostile : HOSTILE) {
            for (FilterKey key : FilterKey.values()) {
                if (key.choices().isEmpty() && key != FilterKey.VIEW) {
                    TraceFilter filter = TraceFilter.ALL.with(key, hostile);
                    List<TraceSummary> page = workspace.traces().page(filter, hostile, 0, 9);
                    boolean all = key == FilterKey.ANNOTATOR || filter.equals(TraceFilter.ALL);
                    assertThat(page).as(key + " " + hostile).hasSize(all ? 4 : 0);
                }
            }
            TraceFilter mine = TraceFilter.ALL.withAnnotator(hostile).withLabelled(true);
            assertThat(workspace.traces().count(mine, hostile)).isZero();
            assertThat(workspace.traces().next(mine, QueueOrder.RANDOM, hostile, hostile))
                    .isEmpty();
            assertThat(workspace.gold().nextFor(hostile)).isEmpty();
            assertThat(workspace.gold().key(hostile)).isEmpty();
            assertThat(workspace.remarks().of(hostile)).isEmpty();
            workspace.views().delete(hostile);
        }
        assertThat(find("verdict:wrong")).containsExactly("a");
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void hostileNamesAreNamesLikeOthers() {
        for (String hostile : HOSTILE) {
            String name = hostile.replaceAll("\\s", "n").replace('\0', '0');
            human("a", 0, Verdict.NEUTRAL, name);
            workspace.labels().finish("a", name, TraceState.SUBMITTED, hostile).join();
            TraceFilter his =
                    TraceFilter.ALL
                            .withAnnotator(name)
                            .withVerdict(Verdict.NEUTRAL)
                            .withState(TraceState.SUBMITTED);
            assertThat(workspace.traces().page(his, "", 0, 9))
                    .as(name)
                    .extracting(TraceSummary::id)
                    .containsExactly("a");
            workspace
                    .remarks()
                    .add(
                            Remark.of(
                                    "a",
                                    0,
                                    name,
                                    "say " + hostile,
                                    Instant.parse("2026-01-01T00:00:00Z")));
        }
        assertThat(workspace.remarks().of("a"))
                .hasSize(HOSTILE.size())
                .allSatisfy(r -> assertThat(r.text()).startsWith("say "));
        assertThat(workspace.check().problems()).isEmpty();
    }
}
