package org.stepwright.rubric;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.stepwright.trace.Trace;

/** Tells which stages of a rubric the steps of traces belong to, for {@link RubricLint}. */
public final class SeenStages {
    /** Of more traces nobody says that none has a step of a stage: reading them takes too long. */
    public static final int MOST = 5000;

    /** Ends the reading early; carries no trace of where it was thrown. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private SeenStages() {}

    /**
     * @param rubric the rubric
     * @param traces gives the traces one after another to the consumer that it gets; the reading
     *     ends early, by an exception out of that consumer that is to be passed on, when every
     *     stage was seen or {@link #MOST} traces do not tell
     * @return the ids of the stages that a step belongs to; null when there are no traces, or when
     *     there are more than {@link #MOST} and not every stage is in those: then nobody knows
     */
    public static Set<String> in(Rubric rubric, Consumer<Consumer<Trace>> traces) {
        StageMatcher matcher = new StageMatcher(rubric);
        Set<String> seen = new HashSet<>();
        int[] read = {0};
        try {
            traces.accept(
                    trace -> {
                        if (++read[0] > MOST) {
                            throw new Enough();
                        }
                        matcher.stagesOf(trace.steps())
                                .forEach(of -> of.ifPresent(stage -> seen.add(stage.id())));
                        if (seen.size() == rubric.stages().size()) {
                            throw new Enough();
                        }
                    });
        } catch (Enough enough) {
            return read[0] > MOST ? null : seen;
        }
        return read[0] == 0 ? null : seen;
    }
}
