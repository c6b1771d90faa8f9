package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** What the steps of traces are taken to be, and how far the annotators can be relied on. */
public final class ConsensusResult {
    private final Consensus rule;
    private final List<StepConsensus> steps;
    private final List<Reliability> annotators;
    private final int rounds;
    private final boolean converged;
    private final Map<String, TreeMap<Integer, StepConsensus>> byTrace = new HashMap<>();

    ConsensusResult(
            Consensus rule,
            List<StepConsensus> steps,
            List<Reliability> annotators,
            int rounds,
            boolean converged) {
        this.rule = rule;
        this.steps = List.copyOf(steps);
        this.annotators = List.copyOf(annotators);
        this.rounds = rounds;
        this.converged = converged;
        for (StepConsensus step : steps) {
            byTrace.computeIfAbsent(step.traceId(), t -> new TreeMap<>()).put(step.step(), step);
        }
    }

    /**
     * @return the rule it was made by
     */
    public Consensus rule() {
        return rule;
    }

    /**
     * @return every step that somebody gave a verdict, in the order of the traces
     */
    public List<StepConsensus> steps() {
        return steps;
    }

    /**
     * @return everybody who gave a verdict other than a decision, sorted by name
     */
    public List<Reliability> annotators() {
        return annotators;
    }

    /**
     * @return how often the estimate was bettered; 0 for the majority
     */
    public int rounds() {
        return rounds;
    }

    /**
     * @return whether the last round changed nothing to speak of
     */
    public boolean converged() {
        return converged;
    }

    /**
     * @param traceId a trace
     * @param step a step, from 0
     * @return what it is taken to be; empty when nobody gave a verdict
     */
    public Optional<StepConsensus> of(String traceId, int step) {
        TreeMap<Integer, StepConsensus> own = byTrace.get(traceId);
        return own == null ? Optional.empty() : Optional.ofNullable(own.get(step));
    }

    /**
     * @param trace a trace
     * @return the chosen verdicts of its steps, as a model is taught them
     */
    public StepTargets targets(Trace trace) {
        List<Verdict> verdicts = new ArrayList<>(trace.steps().size());
        for (int i = 0; i < trace.steps().size(); i++) {
            verdicts.add(of(trace.id(), i).map(StepConsensus::verdict).orElse(null));
        }
        return new StepTargets(verdicts);
    }

    /**
     * @param trace a trace
     * @return the first wrong step, -1 for none; empty when the labels do not say
     */
    public OptionalInt firstError(Trace trace) {
        return targets(trace).firstError();
    }
}
