package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * Takes labelled traces one by one and keeps only what agreement is computed from, so that a whole
 * workspace can be streamed through it. Memory grows with the labels that there are, not with
 * annotators times steps: a file may name very many annotators. For one thread.
 */
public final class AgreementCollector {
    private final StageOf stages;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Of traces that at least two people judged. */
    private final List<String> traceIds = new ArrayList<>();

    private final List<VerdictRow> verdicts = new ArrayList<>();
    private final List<FirstErrorRow> firstErrors = new ArrayList<>();
    private final SortedMap<String, RatingRows> ratings = new TreeMap<>();

    /**
     * @param stages tells the stages of a trace's steps
     */
    public AgreementCollector(StageOf stages) {
        this.stages = stages;
    }

    /**
     * @param labelled a trace with everybody's labels
     */
    public void add(LabelledTrace labelled) {
        List<StepLabel> voices = labelled.labels().stream().filter(Voices::counts).toList();
        new TreeSet<>(
                        voices.stream()
                                .filter(AgreementCollector::judges)
                                .map(StepLabel::annotator)
                                .toList())
                .forEach(this::index);
        if (voices.stream().map(StepLabel::annotator).distinct().limit(2).count() < 2) {
            return;
        }
        int trace = traceIds.size();
        boolean shared = addVerdicts(labelled, trace);
        shared |= addFirstErrors(labelled, trace);
        shared |= addRatings(voices, trace);
        if (shared) {
            traceIds.add(labelled.trace().id());
        }
    }

    private static boolean judges(StepLabel label) {
        return label.verdict() != null || !label.ratings().isEmpty();
    }

    private int index(String annotator) {
        return indexes.computeIfAbsent(
                annotator,
                name -> {
                    names.add(name);
                    return names.size() - 1;
                });
    }

    private boolean addVerdicts(LabelledTrace labelled, int trace) {
        List<Optional<String>> of = null;
        for (var entry : Voices.verdicts(labelled).entrySet()) {
            if (entry.getValue().size() >= 2) {
                of = of == null ? stages.stagesOf(labelled.trace()) : of;
                int step = entry.getKey();
                TreeMap<Integer, Verdict> said = new TreeMap<>();
                entry.getValue().forEach((name, verdict) -> said.put(index(name), verdict));
                verdicts.add(
                        new VerdictRow(
                                trace,
                                step,
                                of.get(step).orElse(null),
                                ints(said.keySet().stream().mapToInt(i -> i)),
                                ints(said.values().stream().mapToInt(Verdict::ordinal))));
            }
        }
        return of != null;
    }

    private static int[] ints(IntStream stream) {
        return stream.toArray();
    }

    private boolean addFirstErrors(LabelledTrace labelled, int trace) {
        TreeMap<Integer, Integer> errors = new TreeMap<>();
        Voices.firstErrors(labelled).forEach((name, error) -> errors.put(index(name), error));
        if (errors.size() < 2) {
            return false;
        }
        firstErrors.add(
                new FirstErrorRow(
                        trace,
                        ints(errors.keySet().stream().mapToInt(i -> i)),
                        ints(errors.values().stream().mapToInt(i -> i))));
        return true;
    }

    private boolean addRatings(List<StepLabel> voices, int trace) {
        SortedMap<Integer, SortedMap<String, Map<String, Double>>> steps = new TreeMap<>();
        for (StepLabel label : voices) {
            for (Rating rating : label.ratings()) {
                steps.computeIfAbsent(label.step(), s -> new TreeMap<>())
                        .computeIfAbsent(rating.criterionId(), c -> new TreeMap<>())
                        .put(label.annotator(), rating.value());
            }
        }
        boolean shared = false;
        for (var byCriterion : steps.values()) {
            for (var entry : byCriterion.entrySet()) {
                double[] values = entry.getValue().values().stream().mapToDouble(v -> v).toArray();
                if (values.length >= 2) {
                    ratings.computeIfAbsent(entry.getKey(), c -> new RatingRows())
                            .add(trace, values);
                    shared = true;
                }
            }
        }
        return shared;
    }

    /**
     * @return the figures over all steps together, without intervals
     */
    public AgreementReport report() {
        VerdictCounts counts = new VerdictCounts();
        verdicts.forEach(counts::add);
        List<Tally> tallies = counts.build();
        int[] once = new int[traceIds.size()];
        Arrays.fill(once, 1);
        double[] alpha = tallies.get(2).figuresOf(once);
        return new AgreementReport(
                sortedNames(),
                verdicts.size(),
                tallies.get(0).figuresOf(once)[0],
                tallies.get(1).figuresOf(once)[0],
                alpha[0],
                alpha[1],
                firstErrors.size(),
                FirstErrorRow.all(firstErrors).figuresOf(once)[0]);
    }

    /**
     * @param draws how many bootstrap samples, at least 1
     * @param seed the same seed gives the same intervals
     * @return the study of all traces that were added
     */
    public AgreementStudy study(int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("At least one sample is drawn.");
        }
        int[] order =
                IntStream.range(0, traceIds.size())
                        .boxed()
                        .sorted((a, b) -> traceIds.get(a).compareTo(traceIds.get(b)))
                        .mapToInt(i -> i)
                        .toArray();
        return new StudyBreakdown(names, verdicts, firstErrors, ratings)
                .study(sortedNames(), new Bootstrap(order, draws, seed), traceIds.size());
    }

    private List<String> sortedNames() {
        return names.stream().sorted().toList();
    }
}
