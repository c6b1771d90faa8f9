package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * The verdicts that a consensus is made of, one after the other in memory. The labels that count
 * are those of {@link org.stepwright.label.StepTargets}: all but repeats and other candidates.
 */
final class Votes {
    static final int VALUES = Verdict.values().length;

    /** Names by when they were first met; sorted once all traces are in. */
    private final Map<String, Integer> indexes = new HashMap<>();

    private List<String> annotators = List.of();
    private final List<String> traceIds = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final boolean places;
    private int items;

    /** Where the votes of each item start; one more at the end. */
    private int[] starts = {0};

    private int[] who = new int[16];
    private byte[] said = new byte[16];
    private int size;

    /** Of each item the ordinal of the decided verdict, -1 for none. */
    private byte[] decided = new byte[16];

    Votes(List<LabelledTrace> traces) {
        this(true);
        traces.forEach(this::add);
        close();
    }

    /**
     * To be filled trace by trace and then closed.
     *
     * @param places whether it should be known of which step an item is; takes memory
     */
    Votes(boolean places) {
        this.places = places;
    }

    /** No more traces: names are sorted, so that neither their order nor the traces' matters. */
    void close() {
        annotators = indexes.keySet().stream().sorted().toList();
        int[] sorted = new int[annotators.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[indexes.get(annotators.get(i))] = i;
        }
        for (int vote = 0; vote < size; vote++) {
            who[vote] = sorted[who[vote]];
        }
        starts = Arrays.copyOf(starts, items + 1);
    }

    static boolean counts(StepLabel label) {
        return label.candidate() == 0
                && label.verdict() != null
                && label.pass() != LabelPass.REPEAT;
    }

    /** The labels of each step that count, by step. */
    static TreeMap<Integer, List<StepLabel>> bySteps(LabelledTrace labelled) {
        TreeMap<Integer, List<StepLabel>> byStep = new TreeMap<>();
        for (StepLabel label : labelled.labels()) {
            if (counts(label)) {
                byStep.computeIfAbsent(label.step(), s -> new ArrayList<>()).add(label);
            }
        }
        return byStep;
    }

    void add(LabelledTrace labelled) {
        bySteps(labelled)
                .forEach(
                        (step, labels) -> {
                            if (places) {
                                traceIds.add(labelled.trace().id());
                                steps.add(step);
                            }
                            addItem(labels);
                        });
    }

    private void addItem(List<StepLabel> labels) {
        int item = items++;
        int[] decisions = new int[VALUES];
        for (StepLabel label : labels) {
            if (label.source() == LabelSource.ADJUDICATED) {
                decisions[label.verdict().ordinal()]++;
            } else {
                addVote(
                        indexes.computeIfAbsent(label.annotator(), name -> indexes.size()),
                        label.verdict());
            }
        }
        if (item + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        if (item == decided.length) {
            decided = Arrays.copyOf(decided, 2 * item);
        }
        starts[item + 1] = size;
        int best = largest(Arrays.stream(decisions).asDoubleStream().toArray());
        decided[item] = (byte) (decisions[best] == 0 ? -1 : best);
    }

    private void addVote(int annotator, Verdict verdict) {
        if (size == who.length) {
            who = Arrays.copyOf(who, 2 * size);
            said = Arrays.copyOf(said, 2 * size);
        }
        who[size] = annotator;
        said[size] = (byte) verdict.ordinal();
        size++;
    }

    /** The largest; of equal ones, rounding aside, the first, which is the worse verdict. */
    static int largest(double[] of) {
        int best = 0;
        for (int v = 1; v < of.length; v++) {
            best = of[v] > of[best] + 1e-9 ? v : best;
        }
        return best;
    }

    List<String> annotators() {
        return annotators;
    }

    int items() {
        return items;
    }

    String traceId(int item) {
        return traceIds.get(item);
    }

    int step(int item) {
        return steps.get(item);
    }

    /** The first vote of an item; the last one is before that of the next. */
    int start(int item) {
        return starts[item];
    }

    int end(int item) {
        return starts[item + 1];
    }

    int who(int vote) {
        return who[vote];
    }

    int said(int vote) {
        return said[vote];
    }

    boolean isDecided(int item) {
        return decided[item] >= 0;
    }

    int decided(int item) {
        return decided[item];
    }

    /** For each item the share of votes that each verdict has; the decided one has all. */
    double[] shares() {
        double[] shares = new double[items() * VALUES];
        for (int item = 0; item < items(); item++) {
            if (isDecided(item)) {
                shares[item * VALUES + decided(item)] = 1;
                continue;
            }
            double votes = end(item) - start(item);
            for (int vote = start(item); vote < end(item); vote++) {
                shares[item * VALUES + said(vote)]++;
            }
            for (int v = 0; v < VALUES; v++) {
                shares[item * VALUES + v] /= votes;
            }
        }
        return shares;
    }
}
