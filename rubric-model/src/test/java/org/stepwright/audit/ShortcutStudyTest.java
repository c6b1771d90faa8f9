package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.Shortcut.Fact;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Step;

class ShortcutStudyTest {
    @Test
    void lengthThatTellsTheLabelIsWarnedOf() {
        ShortcutStudy study = study(1, 500, (random, wrong) -> wrong ? 200 : 40, "");

        assertThat(study.findings())
                .extracting(AuditFinding::other)
                .containsExactly("length of a step");
        Shortcut length = shortcut(study, Fact.LENGTH);
        assertThat(length.auroc()).isCloseTo(1, within(0.01));
        assertThat(length.accuracy()).isCloseTo(1, within(0.01));
        assertThat(length.problems()).isBetween(480, 520);
        assertThat(study.findings().get(0).message())
                .startsWith(
                        "The length of a step alone tells wrong steps from others: of one of each"
                                + " it picks the wrong one 100 times in 100");
    }

    @Test
    void aGeneratorThatTellsTheLabelIsWarnedOf() {
        ShortcutStudy study = new ShortcutStudy();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 600; i++) {
            boolean weak = random.nextBoolean();
            String generator = weak ? "weak" : "strong";
            study.add(answer(i, generator, random, weak ? 0.7 : 0.1, (r, w) -> 50));
        }

        assertThat(study.findings())
                .extracting(AuditFinding::other)
                .containsExactly("model that wrote the answer");
        // of a wrong and another step: .7 x .9 / (.7 x .9 + .1 x .3) of pairs from both models ...
        Shortcut generator = shortcut(study, Fact.GENERATOR);
        assertThat(generator.auroc()).isBetween(0.75, 0.85);
        assertThat(generator.low()).isLessThan(generator.auroc());
        assertThat(generator.high()).isGreaterThan(generator.auroc());
    }

    /** Names that only know their problems again do not shine on other problems. */
    @Test
    void aFactThatOnlyKnowsTheProblemAgainIsNoShortcut() {
        ShortcutStudy study = new ShortcutStudy();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            double share = random.nextBoolean() ? 0.95 : 0.05;
            study.add(answer(i, "model of problem " + i, random, share, (r, w) -> 50));
        }

        assertThat(study.findings()).isEmpty();
        assertThat(shortcut(study, Fact.GENERATOR).auroc()).isBetween(0.4, 0.6);
    }

    @Property(tries = 6)
    void whatHasNothingToDoWithTheLabelIsNotWarnedOf(@ForAll long seed) {
        ShortcutStudy study = study(seed, 300, (random, wrong) -> 20 + random.nextInt(200), "m");

        assertThat(study.findings()).isEmpty();
        assertThat(study.shortcuts())
                .allMatch(s -> s.low() <= s.auroc() && s.auroc() <= s.high())
                .allMatch(s -> s.low() >= 0 && s.high() <= 1)
                .allMatch(s -> s.auroc() > 0.4 && s.auroc() < 0.6);
    }

    @Test
    void withoutEnoughProblemsNothingIsSaid() {
        assertThat(study(1, 10, (random, wrong) -> wrong ? 200 : 40, "").shortcuts()).isEmpty();
        assertThat(new ShortcutStudy().findings()).isEmpty();
    }

    private interface Length {
        int of(SplittableRandom random, boolean wrong);
    }

    private static ShortcutStudy study(long seed, int traces, Length length, String generator) {
        ShortcutStudy study = new ShortcutStudy();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < traces; i++) {
            study.add(answer(i, generator, random, 0.3, length));
        }
        return study;
    }

    private static AuditRow answer(
            int i, String generator, SplittableRandom random, double share, Length length) {
        List<Step> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            boolean wrong = random.nextDouble() < share;
            steps.add(Step.of("x".repeat(length.of(random, wrong))));
            labels.add(Rows.label("t" + i, s, wrong, "ann", s));
        }
        return Rows.row("t" + i, "What about case number " + i + "?", generator, steps, labels);
    }

    private static Shortcut shortcut(ShortcutStudy study, Fact fact) {
        return study.shortcuts().stream().filter(s -> s.fact() == fact).findFirst().orElseThrow();
    }
}
