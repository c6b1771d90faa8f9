package org.stepwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** How long keys take, one at a time: to the disk, to the laid-out frame, to the painted one. */
final class KeyTimes {
    private final List<String> kinds = new ArrayList<>();
    private final List<Double> disk = new ArrayList<>();
    private final List<Double> laidOut = new ArrayList<>();
    private final List<Double> painted = new ArrayList<>();
    private volatile long start;
    private volatile long onDisk;
    private volatile long layout;
    private volatile long next;
    private volatile CountDownLatch seen = new CountDownLatch(0);

    /** Hears the keys of a scene; on the UI thread. */
    void watch(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    CountDownLatch mine = seen;
                    afterPulse(
                            scene,
                            () -> {
                                layout = System.nanoTime();
                                // The next pulse begins only when this one's picture is painted.
                                Platform.requestNextPulse();
                                afterPulse(
                                        scene,
                                        () -> {
                                            next = System.nanoTime();
                                            mine.countDown();
                                        });
                            });
                    Platform.requestNextPulse();
                });
    }

    private static void afterPulse(Scene scene, Runnable action) {
        AtomicReference<Runnable> listener = new AtomicReference<>();
        AtomicBoolean done = new AtomicBoolean();
        listener.set(
                () -> {
                    if (done.compareAndSet(false, true)) {
                        action.run();
                        // Not while the scene goes through its listeners.
                        Platform.runLater(
                                () -> scene.removePostLayoutPulseListener(listener.get()));
                    }
                });
        scene.addPostLayoutPulseListener(listener.get());
    }

    /**
     * @param kind the name of the key
     */
    void begin(String kind) {
        kinds.add(kind);
        seen = new CountDownLatch(1);
        start = System.nanoTime();
    }

    /** A change is on disk; from any thread. */
    void onDisk() {
        onDisk = System.nanoTime();
    }

    /** Waits for the frames of the key. */
    void end(int patienceSeconds) throws InterruptedException {
        if (!seen.await(patienceSeconds, TimeUnit.SECONDS)) {
            throw new AssertionError("The key was not shown.");
        }
        disk.add((onDisk - start) / 1e6);
        laidOut.add((layout - start) / 1e6);
        painted.add((next - start) / 1e6);
    }

    int keys() {
        return disk.size();
    }

    void report() {
        lines("all keys", kinds -> true);
        lines("verdicts", kind -> !kind.equals("ENTER"));
        lines("submits, which open the next trace", kind -> kind.equals("ENTER"));
    }

    private void lines(String which, Predicate<String> wanted) {
        System.out.println(which + ":");
        line("  key to durable commit", of(disk, wanted));
        line("  key to the laid-out frame", of(laidOut, wanted));
        line("  key to the frame after it, so painted by then", of(painted, wanted));
    }

    private List<Double> of(List<Double> millis, Predicate<String> wanted) {
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            if (wanted.test(kinds.get(i))) {
                chosen.add(millis.get(i));
            }
        }
        return chosen;
    }

    private static void line(String what, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }
}
