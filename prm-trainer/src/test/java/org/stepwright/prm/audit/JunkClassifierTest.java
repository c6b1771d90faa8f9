package org.stepwright.prm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.audit.PlantedJunk.Kind;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class JunkClassifierTest {
    private static final List<LabelledTrace> BUNDLED = AuditData.bundled();
    private static JunkClassifier classifier;

    @BeforeAll
    static void train() {
        classifier = sample(BUNDLED).train(Progress.NONE);
    }

    /** Seeds differ from the one that the penalties were chosen with. */
    @Test
    void plantedJunkIsFoundAndLittleElse() {
        Map<String, JunkReport.Score> scores = JunkReport.of(BUNDLED, 7);

        JunkReport.Score rules = scores.get("rules");
        JunkReport.Score trained = scores.get("classifier");
        JunkReport.Score both = scores.get("both");
        JunkReport.Score baseline = scores.get("baseline");
        assertThat(rules.precision().value()).isGreaterThan(0.93);
        assertThat(rules.recall().value()).isGreaterThan(0.55);
        assertThat(trained.precision().value()).isGreaterThan(0.85);
        assertThat(both.precision().value()).isGreaterThan(0.9);
        assertThat(both.recall().value()).isGreaterThan(0.6);
        assertThat(both.recall().value()).isGreaterThan(rules.recall().value());
        assertThat(baseline.recall().value()).isLessThan(0.15);
        assertThat(both.byKind().get(Kind.MOJIBAKE).value()).isGreaterThan(0.95);
        assertThat(both.byKind().get(Kind.LOOP).value()).isGreaterThan(0.9);
        assertThat(both.byKind().get(Kind.FOREIGN).value()).isGreaterThan(0.85);
        assertThat(both.byKind().get(Kind.GIBBERISH).value()).isGreaterThan(0.6);
    }

    @Test
    void itSaysHowGoodItIs() {
        assertThat(classifier.quality().precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(classifier.quality().found().value()).isGreaterThan(0.5);
        assertThat(classifier.quality().falseAlarms().value()).isLessThan(0.01);
        assertThat(classifier.threshold()).isBetween(0.0, 1.0);
    }

    /** What it never saw spoiled in this way is found less well, but it is found. */
    @Test
    void aKindOfJunkThatItNeverSawIsFoundToo() {
        Spoiling unseen = Spoiling.TOKEN_SOUP;
        List<Spoiling> kinds = new ArrayList<>(EnumSet.complementOf(EnumSet.of(unseen)));
        JunkClassifier blind = sample(BUNDLED).train(kinds, Progress.NONE);
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            String text = BUNDLED.get(i).trace().steps().get(0).text() + " It is so.";
            found += blind.isJunk(unseen.spoil(text, text, random)) ? 1 : 0;
        }

        assertThat(found).isGreaterThan(100);
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<LabelledTrace> shuffled = new ArrayList<>(BUNDLED);
        Collections.shuffle(shuffled, new Random(1));
        JunkClassifier other = sample(shuffled).train(Progress.NONE);

        assertThat(other.threshold()).isEqualTo(classifier.threshold());
        assertThat(other.chance("Nobody knows how the crates were counted."))
                .isEqualTo(classifier.chance("Nobody knows how the crates were counted."));
    }

    @Test
    void findingsNameTheStep() {
        Trace trace =
                Trace.of(
                        "t",
                        "p",
                        List.of(
                                "First the facts: Kofi bought 2 coffee grinders at $52 each.",
                                "xqzt vvkjw plorfnak zzzqpt wmbrgh jjxkcvt qqwpzl krrtbn",
                                "9"));

        assertThat(classifier.findings(new AuditRow(new LabelledTrace(trace, List.of()), "")))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.kind()).isEqualTo(FindingKind.JUNK_TEXT);
                            assertThat(f.step()).isEqualTo(1);
                            assertThat(f.strength()).isGreaterThanOrEqualTo(classifier.threshold());
                        });
    }

    @Test
    void aWorkspaceInChineseIsNotJunkToItself() {
        SplittableRandom random = new SplittableRandom(5);
        List<LabelledTrace> rows = new ArrayList<>();
        String[] parts = {
            "首先我们计算苹果的数量",
            "然后把两个价格加起来",
            "所以一共需要付",
            "接下来减去优惠券的金额",
            "因此每个人分到",
            "根据题目的条件可以知道",
            "这一步我们得到的结果是",
            "最后检查一下答案是否正确"
        };
        for (int i = 0; i < 400; i++) {
            List<String> steps = new ArrayList<>();
            for (int s = 0; s < 3; s++) {
                steps.add(
                        parts[random.nextInt(8)]
                                + random.nextInt(100)
                                + "元，"
                                + parts[random.nextInt(8)]
                                + random.nextInt(100)
                                + "，"
                                + parts[random.nextInt(8)]
                                + "。");
            }
            rows.add(new LabelledTrace(Trace.of("t" + i, "p" + i, steps), List.of()));
        }
        JunkClassifier chinese = sample(rows).train(Progress.NONE);
        long alarms =
                rows.stream().mapToLong(r -> chinese.findings(new AuditRow(r, "")).size()).sum();

        assertThat(alarms).isLessThan(12);
        assertThat(chinese.isJunk("xqzt vvkjw plorfnak zzzqpt wmbrgh jjxkcvt qqwpzl")).isTrue();
    }

    @Test
    void aMillionCharactersAreJudged() {
        assertThat(classifier.chance("ab\uD83D".repeat(333_333))).isBetween(0.0, 1.0);
        assertThat(classifier.chance("")).isZero();
    }

    @Test
    void tooFewStepsAreASentence() {
        assertThatThrownBy(() -> sample(BUNDLED.subList(0, 3)).train(Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("too few to learn what is usual");
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

        assertThatThrownBy(() -> sample(BUNDLED).train(cancelled)).isInstanceOf(Cancelled.class);
    }

    private static JunkClassifier.Sample sample(List<LabelledTrace> rows) {
        JunkClassifier.Sample sample = new JunkClassifier.Sample();
        rows.forEach(r -> sample.add(new AuditRow(r, "")));
        return sample;
    }
}
