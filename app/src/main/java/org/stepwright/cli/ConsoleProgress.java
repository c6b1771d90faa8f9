package org.stepwright.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.stepwright.work.Pace;
import org.stepwright.work.Progress;

/**
 * Progress on standard error: a bar that is drawn over itself where a person watches, a plain line
 * now and then otherwise. Safe to call from any thread.
 */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 24;
    private static final int LONGEST_MESSAGE = 48;
    private static final long BAR_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 3_000_000_000L;

    private final PrintStream err;
    private final boolean interactive;
    private final CancelSwitch cancel;
    private final LongSupplier nanoTime;
    private final Pace pace = new Pace();
    private long shownNanos;
    private String shown = "";
    private boolean open;

    ConsoleProgress(Terminal terminal, CancelSwitch cancel, LongSupplier nanoTime) {
        this.err = terminal.err();
        this.interactive = terminal.interactive();
        this.cancel = cancel;
        this.nanoTime = nanoTime;
        this.shownNanos = nanoTime.getAsLong();
    }

    @Override
    public synchronized void report(long done, long total, String message) {
        long now = nanoTime.getAsLong();
        pace.saw(now, done, total);
        if (now - shownNanos < (interactive ? BAR_NANOS : LINE_NANOS)) {
            return;
        }
        String plain = Text.plainLine(message);
        String line = interactive ? bar(done, total, plain) : plain(done, total, plain);
        line += left(pace.left(now));
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        shownNanos = now;
        if (interactive) {
            err.print("\r\u001b[K" + line);
            err.flush();
            open = true;
        } else {
            err.println(line);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancel.isCancelled();
    }

    /** Takes the bar away, so that a line can be written. */
    synchronized void clear() {
        if (open) {
            err.print("\r\u001b[K");
            err.flush();
            open = false;
        }
    }

    private static String bar(long done, long total, String message) {
        String text =
                message.length() > LONGEST_MESSAGE
                        ? message.substring(0, LONGEST_MESSAGE - 1) + "…"
                        : message;
        if (total <= 0) {
            return text;
        }
        double share = Math.max(0, Math.min(1, (double) done / total));
        int full = (int) Math.round(share * WIDTH);
        return "["
                + "#".repeat(full)
                + "-".repeat(WIDTH - full)
                + "] "
                + percent(share)
                + " "
                + text;
    }

    private static String plain(long done, long total, String message) {
        return total <= 0
                ? message
                : message + " " + percent(Math.max(0, Math.min(1, (double) done / total))).strip();
    }

    /** As a person says it: rounded, so that a line does not change all the time. */
    private static String left(Duration left) {
        if (left == null) {
            return "";
        }
        long seconds = left.toSeconds();
        if (seconds < 60) {
            return ", " + Math.max(1, seconds) + " s left";
        }
        return seconds < 3600
                ? ", " + (seconds + 30) / 60 + " min left"
                : String.format(
                        Locale.ROOT, ", %d h %02d min left", seconds / 3600, seconds % 3600 / 60);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%3d %%", Math.round(share * 100));
    }
}
