package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Step;

class AnnotatorStudyTest {
    /** Chance of calling a step wrong that is, chance of calling one wrong that is not, seconds. */
    private record Person(String name, double finds, double invents, double seconds) {}

    private static final Person ANN = new Person("ann", 0.9, 0.05, 20);
    private static final Person BEN = new Person("ben", 0.9, 0.05, 20);
    private static final Person CY = new Person("cy", 0.9, 0.05, 20);

    @Test
    void somebodyWhoCallsEverythingCorrectStandsOut() {
        AnnotatorStudy study = study(1, 150, ANN, BEN, CY, new Person("dan", 0, 0, 20));

        assertThat(study.findings()).extracting(AuditFinding::other).containsOnly("dan");
        assertThat(study.findings())
                .extracting(AuditFinding::message)
                .anyMatch(m -> m.startsWith("dan calls 0 % of steps wrong; usual are 3"));
    }

    @Test
    void somebodyWhoThrowsACoinAgreesLittle() {
        AnnotatorStudy study = study(2, 150, ANN, BEN, CY, new Person("dan", 0.3, 0.3, 20));

        assertThat(study.findings()).extracting(AuditFinding::other).containsOnly("dan");
        assertThat(study.findings())
                .extracting(AuditFinding::message)
                .anyMatch(m -> m.startsWith("dan says what most others say of a step"));
    }

    @Test
    void somebodyWhoIsFarTooFastStandsOut() {
        AnnotatorStudy study = study(3, 150, ANN, BEN, CY, new Person("dan", 0.9, 0.05, 2));

        assertThat(study.findings())
                .extracting(AuditFinding::message)
                .singleElement()
                .asString()
                .matches("dan takes \\d\\.\\d seconds for 100 characters; usual are \\d+\\.\\d\\.");
    }

    @Test
    void theOddOneOfThreeIsTold() {
        AnnotatorStudy study = study(4, 150, ANN, BEN, new Person("dan", 0, 0, 20));

        assertThat(study.findings()).extracting(AuditFinding::other).containsOnly("dan");
    }

    @Test
    void ofTwoNobodyIsTheOddOne() {
        assertThat(study(5, 150, ANN, new Person("dan", 0, 0, 20)).findings()).isEmpty();
        assertThat(new AnnotatorStudy().findings()).isEmpty();
    }

    /**
     * With eight tests a person and no guard, nearly every second of these studies would accuse.
     */
    @Test
    void amongEqualsNobodyIsAccused() {
        int accused = 0;
        double smallest = 1;
        for (int seed = 0; seed < 100; seed++) {
            AnnotatorStudy study =
                    study(
                            100 + seed,
                            40,
                            ANN,
                            BEN,
                            CY,
                            new Person("dan", 0.9, 0.05, 20),
                            new Person("eve", 0.9, 0.05, 20),
                            new Person("fay", 0.9, 0.05, 20));
            accused += study.findings().isEmpty() ? 0 : 1;
            for (AnnotatorRow row : study.rows()) {
                smallest = Math.min(smallest, row.wrongP());
            }
        }

        assertThat(accused).isLessThanOrEqualTo(2);
        assertThat(smallest).as("the tests see chance at work").isLessThan(0.02);
    }

    @Test
    void rowsTellWhatWasCounted() {
        AnnotatorStudy study = study(6, 60, ANN, BEN, CY);

        AnnotatorRow row = study.rows().get(0);
        assertThat(row.annotator()).isEqualTo("ann");
        assertThat(row.traces()).isEqualTo(60);
        assertThat(row.wrong().whole()).isEqualTo(480);
        assertThat(row.wrong().value() + row.neutral().value() + row.correct().value())
                .isCloseTo(1, within(1e-9));
        assertThat(row.withOthers().value()).isBetween(0.8, 1.0);
        assertThat(row.secondsPer100()).isBetween(10.0, 60.0);
    }

    @Test
    void theNormalTailIsThatOfTheTables() {
        assertThat(Voice.lower(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Voice.lower(-1.959963985)).isCloseTo(0.025, within(1e-7));
        assertThat(Voice.lower(-3.290526731)).isCloseTo(0.0005, within(1e-7));
        assertThat(Voice.lower(1.644853627)).isCloseTo(0.95, within(1e-7));
    }

    private static AnnotatorStudy study(long seed, int traces, Person... people) {
        AnnotatorStudy study = new AnnotatorStudy();
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 0; t < traces; t++) {
            String id = "t" + t;
            List<Step> steps = new ArrayList<>();
            List<StepLabel> labels = new ArrayList<>();
            for (int s = 0; s < 8; s++) {
                steps.add(
                        Step.of(
                                "We add the number "
                                        + s
                                        + " to what we have got so far, then stop."));
                boolean wrong = random.nextInt(10) < 4;
                for (Person p : people) {
                    boolean said = random.nextDouble() < (wrong ? p.finds() : p.invents());
                    double seconds = p.seconds() * s * (0.8 + 0.1 * (t % 5));
                    labels.add(
                            StepLabel.verdict(
                                    id,
                                    s,
                                    said
                                            ? org.stepwright.label.Verdict.WRONG
                                            : org.stepwright.label.Verdict.CORRECT,
                                    p.name(),
                                    java.time.Instant.EPOCH.plusMillis((long) (1000 * seconds)),
                                    org.stepwright.label.LabelSource.HUMAN));
                }
            }
            study.add(Rows.row(id, "problem " + t, "", steps, labels));
        }
        return study;
    }
}
