package org.stepwright.prm.live;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.stepwright.prm.digest.Sha256;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Makes traces of live answers; metadata says which connection and whether it was recorded. */
public final class LiveTraces {
    /** Metadata: the name of the connection. */
    public static final String CONNECTION = "connection";

    /** Metadata: {@code true} when the answer was replayed from a file, else {@code false}. */
    public static final String RECORDED = "recorded";

    /** Metadata: how the answer ended: {@code complete}, {@code cancelled} or {@code broken}. */
    public static final String ENDING = "ending";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final AtomicLong lastMillis = new AtomicLong(Long.MIN_VALUE);

    LiveTraces(Clock clock) {
        this.clock = clock;
    }

    /** Ids are {@code live-<prompt hash>-<time>}; no two that are made here are the same. */
    Trace trace(Connection c, LiveRequest r, List<Step> steps, LiveAnswer answer) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, c.name());
        metadata.put(Trace.GENERATOR, c.model());
        metadata.put(CONNECTION, c.name());
        metadata.put(RECORDED, Boolean.toString(answer.recorded()));
        metadata.put(ENDING, answer.ending().name().toLowerCase(Locale.ROOT));
        String id = "live-" + hash(r.prompt()) + "-" + STAMP.format(nextInstant());
        return new Trace(id, r.prompt(), steps, Outcome.UNKNOWN, null, metadata);
    }

    /** Several answers may end in the same millisecond. */
    private Instant nextInstant() {
        long now = clock.millis();
        return Instant.ofEpochMilli(lastMillis.updateAndGet(last -> Math.max(now, last + 1)));
    }

    private static String hash(String prompt) {
        return HexFormat.of().formatHex(Sha256.bytesOf(prompt), 0, 6);
    }
}
