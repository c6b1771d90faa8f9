package org.stepwright.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/**
 * How one annotator does on traces whose truth is known. Every share comes with its Wilson
 * interval. Steps that the key or the annotator leaves open do not count.
 *
 * @param annotator who
 * @param traces how many traces with a key they gave a verdict on
 * @param steps verdicts that are those of the key
 * @param sides verdicts that are on the key's side: wrong, or not wrong
 * @param wrongFound wrong steps that they called wrong
 * @param soundKept steps that are not wrong and that they did not call wrong
 * @param firstErrors traces on which they give the key's first error (or none, as the key)
 * @param misses where they differ from the key, for feedback
 */
public record GoldScore(
        String annotator,
        int traces,
        Share steps,
        Share sides,
        Share wrongFound,
        Share soundKept,
        Share firstErrors,
        List<Miss> misses) {
    /**
     * A verdict that is not the key's.
     *
     * @param traceId the trace
     * @param step the step, from 0
     * @param key what it is
     * @param said what was said
     */
    public record Miss(String traceId, int step, Verdict key, Verdict said) {}

    /** Copies. */
    public GoldScore {
        misses = List.copyOf(misses);
    }

    /**
     * @param traces labelled traces; those without a key do not count
     * @param keys by trace id one entry a step, null where the key is silent
     * @return by annotator, of those who gave a verdict on a trace with a key; only the pass to
     *     label counts, never repeats or decisions
     */
    public static SortedMap<String, GoldScore> all(
            List<LabelledTrace> traces, Map<String, ? extends List<Verdict>> keys) {
        TreeSet<String> names = new TreeSet<>();
        List<LabelledTrace> gold =
                traces.stream().filter(t -> keys.containsKey(t.trace().id())).toList();
        gold.forEach(
                t ->
                        t.labels().stream()
                                .filter(GoldScore::counts)
                                .forEach(l -> names.add(l.annotator())));
        SortedMap<String, GoldScore> scores = new TreeMap<>();
        names.forEach(name -> scores.put(name, of(gold, keys, name)));
        return scores;
    }

    /**
     * @param traces labelled traces; those without a key do not count
     * @param keys by trace id one entry a step, null where the key is silent
     * @param annotator whose labels are measured
     * @return the score, of nothing when they gave no verdict
     */
    public static GoldScore of(
            List<LabelledTrace> traces,
            Map<String, ? extends List<Verdict>> keys,
            String annotator) {
        Counter counter = new Counter();
        for (LabelledTrace t : traces) {
            List<Verdict> key = keys.get(t.trace().id());
            List<StepLabel> own =
                    t.labels().stream()
                            .filter(l -> counts(l) && l.annotator().equals(annotator))
                            .toList();
            if (key != null && !own.isEmpty()) {
                counter.add(new LabelledTrace(t.trace(), own), key);
            }
        }
        return counter.score(annotator);
    }

    private static boolean counts(StepLabel label) {
        return label.pass() == LabelPass.LABEL && label.candidate() == 0 && label.verdict() != null;
    }

    /**
     * @return whether enough is known to hold them to it: at least 10 verdicts
     */
    public boolean enough() {
        return steps.whole() >= 10;
    }

    private static final class Counter {
        private int traces;
        private int steps;
        private int same;
        private int sameSide;
        private int wrong;
        private int wrongFound;
        private int errors;
        private int errorsHit;
        private final List<Miss> misses = new ArrayList<>();

        void add(LabelledTrace own, List<Verdict> key) {
            StepTargets said = StepTargets.of(own);
            traces++;
            for (int i = 0; i < Math.min(key.size(), said.verdicts().size()); i++) {
                if (key.get(i) != null && said.verdicts().get(i) != null) {
                    step(own.trace().id(), i, key.get(i), said.verdicts().get(i));
                }
            }
            OptionalInt expected = new StepTargets(key).firstError();
            OptionalInt given = said.firstError();
            if (expected.isPresent() && given.isPresent()) {
                errors++;
                errorsHit += expected.equals(given) ? 1 : 0;
            }
        }

        private void step(String traceId, int step, Verdict key, Verdict said) {
            boolean isWrong = key == Verdict.WRONG;
            boolean side = isWrong == (said == Verdict.WRONG);
            steps++;
            same += key == said ? 1 : 0;
            sameSide += side ? 1 : 0;
            wrong += isWrong ? 1 : 0;
            wrongFound += isWrong && side ? 1 : 0;
            if (key != said) {
                misses.add(new Miss(traceId, step, key, said));
            }
        }

        GoldScore score(String annotator) {
            return new GoldScore(
                    annotator,
                    traces,
                    new Share(same, steps),
                    new Share(sameSide, steps),
                    new Share(wrongFound, wrong),
                    new Share(sameSide - wrongFound, steps - wrong),
                    new Share(errorsHit, errors),
                    misses);
        }
    }
}
