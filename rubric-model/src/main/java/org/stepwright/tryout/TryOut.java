package org.stepwright.tryout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.trace.Trace;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.Progress;

/**
 * Runs a rubric over traces: feed traces one by one, ask for the report at any time. Only one small
 * row a trace is kept. For one thread.
 */
public final class TryOut {
    /** How many failed checks of a criterion are kept as examples. */
    public static final int EXAMPLES = 10;

    private final Rubric rubric;
    private final boolean missingStagesCount;
    private final StepChecks checks;
    private final Map<String, CriterionCount> criteria = new LinkedHashMap<>();
    private final Map<String, int[]> stages = new TreeMap<>(); // steps, traces
    private final Map<String, List<FailedCheck>> examples = new LinkedHashMap<>();
    private final List<QualityCount> quality = new ArrayList<>();
    private final List<TraceTry> rows = new ArrayList<>();
    private int steps;
    private int stepsWithoutStage;

    /**
     * @param rubric the rubric
     * @param verifiers the kinds of verifier
     * @param missingStagesCount whether each required stage that a trace lacks counts as one more
     *     step of reward 0 at its end
     */
    public TryOut(Rubric rubric, VerifierCatalog verifiers, boolean missingStagesCount) {
        this.rubric = rubric;
        this.missingStagesCount = missingStagesCount;
        checks = new StepChecks(rubric, verifiers);
        checks.criteria().forEach(c -> criteria.put(c.id(), new CriterionCount(c)));
        checks.criteria().forEach(c -> quality.add(new QualityCount(c)));
        rubric.stages().forEach(s -> stages.put(s.id(), new int[2]));
    }

    /**
     * Runs over all traces, one after the other; missing stages change no reward.
     *
     * @param rubric the rubric
     * @param verifiers the kinds of verifier
     * @param traces the traces; walked once
     * @param progress told traces done and, for a collection, traces in all
     * @return the report
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public static TryOutReport run(
            Rubric rubric, VerifierCatalog verifiers, Iterable<Trace> traces, Progress progress) {
        TryOut tryOut = new TryOut(rubric, verifiers, false);
        long total = traces instanceof Collection<Trace> all ? all.size() : -1;
        long done = 0;
        for (Trace trace : traces) {
            progress.checkCancelled();
            tryOut.add(trace);
            progress.report(++done, total, "Trying the rubric out");
        }
        return tryOut.report();
    }

    /**
     * @param trace the next trace
     * @return what the verifiers say about it
     */
    public TraceTry add(Trace trace) {
        return add(trace, checks.of(trace));
    }

    /**
     * As {@link #add(Trace)}, and holds the verifiers against the labels of people.
     *
     * @param row the next trace with its labels
     * @return what the verifiers say about it; labels do not change it
     */
    public TraceTry add(LabelledTrace row) {
        List<CheckedStep> checked = checks.of(row.trace());
        People people = People.of(row);
        if (people.saySomething()) {
            quality.forEach(count -> count.add(checked, people));
        }
        return add(row.trace(), checked);
    }

    private TraceTry add(Trace trace, List<CheckedStep> checked) {
        int failed = 0;
        for (CriterionCount count : criteria.values()) {
            failed += count.add(checked, trace.outcome());
        }
        checked.forEach(step -> keepExamples(trace.id(), step));
        List<String> missing = countStages(checked);
        List<Double> rewards =
                checked.stream()
                        .map(StepReward::of)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .collect(Collectors.toCollection(ArrayList::new));
        TraceTry row =
                new TraceTry(
                        trace.id(),
                        trace.outcome(),
                        checked.size(),
                        rewards.size(),
                        reward(rewards, missing.size()),
                        failed,
                        missing);
        rows.add(row);
        return row;
    }

    /**
     * The rubric's aggregation over the steps that have a reward. A trace that no verifier could
     * say anything about gets 1: nothing speaks against it, and 0 would rank it below a trace with
     * failed checks.
     */
    private double reward(List<Double> rewards, int missing) {
        if (missingStagesCount) {
            for (int i = 0; i < missing; i++) {
                rewards.add(0.0);
            }
        }
        return rewards.isEmpty() ? 1 : rubric.aggregation().aggregate(rewards);
    }

    /** Returns the required stages that are missing. */
    private List<String> countStages(List<CheckedStep> checked) {
        steps += checked.size();
        for (CheckedStep step : checked) {
            step.stage().ifPresent(stage -> stages.get(stage.id())[0]++);
            stepsWithoutStage += step.stage().isEmpty() ? 1 : 0;
        }
        Set<String> seen =
                checked.stream()
                        .flatMap(step -> step.stage().stream())
                        .map(Stage::id)
                        .collect(Collectors.toSet());
        seen.forEach(id -> stages.get(id)[1]++);
        return rubric.stages().stream()
                .filter(Stage::required)
                .map(Stage::id)
                .filter(id -> !seen.contains(id))
                .toList();
    }

    private void keepExamples(String traceId, CheckedStep step) {
        for (CheckedFact fact : step.facts()) {
            if (fact.asked().isEmpty() || fact.finding().holds()) {
                continue;
            }
            List<FailedCheck> kept =
                    examples.computeIfAbsent(fact.criterion().id(), id -> new ArrayList<>());
            if (kept.size() < EXAMPLES) {
                kept.add(
                        new FailedCheck(
                                traceId,
                                step.step(),
                                fact.criterion().id(),
                                fact.verifier().name(),
                                fact.finding().evidence(),
                                fact.finding().message()));
            }
        }
    }

    /**
     * @return the report on all traces so far
     */
    public TryOutReport report() {
        return new TryOutReport(
                rows.size(),
                steps,
                rubric.stages().stream().map(this::use).toList(),
                stepsWithoutStage,
                criteria.values().stream().map(CriterionCount::use).toList(),
                rows,
                criteria.keySet().stream()
                        .flatMap(id -> examples.getOrDefault(id, List.of()).stream())
                        .toList(),
                checks.unusable());
    }

    /**
     * @return one entry for each criterion that a verifier decides, over the labelled traces so far
     */
    public List<VerifierQuality> quality() {
        return quality.stream().map(QualityCount::quality).toList();
    }

    private StageUse use(Stage stage) {
        int[] counts = stages.get(stage.id());
        return new StageUse(
                stage.id(), counts[0], counts[1], stage.required(), rows.size() - counts[1]);
    }
}
