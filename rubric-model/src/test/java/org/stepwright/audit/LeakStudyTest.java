package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

class LeakStudyTest {
    private static final String SUE =
            "Sue lives in a fun neighborhood. One weekend, the neighbors decided to play a prank on"
                    + " Sue. On Friday morning, the neighbors placed 18 pink plastic flamingos out"
                    + " on Sue's front yard.";

    private static LabelledTrace trace(String id, String problem, Map<String, String> metadata) {
        return new LabelledTrace(
                new Trace(
                        id,
                        problem,
                        List.of(Step.of("It is " + id)),
                        Outcome.UNKNOWN,
                        null,
                        metadata),
                List.of());
    }

    private static AuditRow row(String id, String problem, String part) {
        return new AuditRow(trace(id, problem, Map.of(SplitOf.METADATA, part)), "");
    }

    private static LeakStudy study(List<AuditRow> rows) {
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        rows.forEach(study::add);
        return study;
    }

    @Test
    void theRowThatIsLearnedFromIsNamed() {
        List<AuditFinding> found =
                study(
                                List.of(
                                        row("a", SUE, "train"),
                                        row("b", SUE.replace("weekend", "week-end"), "Test"),
                                        row("c", SUE.toUpperCase(java.util.Locale.ROOT), "dev"),
                                        row("d", "Something else is asked here", "test")))
                        .findings();
        assertThat(found).extracting(AuditFinding::traceId).containsExactly("a", "c");
        assertThat(found.get(0).other()).isEqualTo("b");
        assertThat(found.get(0).message())
                .matches(
                        "It is in the part train, and trace b in the part test has nearly the same"
                                + " problem \\(\\d\\d % alike\\)\\.");
    }

    @Test
    void filesTellTheirPart() {
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        study.add(new AuditRow(trace("a", SUE, Map.of()), "prm800k_train_p1.jsonl"));
        study.add(new AuditRow(trace("b", SUE, Map.of()), "prm800k_test_p2.jsonl"));
        study.add(new AuditRow(trace("c", SUE, Map.of()), "contest.jsonl"));
        assertThat(study.findings()).extracting(AuditFinding::traceId).containsExactly("a");
        assertThat(study.findings().get(0).message()).contains("trace b of prm800k_test_p2.jsonl");
    }

    @Test
    void oneOtherWordInAShortProblemIsSeenButNoOtherNumber() {
        String problem = "What is the sum of all the digits when 629 is written in base 7?";
        List<AuditFinding> found =
                study(
                                List.of(
                                        row("a", problem, "train"),
                                        row("b", "How many digits has 629 in base 7?", "train"),
                                        row("c", problem.replace("629", "630"), "train"),
                                        row("d", problem.replace("written", "put"), "test")))
                        .findings();
        assertThat(found).extracting(AuditFinding::traceId).containsExactly("a");
    }

    @Test
    void theSameWordsInAnotherOrderAreNotCalledTheSame() {
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        study.benchmark(
                "b", 1, trace("x", "Anna gives her friend Ben exactly 3 red apples", Map.of()));
        study.add(row("a", "Ben gives her friend Anna exactly 3 red apples", ""));
        assertThat(study.findings())
                .extracting(AuditFinding::message)
                .containsExactly(
                        "Its problem is nearly the same (99 % alike) as the one in b, line 1.");
    }

    @Test
    void aRewrittenProblemBelongsToItsOriginalToo() {
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        Map<String, String> rewritten =
                Map.of(Trace.ORIGINAL_PROBLEM, SUE, SplitOf.METADATA, "train");
        study.add(new AuditRow(trace("a", "What colour are they?", rewritten), ""));
        study.add(row("b", SUE, "test"));
        assertThat(study.findings()).extracting(AuditFinding::traceId).containsExactly("a");
    }

    @Test
    void aBenchmarkIsNamedByFileAndLine() {
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        study.benchmark("gsm8k.jsonl", 17, trace("x", SUE, Map.of()));
        study.benchmark("other.jsonl", 3, trace("y", SUE.replace("18", "20"), Map.of()));
        study.add(row("a", SUE, ""));
        study.add(row("b", "Answer briefly and in French; no notes. " + SUE + " How many?", ""));
        study.add(row("c", "Nothing of the kind is asked in this one", ""));
        List<AuditFinding> found = study.findings();
        assertThat(found)
                .extracting(AuditFinding::traceId, AuditFinding::other)
                .containsExactly(
                        tuple("a", "gsm8k.jsonl:17"),
                        tuple("a", "other.jsonl:3"),
                        tuple("b", "gsm8k.jsonl:17"),
                        tuple("b", "other.jsonl:3"));
        assertThat(found.get(0).message())
                .isEqualTo("Its problem is the one in gsm8k.jsonl, line 17.");
        assertThat(found.get(2).message())
                .isEqualTo(
                        "Its problem holds 100 % of the wording of the one in gsm8k.jsonl, line"
                                + " 17.");
        assertThatThrownBy(() -> study.benchmark("late", 1, trace("z", SUE, Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPhraseOfManyBenchmarkProblemsIsNoLeak() {
        String phrase =
                "Please reason step by step and put your final answer in a box at the very end ";
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        for (int i = 0; i < 60; i++) {
            study.benchmark("b", i + 1, trace("b" + i, phrase + "q" + i + " r" + i, Map.of()));
        }
        study.add(row("a", phrase + "of this one, which nobody has asked", ""));
        assertThat(study.findings()).isEmpty();
    }

    @Test
    void filesThatShareProblemsAreCounted() {
        LeakStudy study = new LeakStudy(LeakOptions.DEFAULT);
        LabelledTrace same = trace("a", SUE, Map.of());
        study.add(new AuditRow(same, "one"));
        study.add(new AuditRow(same, "two"));
        study.add(new AuditRow(trace("b", SUE.replace("weekend", "week-end"), Map.of()), "three"));
        assertThat(study.overlaps())
                .containsExactly(
                        new FileOverlap("one", "three", 0, 1, 0),
                        new FileOverlap("one", "two", 1, 1, 1),
                        new FileOverlap("three", "two", 0, 1, 0));
    }

    @Test
    void emptyProblemsAreNotTheSame() {
        assertThat(study(List.of(row("a", "", "train"), row("b", "?!", "test"))).findings())
                .isEmpty();
    }

    @Property(tries = 100)
    void orderDoesNotMatter(@ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> parts = List.of("train", "validation", "test", "extra", "");
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String problem = SUE.replace("18", "" + random.nextInt(40)) + " q" + random.nextInt(4);
            rows.add(row("t" + i, problem, parts.get(random.nextInt(5))));
        }
        List<AuditFinding> found = study(rows).findings();
        Collections.shuffle(rows, random);
        assertThat(study(rows).findings()).isEqualTo(found);
        rows.add(row("unrelated", "Who wrote this and when was it written?", "test"));
        assertThat(study(rows).findings()).isEqualTo(found);
    }
}
