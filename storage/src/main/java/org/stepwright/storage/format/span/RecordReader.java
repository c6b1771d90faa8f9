package org.stepwright.storage.format.span;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Cuts records out of a stream of JSON at constant memory: the objects at the top, and those in the
 * lists that hold records, at any depth. So one object may hold more spans than fit into memory. A
 * record comes when it ends, so the ones inside it come before it.
 *
 * <p>In a file of lines a damaged line costs itself only; elsewhere reading stops at the damage.
 */
public final class RecordReader {
    private final JsonFactory factory;
    private final Set<String> lists;
    private final int limit;

    /** Takes records, in the thread that reads. */
    public interface Sink {
        /**
         * @param found a record
         * @throws IOException when it cannot be kept
         */
        void record(Found found) throws IOException;

        /**
         * @param line the line, from 1
         * @param reason what is wrong there, for people
         */
        void broken(long line, String reason);
    }

    /**
     * @param factory set up with limits for files from strangers
     * @param lists the names of the lists that hold records
     * @param limit the longest record in bytes, about, without the records inside it
     */
    public RecordReader(JsonFactory factory, Set<String> lists, int limit) {
        this.factory = factory;
        this.lists = Set.copyOf(lists);
        this.limit = limit;
    }

    /**
     * Reads to the end.
     *
     * @param in the bytes; not closed
     * @param lines whether there is one value a line
     * @param sink takes the records
     * @throws IOException when the bytes cannot be read or a record cannot be kept
     */
    public void read(InputStream in, boolean lines, Sink sink) throws IOException {
        Pass pass = new Pass(sink);
        if (lines) {
            pass.lines(new LineStream(in));
        } else {
            pass.whole(in);
        }
    }

    /** One file being read. */
    private final class Pass {
        private final Sink sink;
        private final Deque<OpenRecord> around = new ArrayDeque<>();
        private long sequence;
        private long line;

        Pass(Sink sink) {
            this.sink = sink;
        }

        void lines(LineStream in) throws IOException {
            while (in.next()) {
                line++;
                if (!values(in)) {
                    around.clear();
                }
                if (!in.skipRest()) {
                    sink.broken(line, "this row goes on without an end; reading stopped here");
                    return;
                }
            }
        }

        void whole(InputStream in) throws IOException {
            if (!values(in)) {
                sink.broken(line, "what follows in this file was not read");
            }
        }

        /** Whether all went well; what is broken has been said. */
        private boolean values(InputStream in) throws IOException {
            long before = Math.max(0, line - 1);
            try (JsonParser parser = factory.createParser(in)) {
                parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
                try {
                    while (parser.nextToken() != null) {
                        value(parser, before);
                    }
                    return true;
                } catch (JsonProcessingException | CharConversionException e) {
                    // The latter: zeros at the start look like UTF-32.
                    line = before + Math.max(1, parser.currentLocation().getLineNr());
                    sink.broken(start(), explain(e));
                    return false;
                }
            }
        }

        /** Damage is said of the innermost record that it is in. */
        private long start() {
            return around.isEmpty() ? line : around.peek().line();
        }

        private void value(JsonParser parser, long before) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                items(parser, "", before);
            } else {
                item(parser, "", before);
            }
        }

        private int items(JsonParser parser, String key, long before) throws IOException {
            int others = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    return others;
                }
                others += item(parser, key, before) ? 0 : 1;
            }
            return others;
        }

        private boolean item(JsonParser parser, String key, long before) throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                record(parser, key, before);
                return true;
            }
            if (key.isEmpty()) {
                sink.broken(
                        before + parser.currentTokenLocation().getLineNr(), "the row is no object");
            }
            parser.skipChildren();
            return false;
        }

        private void record(JsonParser parser, String key, long before) throws IOException {
            long at = before + parser.currentTokenLocation().getLineNr();
            OpenRecord open = new OpenRecord(at, sequence++, key, around.peekFirst(), limit);
            around.push(open);
            int others = 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_ARRAY && lists.contains(name)) {
                    others += items(parser, name, before);
                } else {
                    open.put(name, parser);
                }
            }
            around.pop();
            if (open.problem() != null) {
                sink.broken(at, open.problem());
            } else {
                sink.record(open.found(others, around));
            }
        }
    }

    private static String explain(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return "this JSON is nested too deeply or holds a text or a number that is too long";
        }
        String message =
                e instanceof JsonProcessingException json
                        ? String.valueOf(json.getOriginalMessage())
                        : "";
        if (message.startsWith("Duplicate field '")) {
            return "a name occurs twice in one object";
        }
        if (message.startsWith("Unexpected end-of-input") || message.contains("end-of-input")) {
            return "the row is cut off";
        }
        return "this is not valid JSON";
    }
}
