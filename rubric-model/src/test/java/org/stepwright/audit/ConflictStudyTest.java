package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

class ConflictStudyTest {
    private static final String PROBLEM = "What is 3 + 4?";

    /** A trace all of whose steps somebody calls correct. */
    static LabelledTrace labelled(String id, String problem, List<String> steps, String who) {
        return judged(id, problem, steps, who, "c".repeat(steps.size()));
    }

    private static LabelledTrace judged(
            String id, String problem, List<String> steps, String who, String verdicts) {
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < verdicts.length(); i++) {
            labels.add(said(id, i, verdicts.charAt(i), who, LabelSource.HUMAN));
        }
        return new LabelledTrace(Trace.of(id, problem, steps), labels);
    }

    private static StepLabel said(String id, int step, char what, String who, LabelSource source) {
        Verdict verdict =
                switch (what) {
                    case 'c' -> Verdict.CORRECT;
                    case 'w' -> Verdict.WRONG;
                    default -> Verdict.NEUTRAL;
                };
        return StepLabel.verdict(id, step, verdict, who, Instant.EPOCH, source);
    }

    private static List<AuditFinding> find(List<LabelledTrace> rows) {
        ConflictStudy study = new ConflictStudy();
        rows.forEach(row -> study.add(new AuditRow(row, "")));
        return study.findings();
    }

    @Test
    void differentPeopleAndTheSamePersonAreToldApart() {
        List<AuditFinding> two =
                find(
                        List.of(
                                judged("a", PROBLEM, List.of("3 + 4 = 7", "So 7."), "anna", "cc"),
                                judged("b", PROBLEM, List.of("3+4 = 7", "Thus 8."), "ben", "ww")));
        assertThat(two).hasSize(1);
        assertThat(two.get(0).traceId()).isEqualTo("b");
        assertThat(two.get(0).step()).isZero();
        assertThat(two.get(0).strength()).isEqualTo(1);
        assertThat(two.get(0).message())
                .isEqualTo(
                        "Step 1 is called wrong by ben and correct by anna in trace a, where the"
                                + " problem and all steps up to it are the same.");
        List<AuditFinding> one =
                find(
                        List.of(
                                judged("a", PROBLEM, List.of("3 + 4 = 7"), "anna", "c"),
                                judged("b", PROBLEM, List.of("3 + 4 = 7"), "anna", "n")));
        assertThat(one.get(0).strength()).isEqualTo(0.5);
        assertThat(one.get(0).message())
                .isEqualTo(
                        "Step 1 is called neutral here and correct in trace a, where the problem"
                                + " and all steps up to it are the same, both by anna.");
    }

    @Test
    void anotherBeginningOrProblemIsNoConflict() {
        assertThat(
                        find(
                                List.of(
                                        judged("a", PROBLEM, List.of("x", "y"), "anna", "cc"),
                                        judged("b", PROBLEM, List.of("z", "y"), "ben", "cw"),
                                        judged("c", "What is 3 - 4?", List.of("x"), "ben", "w"))))
                .isEmpty();
    }

    @Test
    void aToolResultIsPartOfWhatCameBefore() {
        Step first = new Step("look_up()", StepKind.TEXT, "", List.of());
        List<LabelledTrace> rows = new ArrayList<>();
        for (String result : List.of("open", "closed")) {
            Step second = new Step("Refund it.", StepKind.TEXT, result, List.of());
            Trace trace =
                    new Trace(
                            result,
                            PROBLEM,
                            List.of(first, second),
                            Outcome.UNKNOWN,
                            null,
                            Map.of());
            char what = result.equals("open") ? 'c' : 'w';
            rows.add(
                    new LabelledTrace(
                            trace, List.of(said(result, 1, what, "anna", LabelSource.HUMAN))));
        }
        assertThat(find(rows)).isEmpty();
    }

    @Test
    void inOneTraceADecisionSettlesIt() {
        Trace trace = Trace.of("a", PROBLEM, List.of("7"));
        List<StepLabel> two =
                List.of(
                        said("a", 0, 'c', "anna", LabelSource.HUMAN),
                        said("a", 0, 'w', "ben", LabelSource.HUMAN));
        assertThat(find(List.of(new LabelledTrace(trace, two))))
                .extracting(AuditFinding::message)
                .containsExactly("Step 1 is called wrong by ben and correct by anna.");
        List<StepLabel> decided = new ArrayList<>(two);
        decided.add(said("a", 0, 'w', "rita", LabelSource.ADJUDICATED));
        assertThat(find(List.of(new LabelledTrace(trace, decided)))).isEmpty();
    }

    @Test
    void aDecisionLeadsAndRepeatsDoNotCount() {
        LabelledTrace decided =
                new LabelledTrace(
                        Trace.of("z", PROBLEM, List.of("7")),
                        List.of(said("z", 0, 'w', "rita", LabelSource.ADJUDICATED)));
        List<AuditFinding> found =
                find(
                        List.of(
                                judged("a", PROBLEM, List.of("7"), "anna", "c"),
                                judged("b", PROBLEM, List.of("7"), "ben", "c"),
                                decided));
        assertThat(found).extracting(AuditFinding::traceId).containsExactly("a", "b");
        LabelledTrace repeated =
                new LabelledTrace(
                        Trace.of("r", PROBLEM, List.of("7")),
                        List.of(
                                said("r", 0, 'w', "anna", LabelSource.HUMAN),
                                said("r", 0, 'c', "anna", LabelSource.REPEAT)));
        assertThat(find(List.of(repeated))).isEmpty();
    }

    @Test
    void alternativesCountAsSteps() {
        Step step = new Step("8", StepKind.TEXT, "", List.of("7"));
        Trace trace = new Trace("p", PROBLEM, List.of(step), Outcome.UNKNOWN, null, Map.of());
        StepLabel label =
                new StepLabel(
                        "p",
                        0,
                        1,
                        Verdict.WRONG,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        "",
                        "ben",
                        Instant.EPOCH,
                        "",
                        LabelSource.HUMAN);
        List<AuditFinding> found =
                find(
                        List.of(
                                judged("a", PROBLEM, List.of("7"), "anna", "c"),
                                new LabelledTrace(trace, List.of(label))));
        assertThat(found).extracting(AuditFinding::traceId).containsExactly("p");
    }

    @Property(tries = 100)
    void orderDoesNotMatter(@ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> steps = List.of("s" + random.nextInt(2), "s" + random.nextInt(2));
            String verdicts =
                    "" + "cwn".charAt(random.nextInt(3)) + "cwn".charAt(random.nextInt(3));
            rows.add(
                    judged(
                            "t" + i,
                            "P" + random.nextInt(2),
                            steps,
                            "p" + random.nextInt(3),
                            verdicts));
        }
        List<AuditFinding> found = find(rows);
        Collections.shuffle(rows, random);
        assertThat(find(rows)).isEqualTo(found);
        rows.add(judged("new", "Something else", List.of("s0", "s1"), "p0", "cw"));
        assertThat(find(rows)).isEqualTo(found);
    }
}
