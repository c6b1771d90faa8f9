package org.stepwright.storage.format.span;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.work.WorkFailed;

/**
 * Keeps records in a temporary file until all of their trace are there: the spans of a trace may
 * stand anywhere in a file. Holds 12 bytes a record and about 200 a trace in memory. Belongs to one
 * thread; closing deletes the file.
 */
public final class RecordSpool implements Closeable {
    /** The most spans of one trace. */
    public static final int RECORD_LIMIT = 20_000;

    /** The most that the records of one trace may say, in bytes. */
    public static final long TRACE_LIMIT = 32L << 20;

    private static final int TRACES_LIMIT = 1_000_000;
    private static final long FILE_LIMIT = 16L << 30;

    private final ObjectMapper mapper;
    private final Path file;
    private final OutputStream out;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private long length;

    /** Takes traces whose records are all there. */
    public interface Traces {
        /**
         * @param key the trace
         * @param line the first line of its records
         * @param records its records in the order of the file, read as they are asked for
         */
        void trace(String key, long line, Iterator<JsonNode> records);

        /**
         * @param line the first line of a trace's records
         * @param reason why the trace cannot be put together
         */
        void broken(long line, String reason);
    }

    /**
     * @param mapper writes and reads the records
     * @throws WorkFailed when there can be no temporary file
     */
    public RecordSpool(ObjectMapper mapper) {
        this.mapper = mapper;
        try {
            file = Files.createTempFile("stepwright-spans", ".json");
            out = new BufferedOutputStream(Files.newOutputStream(file), 64 << 10);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /**
     * Keeps a record.
     *
     * @param key its trace
     * @param line where it started, from 1
     * @param node what it says
     * @throws WorkFailed when there is no room for it, or there are too many traces
     */
    public void add(String key, long line, JsonNode node) {
        Group group = groups.get(key);
        if (group == null) {
            if (groups.size() >= TRACES_LIMIT) {
                throw new WorkFailed(
                        "The file holds more than 1,000,000 traces; split it and import the"
                                + " parts.");
            }
            group = new Group(line);
            groups.put(key, group);
        }
        byte[] bytes = bytes(node);
        group.lines(line);
        if (group.isTooLong()) {
            // The trace will be rejected, so what it says is no longer of use.
            group.grow(bytes.length);
            return;
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw noRoom(e);
        }
        group.add(length, bytes.length);
        length += bytes.length;
        if (length > FILE_LIMIT) {
            throw new WorkFailed(
                    "The spans of this file take more than 16 GiB; split it and import the parts.");
        }
    }

    /**
     * Says that the records under one key belong to the trace under another.
     *
     * @param key the key to give up
     * @param to the key to use
     */
    public void alias(String key, String to) {
        if (!key.equals(to)) {
            aliases.putIfAbsent(key, to);
        }
    }

    /**
     * Gives all traces, in the order of their first records.
     *
     * @param traces takes them
     * @throws WorkFailed when the temporary file cannot be read
     */
    public void forEach(Traces traces) {
        mergeAliases();
        try {
            out.flush();
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                for (Map.Entry<String, Group> entry : groups.entrySet()) {
                    give(entry.getKey(), entry.getValue(), in, traces);
                }
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private void give(String key, Group group, RandomAccessFile in, Traces traces) {
        if (group.isTooLong()) {
            traces.broken(
                    group.line,
                    "the trace has more than "
                            + RECORD_LIMIT
                            + " spans or more than "
                            + (TRACE_LIMIT >> 20)
                            + " MiB of text");
        } else {
            traces.trace(key, group.line, new Records(group, in));
        }
    }

    private void mergeAliases() {
        if (aliases.isEmpty()) {
            return;
        }
        for (String key : List.copyOf(groups.keySet())) {
            String to = resolve(key);
            if (!to.equals(key)) {
                Group from = groups.remove(key);
                groups.merge(to, from, Group::joined);
            }
        }
    }

    /** Parents may be missing, or be each other's children. */
    private String resolve(String key) {
        Set<String> path = new LinkedHashSet<>();
        String at = key;
        for (String next = aliases.get(at); next != null && path.add(at); next = aliases.get(at)) {
            at = next;
        }
        String root = at;
        aliases.remove(root);
        for (String passed : path) {
            if (!passed.equals(root)) {
                aliases.put(passed, root);
            }
        }
        return root;
    }

    private byte[] bytes(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new BadSpan("a text holds half of a character pair (a lone \\u surrogate)");
        }
    }

    private static WorkFailed noRoom(IOException cause) {
        return new WorkFailed(
                "The spans cannot be kept in the temporary folder "
                        + System.getProperty("java.io.tmpdir")
                        + "; check the room there.",
                cause);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    /** Where the records of one trace lie. */
    private static final class Group {
        private long line;
        private long[] offsets = new long[2];
        private int[] lengths = new int[2];
        private int count;
        private long bytes;

        Group(long line) {
            this.line = line;
        }

        void lines(long other) {
            line = Math.min(line, other);
        }

        boolean isTooLong() {
            return count >= RECORD_LIMIT || bytes > TRACE_LIMIT;
        }

        void grow(int more) {
            bytes += more;
        }

        void add(long offset, int size) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
                lengths = Arrays.copyOf(lengths, count * 2);
            }
            offsets[count] = offset;
            lengths[count] = size;
            count++;
            bytes += size;
        }

        Group joined(Group other) {
            for (int i = 0; i < other.count; i++) {
                add(other.offsets[i], other.lengths[i]);
            }
            lines(other.line);
            return this;
        }
    }

    /** Reads the records of one trace. */
    private final class Records implements Iterator<JsonNode> {
        private final Group group;
        private final RandomAccessFile in;
        private int next;

        Records(Group group, RandomAccessFile in) {
            this.group = group;
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            return next < group.count;
        }

        @Override
        public JsonNode next() {
            try {
                byte[] bytes = new byte[group.lengths[next]];
                in.seek(group.offsets[next]);
                in.readFully(bytes);
                next++;
                return mapper.readTree(bytes);
            } catch (IOException e) {
                throw noRoom(e);
            }
        }
    }
}
