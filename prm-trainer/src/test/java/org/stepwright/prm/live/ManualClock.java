package org.stepwright.prm.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when a test says so. */
final class ManualClock {
    private record Planned(long dueNanos, Runnable what) {}

    private final List<Planned> planned = new ArrayList<>();
    private long nanos;

    WireClock wireClock() {
        return new WireClock(this::after, this::nanos);
    }

    private synchronized Runnable after(Duration delay, Runnable what) {
        Planned plan = new Planned(nanos + delay.toNanos(), what);
        planned.add(plan);
        return () -> remove(plan);
    }

    private synchronized void remove(Planned plan) {
        planned.remove(plan);
    }

    private synchronized long nanos() {
        return nanos;
    }

    /** Lets time pass and runs what is due then. */
    void pass(Duration time) {
        List<Planned> due;
        synchronized (this) {
            nanos += time.toNanos();
            due = planned.stream().filter(plan -> plan.dueNanos() <= nanos).toList();
            planned.removeAll(due);
        }
        due.forEach(plan -> plan.what().run());
    }
}
