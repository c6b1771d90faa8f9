package org.stepwright.ui.rubrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.stepwright.rubric.Rubric;

/** Undo and redo without limit over immutable drafts. Used from one thread. */
final class DraftHistory {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /**
     * Where somebody was when the draft was changed, so that undo can show it.
     *
     * @param stage the id of the stage; empty for every step
     * @param criterion the id of the criterion that was open; empty for none
     */
    record Spot(String stage, String criterion) {}

    private record Step(Rubric before, Rubric after, Spot spot) {}

    /**
     * A draft and where it was changed.
     *
     * @param rubric the draft
     * @param spot the place
     */
    record Moment(Rubric rubric, Spot spot) {}

    void changed(Rubric before, Rubric after, Spot spot) {
        done.push(new Step(before, after, spot));
        undone.clear();
    }

    Optional<Moment> undo() {
        Step step = done.poll();
        if (step == null) {
            return Optional.empty();
        }
        undone.push(step);
        return Optional.of(new Moment(step.before(), step.spot()));
    }

    Optional<Moment> redo() {
        Step step = undone.poll();
        if (step == null) {
            return Optional.empty();
        }
        done.push(step);
        return Optional.of(new Moment(step.after(), step.spot()));
    }

    int depth() {
        return done.size();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    void clear() {
        done.clear();
        undone.clear();
    }
}
