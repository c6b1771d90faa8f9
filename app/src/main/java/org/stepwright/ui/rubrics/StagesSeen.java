package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.SeenStages;
import org.stepwright.rubric.Stage;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;

/**
 * Which stages the steps of the workspace's traces belong to. Traces are read in the background,
 * and only when the words of the stages or the traces changed. Used from the UI thread.
 */
final class StagesSeen {
    /** Reads traces one after another until told to stop. */
    interface Traces {
        /**
         * @param sink takes each trace; what it throws ends the reading and is passed on
         */
        void forEach(Consumer<Trace> sink);
    }

    private record Words(String id, boolean repeatable, List<String> match) {}

    private final FxTasks tasks;
    private final Traces traces;
    private final Runnable changed;
    private final Consumer<String> failed;
    private List<Words> known;
    private Set<String> seen;
    private Rubric next;
    private boolean busy;

    /**
     * @param tasks background work
     * @param traces the workspace's traces; read in the background
     * @param changed called when there is an answer
     * @param failed gets why there is none
     */
    StagesSeen(FxTasks tasks, Traces traces, Runnable changed, Consumer<String> failed) {
        this.tasks = tasks;
        this.traces = traces;
        this.changed = changed;
        this.failed = failed;
    }

    /**
     * @param rubric a rubric
     * @return the ids of the stages that a step belongs to; null while nobody knows, and where
     *     there are no traces or too many. What is not known yet is looked up
     */
    Set<String> of(Rubric rubric) {
        if (words(rubric).equals(known)) {
            return seen;
        }
        next = rubric;
        look();
        return null;
    }

    /** There may be other traces now. */
    void forget() {
        known = null;
    }

    private void look() {
        if (busy || next == null) {
            return;
        }
        Rubric rubric = next;
        next = null;
        busy = true;
        tasks.query(
                () -> new Answer(SeenStages.in(rubric, traces::forEach)),
                answer -> {
                    busy = false;
                    known = words(rubric);
                    seen = answer.stages();
                    changed.run();
                    look();
                },
                why -> {
                    busy = false;
                    known = words(rubric); // not again and again
                    seen = null;
                    failed.accept(why);
                });
    }

    private record Answer(Set<String> stages) {}

    private static List<Words> words(Rubric rubric) {
        return rubric.stages().stream()
                .map((Stage s) -> new Words(s.id(), s.repeatable(), s.match()))
                .toList();
    }
}
