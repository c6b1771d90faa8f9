package org.stepwright.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a file up to date.
 *
 * @param locations where the migrations are, on the class path
 * @param latest the schema version after the last one
 */
record Migrations(List<String> locations, int latest) {
    static final Migrations CURRENT =
            new Migrations(List.of("classpath:org/stepwright/storage/migrations"), 5);

    /** Runs what is missing; each migration is one transaction. */
    void run(Path file) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers(QuietFlyway.class.getName())
                    .dataSource(Pragmas.migration(file))
                    .locations(locations.toArray(String[]::new))
                    .table("schema_history")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Sentences.of(file, e);
        }
    }

    /** The name of the copy that is made of a file before it is changed. */
    static Path backupOf(Path file, int version, String stamp) {
        return file.resolveSibling(
                String.format(Locale.ROOT, "%s.v%d-%s.bak", file.getFileName(), version, stamp));
    }
}
