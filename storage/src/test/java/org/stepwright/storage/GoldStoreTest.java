package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.NEUTRAL;
import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.DueTrace.Reason;
import org.stepwright.work.WorkFailed;

class GoldStoreTest {
    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w"));
        workspace
                .traces()
                .add(
                        IntStream.range(0, 40)
                                .mapToObj(i -> Samples.unlabelled("t" + i, "one", "two"))
                                .toList());
        // Keys of the gold traces, as a file would bring them.
        for (String id : List.of("t0", "t1", "t2", "t3")) {
            put(id, 1, WRONG, "import:keys", LabelSource.IMPORTED);
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void put(String id, int step, Verdict verdict, String who, LabelSource source) {
        workspace
                .labels()
                .put(StepLabel.verdict(id, step, verdict, who, Samples.AT, source))
                .join();
    }

    private void submit(String id, String who) {
        workspace.labels().finish(id, who, TraceState.SUBMITTED, "").join();
    }

    private void settings(double gold, double repeat, int screening) {
        workspace
                .project()
                .save(
                        ProjectSettings.DEFAULTS
                                .withGoldShare(gold)
                                .withRepeatShare(repeat)
                                .withScreening(screening));
    }

    private Optional<Reason> reason(String who) {
        return workspace.gold().nextFor(who).map(DueTrace::reason);
    }

    @Test
    void goldIsKeptWithWhoAndWhy() {
        GoldStore gold = workspace.gold();
        gold.add(List.of("t2", "t0"), GoldUse.GOLD, "rita");
        gold.add(List.of("t0"), GoldUse.SCREENING, "rob");
        assertThat(gold.all())
                .extracting(GoldTrace::traceId, GoldTrace::use, GoldTrace::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("t0", GoldUse.SCREENING, "rob"),
                        org.assertj.core.groups.Tuple.tuple("t2", GoldUse.GOLD, "rita"));
        assertThatThrownBy(() -> gold.add(List.of("t1", "nowhere"), GoldUse.GOLD, "rita"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("nowhere");
        assertThat(gold.all()).as("none was added").hasSize(2);
        gold.remove(List.of("t2", "nowhere"));
        assertThat(gold.all()).extracting(GoldTrace::traceId).containsExactly("t0");
    }

    @Test
    void theKeyIsTheDecisionElseWhatCameElseWhatMostSay() {
        GoldStore gold = workspace.gold();
        assertThat(gold.key("t9")).isEmpty();
        put("t9", 0, CORRECT, "anna", LabelSource.HUMAN);
        put("t9", 0, CORRECT, "bert", LabelSource.HUMAN);
        put("t9", 0, NEUTRAL, "carl", LabelSource.HUMAN);
        put("t9", 0, WRONG, "anna", LabelSource.REPEAT);
        assertThat(gold.key("t9").orElseThrow()).containsExactly(CORRECT, null);
        put("t9", 0, NEUTRAL, "import:x", LabelSource.IMPORTED);
        assertThat(gold.key("t9").orElseThrow()).containsExactly(NEUTRAL, null);
        put("t9", 1, WRONG, "rita", LabelSource.ADJUDICATED);
        assertThat(gold.key("t9").orElseThrow())
                .as("the step without a decision stays as it came")
                .containsExactly(NEUTRAL, WRONG);
    }

    @Test
    void onesOwnLabelsAreNoKeyForOneself() {
        put("t9", 0, WRONG, "anna", LabelSource.HUMAN);
        assertThat(workspace.gold().key("t9", "anna")).isEmpty();
        put("t9", 0, CORRECT, "bert", LabelSource.HUMAN);
        put("t9", 0, CORRECT, "anna", LabelSource.ADJUDICATED);
        put("t9", 1, CORRECT, "anna", LabelSource.ADJUDICATED);
        assertThat(workspace.gold().key("t9", "anna").orElseThrow()).containsExactly(CORRECT, null);
    }

    @Test
    void oneTraceInEveryRoundIsGoldAndNoneTwice() {
        settings(0.25, 0, 0);
        workspace.gold().add(List.of("t0", "t1", "t2"), GoldUse.GOLD, "rita");
        List<String> served = new ArrayList<>();
        List<Boolean> wasGold = new ArrayList<>();
        int ordinary = 4;
        for (int i = 0; i < 20; i++) {
            Optional<DueTrace> due = workspace.gold().nextFor("anna");
            assertThat(workspace.gold().nextFor("anna")).as("until it is done").isEqualTo(due);
            due.ifPresent(d -> assertThat(d.reason()).isEqualTo(Reason.GOLD));
            due.ifPresent(d -> served.add(d.traceId()));
            wasGold.add(due.isPresent());
            submit(due.isPresent() ? due.get().traceId() : "t" + ordinary++, "anna");
        }
        assertThat(served).containsExactlyInAnyOrder("t0", "t1", "t2");
        for (int i = 0; i < 20; i++) {
            assertThat(wasGold.get(i)).as("trace " + i).isEqualTo(i % 4 == 3 && i < 12);
        }
        workspace.labels().undo("anna").join();
        assertThat(reason("anna")).isEmpty();
    }

    @Test
    void goldThatComesLateComesOneAtATime() {
        settings(0.5, 0, 0);
        IntStream.range(10, 30).forEach(i -> submit("t" + i, "anna"));
        workspace.gold().add(List.of("t0", "t1"), GoldUse.GOLD, "rita");
        String first = workspace.gold().nextFor("anna").orElseThrow().traceId();
        submit(first, "anna");
        assertThat(reason("anna")).isEmpty();
        submit("t30", "anna");
        assertThat(workspace.gold().nextFor("anna").orElseThrow().traceId()).isNotEqualTo(first);
        workspace.labels().undo("anna").join();
        workspace.labels().undo("anna").join();
        assertThat(workspace.gold().nextFor("anna").orElseThrow().traceId())
                .as("undo takes the serving back as well")
                .isEqualTo(first);
    }

    @Test
    void nobodyIsCheckedByTheirOwnDecisionsNorWithoutAKey() {
        settings(1, 0, 0);
        workspace.gold().add(List.of("t0", "t9"), GoldUse.GOLD, "rita");
        put("t0", 1, CORRECT, "rita", LabelSource.ADJUDICATED);
        assertThat(reason("rita")).as("t9 has no key").isEmpty();
        assertThat(reason("anna")).contains(Reason.GOLD);
        put("t9", 0, CORRECT, "bert", LabelSource.HUMAN);
        assertThat(workspace.gold().nextFor("rita")).contains(new DueTrace("t9", Reason.GOLD));
        workspace
                .labels()
                .finish("t9", "rita", LabelPass.DECISION, TraceState.SUBMITTED, "", Act.NONE)
                .join();
        assertThat(reason("rita")).isEmpty();
    }

    @Test
    void aNewAnnotatorIsScreenedFirst() {
        settings(1, 0, 2);
        workspace.gold().add(List.of("t0", "t1", "t2"), GoldUse.SCREENING, "rita");
        workspace.gold().add(List.of("t3"), GoldUse.GOLD, "rita");
        submit("t20", "bert");
        assertThat(reason("bert")).as("not new").contains(Reason.GOLD);
        String first = workspace.gold().nextFor("anna").orElseThrow().traceId();
        assertThat(reason("anna")).contains(Reason.SCREENING);
        submit(first, "anna");
        submit("t21", "anna");
        assertThat(reason("anna")).as("goes on").contains(Reason.SCREENING);
        submit(workspace.gold().nextFor("anna").orElseThrow().traceId(), "anna");
        assertThat(reason("anna")).contains(Reason.GOLD);
        settings(0, 0, 0);
        assertThat(reason("carl")).isEmpty();
    }

    @Test
    void tracesComeAgainAfterDaysAndOnce() {
        settings(0, 0.5, 0);
        workspace.gold().add(List.of("t0"), GoldUse.GOLD, "rita");
        submit("t10", "anna");
        submit("t11", "anna");
        workspace.labels().finish("t12", "anna", TraceState.GAVE_UP, "").join();
        assertThat(reason("anna")).as("too early").isEmpty();
        Instant later = Instant.now().plus(Duration.ofDays(15));

        String first = due(later);
        repeat(first);
        assertThat(workspace.gold().nextFor("anna", later)).as("not its turn").isEmpty();
        submit("t13", "anna");
        submit("t14", "anna");
        List<String> all = new ArrayList<>(List.of(first));
        while (workspace.gold().nextFor("anna", later).isPresent()) {
            all.add(due(later));
            repeat(all.get(all.size() - 1));
            workspace.labels().finish("t15", "anna", TraceState.BAD_PROBLEM, "").join();
        }
        assertThat(all).containsExactlyInAnyOrder("t10", "t11", "t13", "t14");
        assertThat(workspace.gold().nextFor("bert", later)).isEmpty();
    }

    private String due(Instant at) {
        DueTrace due = workspace.gold().nextFor("anna", at).orElseThrow();
        assertThat(due.reason()).isEqualTo(Reason.REPEAT);
        return due.traceId();
    }

    private void repeat(String id) {
        workspace
                .labels()
                .finish(id, "anna", LabelPass.REPEAT, TraceState.SUBMITTED, "", Act.NONE)
                .join();
    }

    @Test
    void aTraceThatWasCutAnewIsNotServed() {
        settings(1, 0, 0);
        workspace.gold().add(List.of("t0"), GoldUse.GOLD, "rita");
        workspace
                .labels()
                .revise("t0", Samples.trace("t0~1", "x"), List.of(), "rita", Act.NONE)
                .join();
        assertThat(reason("anna")).isEmpty();
    }
}
