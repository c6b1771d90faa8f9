package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.NEUTRAL;
import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;

class TraceStoreTest {
    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w.stepwright"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void givesBackWhatWasAdded() {
        LabelledTrace row =
                new LabelledTrace(
                        Samples.rich("t"),
                        List.of(
                                Samples.richLabel("t", 0, 0, "anna"),
                                Samples.label("t", 1, NEUTRAL, "bert"),
                                Samples.richLabel("t", 1, 2, "anna")));

        AddResult result = workspace.traces().add(List.of(row));

        assertThat(result).isEqualTo(new AddResult(1, 0, 3, 3, List.of()));
        assertThat(workspace.traces().labelled("t")).contains(row);
        assertThat(workspace.traces().find("t")).contains(row.trace());
        assertThat(workspace.traces().find("T")).isEmpty();
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void addingTheSameAgainAddsNothing() {
        List<LabelledTrace> rows =
                List.of(
                        Samples.labelled("a", "anna", CORRECT, WRONG),
                        Samples.labelled("b", "anna", CORRECT, null));
        workspace.traces().add(rows);

        AddResult again = workspace.traces().add(rows);

        assertThat(again).isEqualTo(new AddResult(0, 2, 0, 0, List.of()));
        assertThat(workspace.counts().events()).isEqualTo(3);
    }

    @Test
    void aKnownTraceTakesLabelsOfOtherAnnotatorsOnly() {
        workspace.traces().add(List.of(Samples.labelled("a", "anna", CORRECT, null)));

        AddResult mine =
                workspace.traces().add(List.of(Samples.labelled("a", "anna", CORRECT, WRONG)));
        AddResult other =
                workspace.traces().add(List.of(Samples.labelled("a", "bert", CORRECT, WRONG)));

        assertThat(mine.known()).isEqualTo(1);
        assertThat(mine.labels()).isZero();
        assertThat(mine.clashes()).extracting(Clash::id).containsExactly("a");
        assertThat(mine.clashes().get(0).reason()).contains("anna are there already");
        assertThat(other).isEqualTo(new AddResult(0, 1, 0, 2, List.of()));
        assertThat(workspace.labels().of("a", "anna")).hasSize(1);
        assertThat(workspace.labels().of("a", "bert")).hasSize(2);
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void labelsThatAnAnnotatorClearedDoNotComeBack() {
        LabelledTrace row = Samples.labelled("a", "anna", CORRECT);
        workspace.traces().add(List.of(row));
        workspace.labels().clear("a", 0, 0, "anna").join();

        AddResult again = workspace.traces().add(List.of(row));

        assertThat(again.labels()).isZero();
        assertThat(again.clashes()).hasSize(1);
        assertThat(again.clashes().get(0).reason()).contains("anna were cleared here");
        assertThat(workspace.labels().of("a")).isEmpty();
        workspace.labels().undo("anna").join();
        assertThat(workspace.traces().add(List.of(row)).clashes()).isEmpty();
    }

    @Test
    void labelsWithAllThatTheySayAreKnownAgain() {
        Trace trace = Samples.rich("a");
        List<StepLabel> labels = List.of(Samples.richLabel("a", 1, 2, "anna"));
        List<LabelledTrace> rows = List.of(new LabelledTrace(trace, labels));
        workspace.traces().add(rows);

        assertThat(workspace.traces().add(rows)).isEqualTo(new AddResult(0, 1, 0, 0, List.of()));
    }

    @Test
    void otherContentUnderAKnownIdIsAClash() {
        workspace.traces().add(List.of(Samples.unlabelled("a", "one", "two")));

        AddResult result =
                workspace
                        .traces()
                        .add(List.of(Samples.unlabelled("a", "onetwo"), Samples.unlabelled("b")));

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.clashes()).extracting(Clash::id).containsExactly("a");
        assertThat(workspace.traces().find("a").orElseThrow().steps()).hasSize(2);
    }

    @Test
    void otherMetadataIsNotOtherContent() {
        Trace plain = Samples.trace("a", "one");
        Trace found =
                new Trace(
                        "a",
                        plain.problem(),
                        plain.steps(),
                        Outcome.UNKNOWN,
                        null,
                        Map.of(Trace.SOURCE, "elsewhere"));
        workspace.traces().add(List.of(new LabelledTrace(plain, List.of())));

        assertThat(workspace.traces().add(List.of(new LabelledTrace(found, List.of()))).known())
                .isEqualTo(1);
    }

    @Test
    void theSameIdTwiceInOneCallIsKnownOrClashes() {
        AddResult result =
                workspace
                        .traces()
                        .add(
                                List.of(
                                        Samples.labelled("a", "anna", CORRECT),
                                        Samples.labelled("a", "anna", WRONG),
                                        Samples.labelled("a", "bert", WRONG),
                                        Samples.unlabelled("a", "else")));

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.known()).isEqualTo(2);
        assertThat(result.labels()).isEqualTo(2);
        assertThat(result.clashes())
                .extracting(Clash::reason)
                .satisfiesExactly(
                        labels -> assertThat(labels).contains("anna are there already"),
                        content -> assertThat(content).contains("belongs to another trace"));
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void streamsInTheOrderOfComing() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(Samples.labelled("t" + (i * 37 % 50), "anna", CORRECT, null, WRONG));
        }
        workspace.traces().add(rows);

        List<LabelledTrace> seen = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.ALL, seen::add);

        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void aStreamSeesOneMomentAndItsSinkMayWrite() {
        workspace.traces().add(List.of(Samples.unlabelled("a", "x"), Samples.unlabelled("b", "x")));
        List<String> seen = new ArrayList<>();

        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL,
                        row -> {
                            seen.add(row.trace().id());
                            workspace
                                    .traces()
                                    .add(List.of(Samples.unlabelled(row.trace().id() + "'", "x")));
                            assertThat(workspace.traces().find(row.trace().id())).isPresent();
                        });

        assertThat(seen).containsExactly("a", "b");
        assertThat(workspace.counts().traces()).isEqualTo(4);
    }

    @Test
    void pagesSayWhatThisAnnotatorDid() {
        workspace
                .traces()
                .add(
                        List.of(
                                Samples.labelled("open", "anna", CORRECT, null),
                                Samples.labelled("clean", "anna", CORRECT, NEUTRAL),
                                Samples.labelled("wrong", "anna", CORRECT, WRONG, null),
                                Samples.labelled("other", "bert", WRONG),
                                Samples.unlabelled("empty")));
        workspace.labels().finish("wrong", "anna", TraceState.SUBMITTED, "").join();

        List<TraceSummary> page = workspace.traces().page(TraceFilter.ALL, "anna", 0, 10);

        assertThat(page)
                .extracting(TraceSummary::id, TraceSummary::labelled, TraceSummary::firstError)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("open", 1, -2),
                        org.assertj.core.groups.Tuple.tuple("clean", 2, -1),
                        org.assertj.core.groups.Tuple.tuple("wrong", 2, 1),
                        org.assertj.core.groups.Tuple.tuple("other", 0, -2),
                        org.assertj.core.groups.Tuple.tuple("empty", 0, -2));
        assertThat(page.get(2).state()).isEqualTo(TraceState.SUBMITTED);
        assertThat(workspace.traces().page(TraceFilter.ALL, "anna", 2, 2))
                .isEqualTo(page.subList(2, 4));
        assertThat(workspace.traces().page(TraceFilter.ALL, "anna", 5, 2)).isEmpty();
    }
}
