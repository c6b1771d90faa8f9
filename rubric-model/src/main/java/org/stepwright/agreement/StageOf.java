package org.stepwright.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.trace.Trace;

/** Tells which stage each step of a trace belongs to. */
@FunctionalInterface
public interface StageOf {
    /**
     * @param trace a trace
     * @return one entry a step: the id of its stage, empty where it belongs to none
     */
    List<Optional<String>> stagesOf(Trace trace);

    /**
     * @return knows no stages
     */
    static StageOf none() {
        return trace -> Collections.nCopies(trace.steps().size(), Optional.empty());
    }

    /**
     * @param rubric a rubric
     * @return knows its stages
     */
    static StageOf of(Rubric rubric) {
        StageMatcher matcher = new StageMatcher(rubric);
        return trace ->
                matcher.stagesOf(trace.steps()).stream().map(s -> s.map(Stage::id)).toList();
    }
}
