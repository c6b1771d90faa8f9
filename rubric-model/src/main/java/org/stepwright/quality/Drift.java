package org.stepwright.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.agreement.Consensus;
import org.stepwright.agreement.ConsensusResult;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/**
 * Whether an annotator judges differently as time goes by. Shares of verdicts may also move because
 * other traces came, so agreement with what others say of the same steps is looked at as well; a
 * reviewer's decision counts as what others say.
 *
 * <p>Each of the two is tested by dealing whole traces out to the stretches anew (1999 times, as
 * many traces a stretch as there are). Only stretches of at least 5 traces are compared; with fewer
 * than two of them, or fewer than 100 labels in them, there is no test. A finding is stated only
 * below p = 0.005, so that it is wrong for about one in a hundred annotators who are steady.
 *
 * @param annotator who
 * @param slices the stretches, in the order of time
 * @param verdicts whether the shares of wrong, neutral and correct change
 * @param verdictsP the test's p; NaN without a test
 * @param agreement whether agreement with others changes
 * @param agreementP the test's p; NaN without a test
 */
public record Drift(
        String annotator,
        List<DriftSlice> slices,
        Finding verdicts,
        double verdictsP,
        Finding agreement,
        double agreementP) {
    /** What a test says. */
    public enum Finding {
        /** Too few labels to say anything. */
        NOT_ENOUGH,
        /** Nothing beyond what chance does. */
        STEADY,
        /** More than chance does. */
        CHANGED
    }

    /** Below this p a change is stated. */
    public static final double ALPHA = 0.005;

    /** The fewest traces of a stretch that is compared. */
    public static final int LEAST_TRACES = 5;

    /** The fewest labels that are compared. */
    public static final int LEAST_LABELS = 100;

    private static final long SEED = 20_261_125L;
    private static final int VERDICTS = Verdict.values().length;

    /** Copies. */
    public Drift {
        slices = List.copyOf(slices);
    }

    /**
     * One trace that the annotator labelled.
     *
     * @param at when they gave the first of its labels that still stands
     * @param verdicts how often they gave each verdict
     * @param withOthers on how many steps they differ from, and are one with, the others
     */
    private record Labelled(Instant at, String id, int[] verdicts, int[] withOthers) {
        int labels() {
            return verdicts[0] + verdicts[1] + verdicts[2];
        }
    }

    /**
     * @param traces labelled traces; of the annotator, verdicts given in the workbench in the pass
     *     to label count: of imported ones the time is not known
     * @param annotator who
     * @param slicing how time is cut
     * @param rule how others' verdicts become one
     * @return what changed
     */
    public static Drift of(
            List<LabelledTrace> traces, String annotator, Slicing slicing, Consensus rule) {
        List<Labelled> labelled = labelled(traces, annotator, rule);
        List<String> names =
                slicing.names(
                        labelled.stream().map(Labelled::at).toList(),
                        labelled.stream().map(Labelled::labels).toList());
        Map<String, List<Labelled>> slices = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            slices.computeIfAbsent(names.get(i), n -> new ArrayList<>()).add(labelled.get(i));
        }
        List<DriftSlice> shown = new ArrayList<>();
        slices.forEach((name, own) -> shown.add(slice(name, own)));
        double verdicts = p(slices, false);
        double agreement = p(slices, true);
        return new Drift(
                annotator, shown, finding(verdicts), verdicts, finding(agreement), agreement);
    }

    private static Finding finding(double p) {
        return Double.isNaN(p) ? Finding.NOT_ENOUGH : p < ALPHA ? Finding.CHANGED : Finding.STEADY;
    }

    private static List<Labelled> labelled(
            List<LabelledTrace> traces, String annotator, Consensus rule) {
        List<LabelledTrace> others = new ArrayList<>();
        List<LabelledTrace> own = new ArrayList<>();
        for (LabelledTrace t : traces) {
            List<StepLabel> mine = t.labels().stream().filter(l -> counts(l, annotator)).toList();
            if (!mine.isEmpty()) {
                own.add(new LabelledTrace(t.trace(), mine));
                others.add(
                        new LabelledTrace(
                                t.trace(),
                                t.labels().stream().filter(l -> isOthers(l, annotator)).toList()));
            }
        }
        ConsensusResult consensus = rule.consensus(others);
        return own.stream()
                .map(t -> labelled(t, consensus))
                .sorted(Comparator.comparing(Labelled::at).thenComparing(Labelled::id))
                .toList();
    }

    private static boolean counts(StepLabel label, String annotator) {
        return label.annotator().equals(annotator)
                && label.source() == LabelSource.HUMAN
                && label.candidate() == 0
                && label.verdict() != null;
    }

    private static boolean isOthers(StepLabel label, String annotator) {
        return label.source() == LabelSource.ADJUDICATED || !label.annotator().equals(annotator);
    }

    private static Labelled labelled(LabelledTrace own, ConsensusResult consensus) {
        int[] verdicts = new int[VERDICTS];
        int[] withOthers = new int[2];
        String id = own.trace().id();
        for (StepLabel label : own.labels()) {
            verdicts[label.verdict().ordinal()]++;
            consensus
                    .of(id, label.step())
                    .ifPresent(c -> withOthers[c.verdict() == label.verdict() ? 1 : 0]++);
        }
        Instant at = own.labels().stream().map(StepLabel::at).min(Instant::compareTo).orElseThrow();
        return new Labelled(at, id, verdicts, withOthers);
    }

    private static DriftSlice slice(String name, List<Labelled> own) {
        int[] verdicts = new int[VERDICTS];
        int[] withOthers = new int[2];
        for (Labelled t : own) {
            for (int v = 0; v < VERDICTS; v++) {
                verdicts[v] += t.verdicts()[v];
            }
            withOthers[0] += t.withOthers()[0];
            withOthers[1] += t.withOthers()[1];
        }
        int labels = verdicts[0] + verdicts[1] + verdicts[2];
        return new DriftSlice(
                name,
                own.get(0).at(),
                own.get(own.size() - 1).at(),
                own.size(),
                new Share(verdicts[Verdict.WRONG.ordinal()], labels),
                new Share(verdicts[Verdict.NEUTRAL.ordinal()], labels),
                new Share(verdicts[Verdict.CORRECT.ordinal()], labels),
                new Share(withOthers[1], withOthers[0] + withOthers[1]));
    }

    private static double p(Map<String, List<Labelled>> slices, boolean withOthers) {
        List<int[]> counts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int place = 0;
        int labels = 0;
        for (List<Labelled> own : slices.values()) {
            List<int[]> counted =
                    own.stream()
                            .map(t -> withOthers ? t.withOthers() : t.verdicts())
                            .filter(c -> sum(c) > 0)
                            .toList();
            if (counted.size() >= LEAST_TRACES) {
                for (int[] c : counted) {
                    counts.add(c);
                    places.add(place);
                    labels += sum(c);
                }
                place++;
            }
        }
        return place < 2 || labels < LEAST_LABELS
                ? Double.NaN
                : SliceComparison.p(
                        counts.toArray(int[][]::new),
                        places.stream().mapToInt(i -> i).toArray(),
                        SEED);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
