package org.stepwright.prm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class ConfidentLearningTest {
    private static final List<LabelledTrace> BUNDLED = AuditData.bundled();

    @Test
    void swappedLabelsAreFoundFarMoreOftenThanByLot() {
        LabelReport.Score score = LabelReport.of(BUNDLED, 7);

        assertThat(score.result().auroc()).isGreaterThan(0.7);
        assertThat(score.recall().value()).isGreaterThan(0.5);
        assertThat(score.precision().value()).isGreaterThan(3 * score.share().value());
        assertThat(score.top().value()).isGreaterThan(5 * score.share().value());
    }

    @Test
    void findingsSayWhatIsDoubtedAndWhatItMayBe() {
        ConfidentLearning.Result result = LabelReport.run(BUNDLED);

        List<AuditFinding> findings = result.findings();
        assertThat(findings).hasSameSizeAs(result.issues()).isNotEmpty();
        for (int i = 0; i < findings.size(); i++) {
            LabelIssue issue = result.issues().get(i);
            assertThat(issue.suggested()).isNotEqualTo(issue.given()).isNotNull();
            assertThat(findings.get(i).kind()).isEqualTo(FindingKind.LABEL_ERROR);
            assertThat(findings.get(i).other()).isEqualTo(issue.suggested().name());
            assertThat(findings.get(i).strength()).isBetween(0.5, 1.0);
            assertThat(Verdict.valueOf(findings.get(i).other())).isNotEqualTo(Verdict.NEUTRAL);
        }
        assertThat(findings)
                .isSortedAccordingTo((a, b) -> Double.compare(b.strength(), a.strength()));
        int sum = 0;
        for (int[] row : result.joint()) {
            sum += row[0] + row[1];
        }
        assertThat(sum).isEqualTo(result.steps());
    }

    @Test
    void theSameRowsGiveTheSameFindings() {
        assertThat(LabelReport.run(BUNDLED).issues()).isEqualTo(LabelReport.run(BUNDLED).issues());
    }

    @Test
    void anyOrderOfTheRowsFindsAboutTheSame() {
        List<LabelledTrace> shuffled = new ArrayList<>(BUNDLED);
        Collections.shuffle(shuffled, new Random(2));
        List<String> forth = keys(LabelReport.run(BUNDLED));
        List<String> back = keys(LabelReport.run(shuffled));
        List<String> common = new ArrayList<>(forth);
        common.retainAll(back);

        assertThat(common.size()).isGreaterThan(forth.size() / 2);
    }

    @Test
    void tooLittleToJudgeIsASentence() {
        assertThatThrownBy(() -> LabelReport.run(BUNDLED.subList(0, 3)))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("too few to check labels");
        List<LabelledTrace> allCorrect =
                BUNDLED.stream()
                        .map(
                                r ->
                                        new LabelledTrace(
                                                r.trace(),
                                                r.labels().stream()
                                                        .map(l -> l.withVerdict(Verdict.CORRECT))
                                                        .toList()))
                        .toList();
        assertThatThrownBy(() -> LabelReport.run(allCorrect))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("label more problems");
    }

    @Test
    void aCancelStopsIt() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        try (ConfidentLearning learning =
                new ConfidentLearning(ConfidentLearning.Options.DEFAULT)) {
            BUNDLED.forEach(learning::add);
            assertThatThrownBy(() -> learning.run(cancelled)).isInstanceOf(Cancelled.class);
        }
    }

    private static List<String> keys(ConfidentLearning.Result result) {
        return result.issues().stream().map(i -> SwappedLabels.key(i.traceId(), i.step())).toList();
    }
}
