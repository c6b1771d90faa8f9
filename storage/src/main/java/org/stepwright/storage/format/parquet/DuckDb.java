package org.stepwright.storage.format.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A DuckDB in memory that can touch the named files and its own temporary folder and nothing else:
 * no other files, no network, no extensions, and no way to change that afterwards. Not for several
 * threads.
 */
final class DuckDb implements AutoCloseable {
    /**
     * What DuckDB may hold in memory; the rest goes to its temporary folder. Beside the heap, and
     * small enough for both to stay below what the program promises.
     */
    private static final String MEMORY = "192MiB";

    private static final String DISK = "20GiB";

    private final Path folder;
    private final Connection connection;

    /**
     * @param threads how many threads it uses, at least 1
     * @param files the only files that it can open
     */
    DuckDb(int threads, List<Path> files) throws IOException, SQLException {
        folder = Files.createTempDirectory("stepwright-parquet");
        Connection opened = null;
        try {
            opened = DriverManager.getConnection("jdbc:duckdb:", properties(threads));
            lock(opened, files);
        } catch (SQLException | RuntimeException | Error e) {
            if (opened != null) {
                opened.close();
            }
            delete(folder);
            throw e;
        }
        connection = opened;
    }

    private static Properties properties(int threads) {
        Properties properties = new Properties();
        // Rows come as they are read instead of all at once.
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("preserve_insertion_order", "true");
        properties.setProperty("threads", Integer.toString(threads));
        properties.setProperty("memory_limit", MEMORY);
        properties.setProperty("max_temp_directory_size", DISK);
        return properties;
    }

    private void lock(Connection opened, List<Path> files) throws SQLException {
        String allowed =
                Stream.concat(files.stream(), Stream.of(ownFile()))
                        .flatMap(file -> Stream.of(path(file), pattern(file)))
                        .distinct()
                        .map(DuckDb::text)
                        .collect(Collectors.joining(","));
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET temp_directory=" + text(path(folder)));
            statement.execute("SET allowed_paths=[" + allowed + "]");
            statement.execute("SET enable_external_access=false");
            statement.execute("SET lock_configuration=true");
        }
    }

    /** The one file that it may write; gone with this. */
    Path ownFile() {
        return folder.resolve("written.parquet");
    }

    Connection connection() {
        return connection;
    }

    /** The path as DuckDB knows it, absolute so that it is never taken for a remote one. */
    static String path(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** The pattern that is this file and no other: readers take names for patterns. */
    static String pattern(Path file) {
        return path(file).replaceAll("[\\[*?]", "[$0]");
    }

    /** A text of SQL. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name of SQL. */
    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It held nothing that anybody needs.
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system empties its temporary folder.
        }
    }
}
