package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real rows, cut, joined, repeated and sprinkled with what readers stumble over. A reader may
 * reject; it may not throw, hang or grow. A second each; {@code -Dstepwright.fuzz.seconds=600} for
 * ten minutes. The seed of a failure is in its message.
 */
class FormatFuzzTest {
    private static final int SECONDS = Integer.getInteger("stepwright.fuzz.seconds", 1);
    private static final List<String> PIECES =
            List.of(
                    "ки",
                    " ки\n",
                    "Step 1:",
                    "\"",
                    "\\",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "0.5",
                    "99999999999999999999",
                    "\\ud800",
                    "\u2028",
                    "####",
                    "<<",
                    ">>",
                    "\u0000",
                    "\"steps\":",
                    "\"labels\":[",
                    "\uFEFF",
                    "+",
                    "😀",
                    "\"id\":\"x\",",
                    "{}",
                    "[]",
                    "\n");

    static List<String> formats() {
        return LabelFiles.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    @Timeout(value = 700, unit = TimeUnit.SECONDS)
    void damagedRowsAreRejectedAndNothingElse(String format) {
        List<byte[]> seeds = SniffTest.seeds();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long seed = System.nanoTime();
        for (int round = 0; System.nanoTime() < end || round < 20; round++) {
            Random random = new Random(seed + round);
            byte[] damaged = damage(random, seeds);
            try {
                Reading reading = Reading.of(format, damaged);
                assertThat(reading.ids()).as("seed " + (seed + round)).doesNotHaveDuplicates();
                LabelFiles.format(format).sniff(new String(damaged, StandardCharsets.UTF_8), "f");
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + (seed + round) + " of " + format, e);
            }
        }
    }

    private static byte[] damage(Random random, List<byte[]> seeds) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int rows = 1 + random.nextInt(4);
        for (int i = 0; i < rows; i++) {
            all.writeBytes(seeds.get(random.nextInt(seeds.size())));
            all.writeBytes(
                    random.nextInt(4) == 0
                            ? ",".getBytes(StandardCharsets.UTF_8)
                            : "\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = all.toByteArray();
        int changes = random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes = change(random, bytes);
        }
        return bytes;
    }

    private static byte[] change(Random random, byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(20));
        List<byte[]> parts = new ArrayList<>();
        parts.add(java.util.Arrays.copyOfRange(bytes, 0, at));
        switch (random.nextInt(5)) {
            case 0 -> { // something is gone
            }
            case 1 -> {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                parts.add(piece.getBytes(StandardCharsets.UTF_8));
                to = at;
            }
            case 2 -> {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                parts.add(piece.repeat(random.nextInt(200)).getBytes(StandardCharsets.UTF_8));
            }
            case 3 -> {
                byte[] again = java.util.Arrays.copyOfRange(bytes, at, to);
                parts.add(again);
                parts.add(again);
            }
            default -> parts.add(new byte[] {(byte) random.nextInt(256)});
        }
        parts.add(java.util.Arrays.copyOfRange(bytes, to, bytes.length));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.size() == 0 ? new byte[] {'{'} : all.toByteArray();
    }
}
