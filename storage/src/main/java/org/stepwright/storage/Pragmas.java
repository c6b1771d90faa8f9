package org.stepwright.storage;

import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The one place that says how a connection to a workspace is set up. */
final class Pragmas {
    /** How long a writer waits for another process before it gives up. */
    static final int BUSY_MILLIS = 15_000;

    private Pragmas() {}

    /** The connection that writes: takes the write lock when a transaction begins. */
    static SQLiteDataSource writer(Path file) {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setJournalSizeLimit(64 << 20);
        // The writer moves pages into the file itself, in pauses: a label never waits for that.
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "8000");
        config.setCacheSize(-32_000);
        return source(config, file);
    }

    /** A connection that reads; each transaction sees one moment. */
    static SQLiteDataSource reader(Path file) {
        SQLiteConfig config = common();
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        config.setCacheSize(-8_000);
        return source(config, file);
    }

    /** For migrations, before the file goes into WAL mode. */
    static SQLiteDataSource migration(Path file) {
        SQLiteConfig config = common();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return source(config, file);
    }

    /** A connection that finds out whether a file is in use: it waits for nobody. */
    static SQLiteDataSource impatient(Path file) {
        SQLiteConfig config = common();
        config.setBusyTimeout(200);
        return source(config, file);
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static SQLiteDataSource source(SQLiteConfig config, Path file) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        // A URI, because a plain path would end at the first question mark.
        source.setUrl("jdbc:sqlite:" + file.toUri());
        return source;
    }
}
