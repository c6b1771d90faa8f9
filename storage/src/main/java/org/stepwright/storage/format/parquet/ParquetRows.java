package org.stepwright.storage.format.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stepwright.work.Progress;

/**
 * The rows of one Parquet file, each as a JSON object, in the order of the file. Hostile files end
 * in a sentence: what DuckDB can hold in memory and on disk is bounded, and so are columns, the
 * file's own description and rows.
 */
public final class ParquetRows {
    /** The most columns of a file. */
    static final int COLUMN_LIMIT = 2_000;

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int ENDS = 12;
    private static final int FOOTER_LIMIT = 16 << 20;

    private final Path file;
    private final int rowLimit;

    /** Takes rows, in the reading thread. */
    public interface Taker {
        /**
         * @param row the row's number from 1
         * @param json the row as a JSON object
         */
        void row(long row, String json);

        /**
         * A row that cannot be had; after a damaged one no further rows come.
         *
         * @param row the row's number from 1
         * @param reason why, as a clause
         */
        void broken(long row, String reason);
    }

    /**
     * @param file a Parquet file
     * @param rowLimit the longest row in characters of JSON; longer ones are given as broken
     */
    public ParquetRows(Path file, int rowLimit) {
        this.file = Objects.requireNonNull(file, "file");
        this.rowLimit = rowLimit;
    }

    /**
     * @param file any regular file
     * @return whether it begins as Parquet does
     * @throws IOException when it cannot be read
     */
    public static boolean isParquet(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return in.size() >= MAGIC.length && isMagic(in, 0);
        }
    }

    /**
     * @return the names of the columns, in order; empty when the file is damaged
     * @throws IOException when the file cannot be read
     */
    public List<String> columns() throws IOException {
        if (damage().isPresent()) {
            return List.of();
        }
        try (DuckDb db = new DuckDb(1, List.of(file))) {
            return columns(db);
        } catch (SQLException e) {
            return List.of();
        }
    }

    /**
     * @return why no row can be had, as a clause; empty when the file can be opened
     * @throws IOException when the file cannot be read
     */
    public Optional<String> trouble() throws IOException {
        Optional<String> damage = damage();
        if (damage.isPresent()) {
            return damage;
        }
        try (DuckDb db = new DuckDb(1, List.of(file))) {
            return columns(db).size() > COLUMN_LIMIT
                    ? Optional.of("the file has more than " + COLUMN_LIMIT + " columns")
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of(reason(e));
        }
    }

    /**
     * Reads all rows as a stream.
     *
     * @param taker takes them
     * @param title what to tell the progress that is being done
     * @param progress told rows read and rows in all; asked between rows whether to stop
     * @throws IOException when the file cannot be read
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public void read(Taker taker, String title, Progress progress) throws IOException {
        Optional<String> damage = damage();
        if (damage.isPresent()) {
            taker.broken(1, damage.get());
            return;
        }
        long row = 0;
        try (DuckDb db = new DuckDb(1, List.of(file))) {
            List<String> columns = columns(db);
            if (columns.size() > COLUMN_LIMIT) {
                taker.broken(1, "the file has more than " + COLUMN_LIMIT + " columns");
                return;
            }
            long all = count(db);
            try (PreparedStatement query = db.connection().prepareStatement(rowsSql(columns))) {
                query.setString(1, DuckDb.pattern(file));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        row++;
                        progress.checkCancelled();
                        give(row, rows.getString(1), taker);
                        if (row % 1000 == 0 || row == all) {
                            progress.report(row, all, title);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            taker.broken(row + 1, reason(e));
        }
    }

    private void give(long row, String json, Taker taker) {
        if (json == null) {
            taker.broken(row, "the row is longer than " + (rowLimit >> 20) + " MiB");
        } else {
            taker.row(row, json);
        }
    }

    private List<String> columns(DuckDb db) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query =
                db.connection()
                        .prepareStatement(
                                "SELECT column_name FROM (DESCRIBE SELECT * FROM "
                                        + source()
                                        + ")")) {
            query.setString(1, DuckDb.pattern(file));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private long count(DuckDb db) throws SQLException {
        try (PreparedStatement query =
                db.connection().prepareStatement("SELECT count(*) FROM " + source())) {
            query.setString(1, DuckDb.pattern(file));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Folders named like {@code a=b} around the file must not become columns. */
    private static String source() {
        return "read_parquet(?, hive_partitioning=false, union_by_name=false, filename=false)";
    }

    /** The row as a whole needs a name that no column has. */
    private String rowsSql(List<String> columns) {
        String all = "whole_row";
        while (contains(columns, all)) {
            all += "_";
        }
        String name = DuckDb.name(all);
        return "SELECT CASE WHEN length(j) <= "
                + rowLimit
                + " THEN j END FROM (SELECT CAST(to_json("
                + name
                + ") AS VARCHAR) AS j FROM "
                + source()
                + " AS "
                + name
                + ")";
    }

    private static boolean contains(List<String> columns, String name) {
        return columns.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** What can be told to be wrong before DuckDB looks at the file. */
    private Optional<String> damage() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = in.size();
            if (size < ENDS || !isMagic(in, size - MAGIC.length)) {
                return Optional.of("the Parquet file is cut off; get it again from its source");
            }
            ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            in.read(length, size - 8);
            long footer = length.getInt(0) & 0xFFFFFFFFL;
            if (footer > size - ENDS) {
                return Optional.of("the Parquet file is damaged at its end");
            }
            if (footer > FOOTER_LIMIT) {
                return Optional.of("the Parquet file's own description is longer than 16 MiB");
            }
            return Optional.empty();
        }
    }

    private static boolean isMagic(FileChannel in, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length);
        in.read(bytes, at);
        return java.util.Arrays.equals(bytes.array(), MAGIC);
    }

    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Out of Memory") || message.contains("could not allocate")) {
            return "the rows from here on need more memory than a file may take; write the file"
                    + " with smaller row groups, or as JSON lines";
        }
        if (message.contains("encrypt")) {
            return "the Parquet file is encrypted; decrypt it first";
        }
        return "the Parquet file is damaged from here on; rows behind it were not read";
    }
}
