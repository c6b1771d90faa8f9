package org.stepwright.cli;

import java.util.HashSet;
import java.util.Set;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;

/** Which stages of a rubric steps of a workspace's traces belong to. */
final class StagesSeen {
    /** So many traces say enough, and take a moment only. */
    private static final int MOST_TRACES = 2000;

    /** Ends the stream; carries no trace of where it was thrown. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private StagesSeen() {}

    /**
     * @return ids of the stages; null when the workspace has no traces, so nobody can know
     */
    static Set<String> in(Workspace workspace, Rubric rubric, Progress progress) {
        if (workspace == null) {
            return null;
        }
        StageMatcher matcher = new StageMatcher(rubric);
        Set<String> seen = new HashSet<>();
        long[] traces = {0};
        try {
            workspace
                    .traces()
                    .forEach(
                            TraceFilter.ALL,
                            labelled -> {
                                progress.checkCancelled();
                                traces[0]++;
                                matcher.stagesOf(labelled.trace().steps())
                                        .forEach(s -> s.ifPresent(stage -> seen.add(stage.id())));
                                if (traces[0] == MOST_TRACES
                                        || seen.size() == rubric.stages().size()) {
                                    throw new Enough();
                                }
                            });
        } catch (Enough enough) {
            // As many as are looked at, or every stage was seen.
        }
        return traces[0] == 0 ? null : seen;
    }
}
