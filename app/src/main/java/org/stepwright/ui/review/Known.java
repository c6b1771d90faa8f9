package org.stepwright.ui.review;

import java.util.Optional;
import org.stepwright.agreement.ConsensusResult;
import org.stepwright.agreement.Reliability;
import org.stepwright.agreement.StepConsensus;

/**
 * What all labels together tell: how far each person can be relied on, and what each step is
 * probably. A suggestion for reviewers; nothing is ever set from it.
 *
 * @param suggested by the rule that the project chose
 * @param learned by the model that learns whom to rely on
 * @param verdicts how many verdicts it rests on
 */
record Known(ConsensusResult suggested, ConsensusResult learned, long verdicts) {
    static Known of(ConsensusResult suggested, ConsensusResult learned) {
        return new Known(
                suggested,
                learned,
                suggested.steps().stream().mapToLong(StepConsensus::votes).sum());
    }

    /** What a step is probably; empty when nobody gave a verdict, or a reviewer has decided it. */
    Optional<StepConsensus> suggestion(String traceId, int step) {
        return suggested.of(traceId, step).filter(s -> !s.decided());
    }

    /** How far somebody can be relied on. */
    Optional<Reliability> reliability(String name) {
        return learned.annotators().stream().filter(r -> r.annotator().equals(name)).findFirst();
    }
}
