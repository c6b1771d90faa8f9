package org.stepwright.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stepwright.agreement.Agreement.Measure;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

class AgreementTest {
    @Test
    void figuresAreThoseOfTheReferenceLibraries() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/reference/agreement.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).path("cases");
            assertThat(cases).hasSizeGreaterThanOrEqualTo(9);
            for (JsonNode c : cases) {
                assertThat(Agreement.cohenKappa(values(c.path("first")), values(c.path("second"))))
                        .isCloseTo(c.path("cohen").asDouble(), within(1e-9));
                assertThat(Agreement.fleissKappa(counts(c.path("counts"))))
                        .isCloseTo(c.path("fleiss").asDouble(), within(1e-9));
                double[][] ratings = ratings(c.path("ratings"));
                assertThat(Agreement.krippendorffAlpha(ratings, Measure.NOMINAL))
                        .isCloseTo(c.path("nominal").asDouble(), within(1e-9));
                assertThat(Agreement.krippendorffAlpha(ratings, Measure.ORDINAL))
                        .isCloseTo(c.path("ordinal").asDouble(), within(1e-9));
            }
        }
    }

    private static List<Integer> values(JsonNode array) {
        List<Integer> values = new ArrayList<>();
        array.forEach(v -> values.add(v.asInt()));
        return values;
    }

    private static int[][] counts(JsonNode rows) {
        List<int[]> counts = new ArrayList<>();
        rows.forEach(row -> counts.add(values(row).stream().mapToInt(v -> v).toArray()));
        return counts.toArray(int[][]::new);
    }

    private static double[][] ratings(JsonNode rows) {
        List<double[]> ratings = new ArrayList<>();
        for (JsonNode row : rows) {
            double[] values = new double[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(i).isNull() ? Double.NaN : row.get(i).asDouble();
            }
            ratings.add(values);
        }
        return ratings.toArray(double[][]::new);
    }

    @Property
    void nobodyAgreesMoreThanFully(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 3) Integer> a) {
        List<Integer> reversed = new ArrayList<>(a);
        java.util.Collections.reverse(reversed);
        double[][] ratings = {toDoubles(a), toDoubles(reversed)};
        for (double figure :
                new double[] {
                    Agreement.cohenKappa(a, reversed),
                    Agreement.krippendorffAlpha(ratings, Measure.NOMINAL),
                    Agreement.krippendorffAlpha(ratings, Measure.ORDINAL)
                }) {
            assertThat(Double.isNaN(figure) || figure <= 1 + 1e-12).isTrue();
        }
        if (a.stream().distinct().count() > 1) {
            double[][] same = {toDoubles(a), toDoubles(a)};
            assertThat(Agreement.cohenKappa(a, a)).isCloseTo(1, within(1e-12));
            assertThat(Agreement.krippendorffAlpha(same, Measure.ORDINAL)).isEqualTo(1);
        }
    }

    private static double[] toDoubles(List<Integer> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    @Test
    void whatCannotBeSaidIsNaN() {
        assertThat(Agreement.cohenKappa(List.of(), List.of())).isNaN();
        assertThat(Agreement.cohenKappa(List.of("a", "a"), List.of("a", "a"))).isNaN();
        assertThat(Agreement.fleissKappa(new int[0][])).isNaN();
        assertThat(Agreement.fleissKappa(new int[][] {{2, 0}, {2, 0}})).isNaN();
        assertThat(Agreement.krippendorffAlpha(new double[0][], Measure.NOMINAL)).isNaN();
        assertThat(
                        Agreement.krippendorffAlpha(
                                new double[][] {{1, Double.NaN}, {Double.NaN, 2}}, Measure.NOMINAL))
                .isNaN();
        assertThat(Agreement.firstErrorAgreement(List.of(List.of(1)))).isNaN();
        assertThat(
                        Agreement.firstErrorAgreement(
                                List.of(List.of(1, 1), List.of(-1, 2), List.of(3))))
                .isEqualTo(0.5);
        assertThatThrownBy(() -> Agreement.cohenKappa(List.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Agreement.fleissKappa(new int[][] {{1, 1}, {2, 1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                Agreement.krippendorffAlpha(
                                        new double[][] {{1}, {1, 2}}, Measure.NOMINAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReportCountsPeopleOnly() {
        Trace trace = Trace.of("t", "p", List.of("a", "b"));
        LabelledTrace labelled =
                new LabelledTrace(
                        trace,
                        List.of(
                                label(0, Verdict.CORRECT, "ann", LabelSource.HUMAN),
                                label(1, Verdict.WRONG, "ann", LabelSource.HUMAN),
                                label(0, Verdict.CORRECT, "ben", LabelSource.IMPORTED),
                                label(1, Verdict.WRONG, "ben", LabelSource.IMPORTED),
                                label(1, Verdict.CORRECT, "bot", LabelSource.ROLLOUT),
                                label(1, Verdict.CORRECT, "judge", LabelSource.ADJUDICATED)));
        AgreementReport report = Agreement.of(List.of(labelled));

        assertThat(report.annotators()).isEqualTo(Arrays.asList("ann", "ben"));
        assertThat(report.items()).isEqualTo(2);
        assertThat(report.kappa()).isEqualTo(1);
        assertThat(report.fleiss()).isEqualTo(1);
        assertThat(report.alphaNominal()).isEqualTo(1);
        assertThat(report.alphaOrdinal()).isEqualTo(1);
        assertThat(report.firstErrorTraces()).isEqualTo(1);
        assertThat(report.firstErrorAgreement()).isEqualTo(1);
        assertThat(Agreement.of(List.of()).kappa()).isNaN();
    }

    /** Two annotators share each step; all pairs, or a place for each, would be far too many. */
    @Test
    void veryManyAnnotatorsOfFewStepsEach() {
        List<LabelledTrace> traces = new ArrayList<>();
        for (int t = 0; t < 500; t++) {
            Trace trace = Trace.of("t", "p", Collections.nCopies(100, "step"));
            List<StepLabel> labels = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Verdict verdict = i % 4 == 3 ? Verdict.WRONG : Verdict.CORRECT;
                labels.add(label(i / 2, verdict, "ann-" + t + "-" + i, LabelSource.IMPORTED));
            }
            traces.add(new LabelledTrace(trace, labels));
        }
        AgreementReport report = Agreement.of(traces);
        assertThat(report.annotators()).hasSize(100_000);
        assertThat(report.items()).isEqualTo(50_000);
        // Half of the pairs differ, which is κ = 0; the others use one value only and have no κ.
        assertThat(report.kappa()).isZero();
    }

    @Property(tries = 50)
    void theReportIsThatOfTheMeasuresItNames(
            @ForAll @Size(value = 40) List<@IntRange(min = -1, max = 2) Integer> said) {
        Trace trace = Trace.of("t", "p", Collections.nCopies(10, "step"));
        List<StepLabel> labels = new ArrayList<>();
        double[][] ratings = new double[4][10];
        for (int i = 0; i < 40; i++) {
            int value = said.get(i);
            ratings[i % 4][i / 4] = value < 0 ? Double.NaN : value;
            if (value >= 0) {
                labels.add(label(i / 4, Verdict.values()[value], "a" + i % 4, LabelSource.HUMAN));
            }
        }
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                List<Double> first = new ArrayList<>();
                List<Double> second = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    if (!Double.isNaN(ratings[a][i] + ratings[b][i])) {
                        first.add(ratings[a][i]);
                        second.add(ratings[b][i]);
                    }
                }
                double kappa = Agreement.cohenKappa(first, second);
                sum += Double.isNaN(kappa) ? 0 : kappa;
                pairs += Double.isNaN(kappa) ? 0 : 1;
            }
        }
        AgreementReport report = Agreement.of(List.of(new LabelledTrace(trace, labels)));
        assertSame(report.kappa(), pairs == 0 ? Double.NaN : sum / pairs);
        assertSame(report.alphaNominal(), Agreement.krippendorffAlpha(ratings, Measure.NOMINAL));
        assertSame(report.alphaOrdinal(), Agreement.krippendorffAlpha(ratings, Measure.ORDINAL));
    }

    private static void assertSame(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-12));
        }
    }

    private static StepLabel label(int step, Verdict verdict, String who, LabelSource source) {
        return StepLabel.verdict("t", step, verdict, who, Instant.EPOCH, source);
    }
}
