package org.stepwright.app.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.settings.Settings;
import org.stepwright.storage.Backups;
import org.stepwright.task.TaskRunner;
import org.stepwright.work.Cancelled;

/**
 * Makes the backup of the day for a workspace that is open for work. Ask it when a workspace was
 * opened and every few minutes from then on: it does something once a day, also past midnight. Safe
 * to call from any thread; the looking and the making happen on others.
 */
public final class DailyBackups {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackups.class);

    private final TaskRunner tasks;
    private final Executor looking;
    private final Supplier<Settings> settings;
    private final Clock clock;
    private final String title;
    private final Consumer<Throwable> failed;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Counts workspaces that were opened. */
    private final AtomicInteger round = new AtomicInteger();

    /** The day on which one failed or was cancelled; null for none. */
    private volatile LocalDate givenUp;

    /**
     * @param tasks makes backups where the user sees it
     * @param looking finds out whether one is due
     * @param settings what the user set
     * @param clock says what day it is here
     * @param title what the user sees among the tasks
     * @param failed hears why none could be made, on any thread
     */
    public DailyBackups(
            TaskRunner tasks,
            Executor looking,
            Supplier<Settings> settings,
            Clock clock,
            String title,
            Consumer<Throwable> failed) {
        this.tasks = Objects.requireNonNull(tasks, "tasks");
        this.looking = Objects.requireNonNull(looking, "looking");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.title = Objects.requireNonNull(title, "title");
        this.failed = Objects.requireNonNull(failed, "failed");
    }

    /**
     * Makes today's backup of a workspace unless there is one, or the user wants none.
     *
     * @param workspace the file of the open workspace
     */
    public void ask(Path workspace) {
        if (!BackupSettings.of(settings.get()).automatic()
                || LocalDate.now(clock).equals(givenUp)
                || !busy.compareAndSet(false, true)) {
            return;
        }
        int mine = round.get();
        looking.execute(() -> look(workspace, mine));
    }

    private void look(Path workspace, int mine) {
        boolean due = false;
        try {
            Backups backups =
                    new Backups(workspace, BackupSettings.of(settings.get()).rules(), clock);
            due = backups.isDailyDue();
            if (due) {
                tasks.submit(title, backups::makeDaily)
                        .result()
                        .whenComplete((made, failure) -> end(failure, mine));
            }
        } catch (RuntimeException e) {
            end(e, mine);
            return;
        }
        if (!due) {
            free(mine);
        }
    }

    /** One that failed or was cancelled is asked for again tomorrow, not in minutes. */
    private void end(Throwable failure, int mine) {
        boolean cancelled =
                failure instanceof java.util.concurrent.CancellationException
                        || failure instanceof Cancelled;
        if (cancelled) {
            LOG.info("The backup of the day was cancelled");
        } else if (failure != null) {
            failed.accept(failure);
        }
        if (failure != null && mine == round.get()) {
            givenUp = LocalDate.now(clock);
        }
        free(mine);
    }

    /** What was begun for a workspace that is no longer open says nothing of the next one. */
    private void free(int mine) {
        if (mine == round.get()) {
            busy.set(false);
        }
    }

    /** Another workspace is open: what was given up for the one before may be tried again. */
    public void reset() {
        round.incrementAndGet();
        givenUp = null;
        busy.set(false);
    }
}
