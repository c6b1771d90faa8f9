package org.stepwright.ui.rubrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.stepwright.rubric.Rubric;

/** Undo and redo without limit over immutable drafts. Used from one thread. */
final class DraftHistory {
    private final Deque<Rubric> before = new ArrayDeque<>();
    private final Deque<Rubric> after = new ArrayDeque<>();

    void changed(Rubric previous) {
        before.push(previous);
        after.clear();
    }

    Optional<Rubric> undo(Rubric now) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        after.push(now);
        return Optional.of(before.pop());
    }

    Optional<Rubric> redo(Rubric now) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        before.push(now);
        return Optional.of(after.pop());
    }

    int depth() {
        return before.size();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    void clear() {
        before.clear();
        after.clear();
    }
}
