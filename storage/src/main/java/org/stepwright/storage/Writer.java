package org.stepwright.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.work.WorkFailed;

/**
 * The one thread that writes. Small changes that wait together are committed together; futures
 * complete after the commit, on a thread of their own so that a callback may use the workspace.
 */
final class Writer implements AutoCloseable {
    private static final int GROUP = 256;
    private static final int IDLE_MILLIS = 300;

    /** A pause between two labels that is long enough to move pages from the log into the file. */
    private static final int PAUSE_MILLIS = 40;

    /** So many commits, of about ten pages each, are moved together. */
    private static final int COMMITS_MOVED = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Path file;
    private final Db db;
    private final LinkedBlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final ExecutorService notifier;
    private final Thread thread;
    private final Job<Void> last = new Job<>(Durability.EVERY_COMMIT, false, d -> null);
    private final Change<Boolean> idleWork;
    private boolean mayHaveIdleWork = true;
    private int commitsInLog;
    private boolean closed;

    /**
     * @param idleWork done in pieces while nothing else is to do; says whether there is more
     */
    Writer(Path file, Db db, Change<Boolean> idleWork) {
        this.file = file;
        this.db = db;
        this.idleWork = idleWork;
        this.notifier = Executors.newSingleThreadExecutor(r -> daemon(r, "workspace-saved"));
        this.thread = daemon(this::loop, "workspace-writer");
        thread.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Queues a small change that may share its commit with others. */
    <T> CompletableFuture<T> submit(Change<T> change) {
        return enqueue(new Job<>(Durability.EVERY_COMMIT, true, change));
    }

    /** Runs a change in a transaction of its own and waits for its commit. */
    <T> T run(Durability durability, Change<T> change) {
        try {
            return enqueue(new Job<>(durability, false, change)).join();
        } catch (CompletionException e) {
            throw Sentences.of(file, e.getCause());
        }
    }

    /**
     * Runs work that begins and ends its transactions itself, when it is its turn, and waits for
     * its end.
     */
    <T> T runAlone(Change<T> work) {
        return run(null, work);
    }

    private synchronized <T> CompletableFuture<T> enqueue(Job<T> job) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new WorkFailed("The workspace " + file + " is closed; open it again."));
        }
        queue.add(job);
        return job.future();
    }

    private void loop() {
        Job<?> next = take();
        while (next != last) {
            List<Job<?>> group = new ArrayList<>(List.of(next));
            next = next.groupable() ? gather(group) : null;
            transact(group);
            mayHaveIdleWork |= !group.get(0).groupable();
            tell(group);
            next = next == null ? take() : next;
        }
    }

    /** Whoever waits for a change of its own has no callbacks, and may be a callback itself. */
    private void tell(List<Job<?>> group) {
        if (group.get(0).groupable()) {
            notifier.execute(() -> group.forEach(Job::complete));
        } else {
            group.get(0).complete();
        }
    }

    /** Adds waiting small changes to the group; gives back the first one that is not small. */
    private Job<?> gather(List<Job<?>> group) {
        while (group.size() < GROUP) {
            Job<?> job = queue.poll();
            if (job == null || !job.groupable()) {
                return job;
            }
            group.add(job);
        }
        return null;
    }

    private Job<?> take() {
        while (true) {
            try {
                Job<?> job = await();
                if (job != null) {
                    return job;
                }
                if (commitsInLog >= COMMITS_MOVED) {
                    moveLog();
                } else {
                    workWhileIdle();
                }
            } catch (InterruptedException e) {
                // Nobody but close() ends this thread: labels may wait in the queue.
            }
        }
    }

    private Job<?> await() throws InterruptedException {
        if (commitsInLog >= COMMITS_MOVED) {
            return queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return mayHaveIdleWork ? queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
    }

    /** Moves what is committed from the log into the file, as far as no reader needs the log. */
    private void moveLog() {
        commitsInLog = 0;
        try {
            db.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException | RuntimeException e) {
            // Everything is safe in the log; SQLite moves it when it grows.
            LOG.debug("The log of {} stays for now", file, e);
        }
    }

    private void workWhileIdle() {
        try {
            do {
                db.begin(Durability.SOON);
                mayHaveIdleWork = idleWork.apply(db);
                db.commit();
            } while (mayHaveIdleWork && queue.isEmpty());
        } catch (SQLException | RuntimeException e) {
            db.rollback();
            // It is tried again after the next change, or by whoever needs it.
            mayHaveIdleWork = false;
            LOG.debug("Work behind the imports of {} has to wait", file, e);
        }
    }

    private void transact(List<Job<?>> group) {
        try {
            if (group.get(0).durability() == null) {
                group.get(0).apply(db);
                return;
            }
            db.begin(group.get(0).durability());
            for (Job<?> job : group) {
                apply(job, group.size() > 1);
            }
            db.commit();
            commitsInLog++;
        } catch (Throwable e) {
            db.rollback();
            WorkFailed failure = Sentences.of(file, e);
            group.forEach(job -> job.fail(failure));
        }
    }

    /** In a group, a change that fails takes back only its own part. */
    private void apply(Job<?> job, boolean inGroup) throws Exception {
        if (!inGroup) {
            job.apply(db);
            return;
        }
        db.execute("SAVEPOINT job");
        try {
            job.apply(db);
        } catch (SQLException | RuntimeException e) {
            db.execute("ROLLBACK TO job");
            job.fail(Sentences.of(file, e));
        }
        db.execute("RELEASE job");
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(last);
        }
        awaitEnd();
        db.close();
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                notifier.shutdown();
                // A callback that never ends must not keep the file open.
                notifier.awaitTermination(5, TimeUnit.SECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
