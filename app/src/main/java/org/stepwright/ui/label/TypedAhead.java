package org.stepwright.ui.label;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is typed while a trace is loading: it is for that trace. Confined to the UI thread. */
final class TypedAhead {
    private final Deque<Runnable> actions = new ArrayDeque<>();
    private boolean loading;

    /** A trace is on its way, or no more. */
    void loading(boolean is) {
        loading = is;
    }

    boolean loading() {
        return loading;
    }

    /** Runs an action now or, while a trace is loading, when it is there. */
    void run(Runnable action) {
        if (loading) {
            actions.addLast(() -> run(action));
        } else {
            action.run();
        }
    }

    /** Runs what was typed, as far as that does not make another trace load. */
    void runAll() {
        while (!loading && !actions.isEmpty()) {
            actions.removeFirst().run();
        }
    }

    /** Forgets what was typed: it was for another trace. */
    void clear() {
        actions.clear();
    }
}
