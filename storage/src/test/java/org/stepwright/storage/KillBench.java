package org.stepwright.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 kills -9 at random moments of a process that labels: verdicts, first errors, decisions,
 * clears, states, preferences, undo and redo. After each kill the file is whole, has every act that
 * was acknowledged, and holds exactly what the same acts give in a workspace that nobody killed.
 */
@Tag("bench")
class KillBench {
    private static final int KILLS = 200;
    private static final int MOST_ACTS_A_LIFE = 60;
    private static final int MOST_MICROS_MORE = 4_000;

    @TempDir Path dir;

    @Test
    void noAcknowledgedActIsLost() throws Exception {
        Path file = dir.resolve("w");
        try (Workspace workspace = Workspace.create(file)) {
            workspace.traces().add(KillScript.traces());
        }
        Random random = new Random();
        int there = 0;
        int acknowledged = 0;
        int unacknowledged = 0;
        int lost = 0;
        int clean = 0;
        try (Workspace mirror = Workspace.create(dir.resolve("mirror"))) {
            mirror.traces().add(KillScript.traces());
            Process next = LabelLoop.start(KillScript.class, file, dir);
            for (int kill = 1; kill <= KILLS; kill++) {
                Process child = next;
                // Starts while this one works, and opens the file only when told where to begin.
                next = kill < KILLS ? LabelLoop.start(KillScript.class, file, dir) : null;
                int told = liveAndDie(child, there, random);
                acknowledged += told - there;
                try (Workspace workspace = Workspace.open(file)) {
                    int acts = MergeView.uids(workspace).size();
                    lost += Math.max(0, told - acts);
                    unacknowledged += Math.max(0, acts - told);
                    for (; there < acts; there++) {
                        KillScript.act(mirror, there);
                    }
                    clean += workspace.check().problems().isEmpty() ? 1 : 0;
                    assertThat(MergeView.holds(workspace))
                            .as("after kill %d", kill)
                            .isEqualTo(MergeView.holds(mirror));
                    assertThat(workspace.labels().undoDepth("anna"))
                            .isEqualTo(mirror.labels().undoDepth("anna"));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "killed %d times: %d acts acknowledged, lost = %d, on the disk before they were"
                        + " acknowledged %d, clean checks %d%n",
                KILLS,
                acknowledged,
                lost,
                unacknowledged,
                clean);
        assertThat(lost).isZero();
        assertThat(clean).isEqualTo(KILLS);
    }

    /** Lets a child act from a number on and kills it; gives back the next number. */
    private static int liveAndDie(Process child, int from, Random random) throws Exception {
        int acts = 1 + random.nextInt(MOST_ACTS_A_LIFE);
        int next = from;
        try (Writer go = new OutputStreamWriter(child.getOutputStream(), US_ASCII);
                BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(child.getInputStream(), US_ASCII))) {
            go.write(from + "\n");
            go.flush();
            int seen = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // The kill may cut a line: a shorter number is an older one.
                next = line.isEmpty() ? next : Math.max(next, Integer.parseInt(line) + 1);
                if (++seen == acts) {
                    Thread.sleep(0, 1 + random.nextInt(999_999));
                    spin(random.nextInt(MOST_MICROS_MORE));
                    // The handle leaves the pipe open: what it printed until it was dead counts.
                    child.toHandle().destroyForcibly();
                }
            }
            assertThat(seen).as("acts before the kill").isGreaterThanOrEqualTo(acts);
        }
        child.waitFor();
        return next;
    }

    /** Waits shorter than a sleep can. */
    private static void spin(int micros) {
        long end = System.nanoTime() + micros * 1000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
