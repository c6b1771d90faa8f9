package org.stepwright.storage.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.storage.verify.SqlAnswer.Ending;

/**
 * Runs queries in a worker process that is started when it is first needed, kept, and ended when it
 * does not answer in time: some SQL keeps SQLite busy where nothing can interrupt it. One query at
 * a time; safe to call from any thread.
 */
public final class SqlSandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlSandbox.class);

    /** A little more than the worker itself allows, as most queries can be interrupted. */
    private static final int KILL_MILLIS = ReadOnlyQuery.MILLIS + 200;

    private static final int START_MILLIS = 20_000;
    private static final int KEPT_ANSWERS = 16;

    private record Question(DatabaseFile database, String sql) {}

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, daemon());
    private final Map<Question, SqlAnswer> kept = new LinkedHashMap<>();
    private Worker worker;
    private boolean closed;

    /** Creates it; no process is started yet. */
    public SqlSandbox() {
        clock.setRemoveOnCancelPolicy(true);
    }

    private static java.util.concurrent.ThreadFactory daemon() {
        return work -> {
            Thread thread = new Thread(work, "sql-clock");
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * @param database the database
     * @param sql one statement that reads
     * @return what came of it; never fails
     */
    synchronized SqlAnswer run(DatabaseFile database, String sql) {
        if (closed) {
            return SqlAnswer.ended(Ending.BROKEN, "");
        }
        try {
            return asked(started(), database, sql);
        } catch (IOException e) {
            stop();
            LOG.warn("SQL could not be run in a process of its own.", e);
            return SqlAnswer.ended(Ending.BROKEN, "");
        }
    }

    /**
     * As {@link #run}, for a query that is asked again and again: the answer is kept for as long as
     * the file stays as it is.
     */
    synchronized SqlAnswer runOnce(DatabaseFile database, String sql) {
        Question question = new Question(database, sql);
        SqlAnswer known = kept.get(question);
        if (known != null) {
            return known;
        }
        SqlAnswer answer = run(database, sql);
        if (answer.ending() == Ending.ROWS) {
            kept.put(question, answer);
            if (kept.size() > KEPT_ANSWERS) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return answer;
    }

    private SqlAnswer asked(Worker now, DatabaseFile database, String sql) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> kill = killLater(now, KILL_MILLIS, late);
        try {
            return now.ask(database.path().toString(), sql);
        } catch (IOException e) {
            if (late.get()) {
                stop();
                worker = Worker.start(); // gets ready while nobody waits for it
                return SqlAnswer.ended(Ending.SLOW, "");
            }
            throw e;
        } finally {
            kill.cancel(false);
        }
    }

    private ScheduledFuture<?> killLater(Worker now, int millis, AtomicBoolean late) {
        return clock.schedule(
                () -> {
                    late.set(true);
                    now.process().destroyForcibly();
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private Worker started() throws IOException {
        if (worker == null || !worker.process().isAlive()) {
            stop();
            worker = Worker.start();
        }
        if (worker.greeted().getAndSet(true)) {
            return worker;
        }
        ScheduledFuture<?> kill = killLater(worker, START_MILLIS, new AtomicBoolean());
        try {
            SqlAnswer ready = SqlAnswer.read(worker.in());
            if (ready.ending() != Ending.ROWS) {
                throw new IOException("The worker did not start: " + ready.message());
            }
            return worker;
        } finally {
            kill.cancel(false);
        }
    }

    private void stop() {
        if (worker != null) {
            worker.end();
            worker = null;
        }
    }

    /** Ends the worker; later queries have no answer. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
        clock.shutdownNow();
    }

    /** A running worker with a folder for its temporary files; it says first that it is ready. */
    private record Worker(
            Process process,
            DataInputStream in,
            DataOutputStream out,
            Path temporary,
            AtomicBoolean greeted) {
        static Worker start() throws IOException {
            Path temporary = Files.createTempDirectory("stepwright-sql");
            ProcessBuilder builder =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx96m",
                            "-Xshare:auto",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.sqlite.tmpdir=" + temporary,
                            "-Djava.io.tmpdir=" + temporary,
                            "-cp",
                            WorkerClassPath.of(),
                            SqlWorker.class.getName());
            builder.directory(temporary.toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("SystemRoot"));
            builder.environment().put("SQLITE_TMPDIR", temporary.toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            try {
                Process process = builder.start();
                return new Worker(
                        process,
                        new DataInputStream(new BufferedInputStream(process.getInputStream())),
                        new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                        temporary,
                        new AtomicBoolean());
            } catch (IOException e) {
                TemporaryFolder.remove(temporary);
                throw e;
            }
        }

        SqlAnswer ask(String database, String sql) throws IOException {
            SqlAnswer.writeBytes(out, database.getBytes(StandardCharsets.UTF_8));
            SqlAnswer.writeBytes(out, sql.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return SqlAnswer.read(in);
        }

        void end() {
            process.destroyForcibly();
            try {
                process.waitFor(1, TimeUnit.SECONDS); // its files can be removed only then
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            TemporaryFolder.remove(temporary);
        }
    }
}
