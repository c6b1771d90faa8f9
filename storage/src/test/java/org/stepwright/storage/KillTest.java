package org.stepwright.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

/** A label whose future completed is on the disk, whatever happens to the process: 50 kills. */
class KillTest {
    static final int STEPS = 100;
    private static final int KILLS = 50;
    private static final int MOST_LABELS_A_LIFE = 60;

    @TempDir Path dir;

    @Test
    void noAcknowledgedLabelIsLost() throws Exception {
        Path file = dir.resolve("w");
        try (Workspace workspace = Workspace.create(file)) {
            workspace.traces().add(traces());
        }
        Random random = new Random(11);
        int acknowledged = 0;
        Process next = LabelLoop.start(file, dir);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process child = next;
            // Starts while this one works, and opens the file only when told where to begin.
            next = kill < KILLS ? LabelLoop.start(file, dir) : null;
            acknowledged =
                    lifeAndDeath(child, acknowledged, 1 + random.nextInt(MOST_LABELS_A_LIFE));
            assertThat(dir.resolve("w-wal")).as("what there is to recover").isNotEmptyFile();
            try (Workspace workspace = Workspace.open(file)) {
                assertThat(workspace.check().problems()).as("kill %d", kill).isEmpty();
                assertThat(labelled(workspace))
                        .as("labels after kill %d", kill)
                        .isGreaterThanOrEqualTo(acknowledged);
                // Some labels may be on the disk that nobody was told of; the next life repeats
                // them.
                assertThat(workspace.labels().undoDepth("anna"))
                        .isEqualTo((int) workspace.counts().events());
            }
        }
        System.out.printf(
                "killed %d times, %d labels acknowledged, none lost%n", KILLS, acknowledged);
    }

    /** The first label from 0 on that is missing. */
    private static int labelled(Workspace workspace) {
        int[] first = {0};
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL,
                        row -> {
                            if (first[0]
                                    == STEPS * Integer.parseInt(row.trace().id().substring(1))) {
                                first[0] += row.labels().size();
                            }
                        });
        return first[0];
    }

    /** Lets a child label from a number on, kills it while it works; gives back the next number. */
    private static int lifeAndDeath(Process child, int from, int acks)
            throws IOException, InterruptedException {
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
                if (++seen == acks) {
                    // The handle leaves the pipe open. SIGKILL while it goes on; what it printed
                    // until it was dead still counts.
                    child.toHandle().destroyForcibly();
                }
            }
            assertThat(seen).as("labels before the kill").isGreaterThanOrEqualTo(acks);
        }
        child.waitFor();
        return next;
    }

    private static List<LabelledTrace> traces() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<String> steps = new ArrayList<>();
            for (int s = 0; s < STEPS; s++) {
                steps.add("s" + s);
            }
            rows.add(new LabelledTrace(Trace.of("t" + i, "p", steps), List.of()));
        }
        return rows;
    }
}
