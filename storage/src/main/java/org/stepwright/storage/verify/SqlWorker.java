package org.stepwright.storage.verify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.stepwright.storage.verify.SqlAnswer.Ending;

/**
 * The worker process: reads a database's path and a query on standard input, answers on standard
 * output, until the input ends. Needs nothing on its class path but this package and the driver.
 */
public final class SqlWorker {
    /** Ends a worker whose user is gone and which is deep in a query. */
    private static final int HALT_MILLIS = 5_000;

    private SqlWorker() {}

    /**
     * @param args none
     * @throws IOException when the user of the worker is gone
     */
    public static void main(String[] args) throws IOException {
        DataOutputStream out = new DataOutputStream(System.out);
        // Nothing but answers may get there.
        System.setOut(new PrintStream(System.err, true));
        ScheduledExecutorService watch =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "watch");
                            thread.setDaemon(true);
                            return thread;
                        });
        SqlAnswer ready = ReadOnlyQuery.warmUp();
        ready.write(out);
        serve(new DataInputStream(System.in), out, watch);
    }

    private static void serve(
            DataInputStream in, DataOutputStream out, ScheduledExecutorService watch)
            throws IOException {
        while (true) {
            String database;
            try {
                database = SqlAnswer.readText(in);
            } catch (EOFException e) {
                return;
            }
            String sql = SqlAnswer.readText(in);
            ScheduledFuture<?> halt =
                    watch.schedule(
                            () -> Runtime.getRuntime().halt(1), HALT_MILLIS, TimeUnit.MILLISECONDS);
            answer(database, sql).write(out);
            halt.cancel(false);
        }
    }

    private static SqlAnswer answer(String database, String sql) {
        try {
            return ReadOnlyQuery.run(Path.of(database), sql);
        } catch (OutOfMemoryError e) {
            return SqlAnswer.ended(Ending.LARGE, "");
        }
    }
}
