package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.WRONG;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.work.Progress;

/** A merge that is killed has happened or has not; the other file is as it was. */
class MergeKilledTest {
    private static final int TRACES = 400;
    private static final int KILLS = 12;

    @TempDir Path dir;
    private Path ours;
    private Path theirs;
    private long mergedTraces;

    @BeforeEach
    void twoMachines() {
        ours = dir.resolve("ours");
        theirs = dir.resolve("theirs");
        try (Workspace workspace = Workspace.create(ours)) {
            workspace.traces().add(rows("a"));
            workspace.backup(theirs);
            workspace.labels().put(Samples.label("a1", 0, WRONG, "anna")).join();
            workspace.aside().setAside(List.of("a2"), "junk", "anna");
        }
        try (Workspace workspace = Workspace.open(theirs)) {
            workspace.traces().add(rows("b"));
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < TRACES; i++) {
                all.add(workspace.labels().put(Samples.label("a" + i, 1, CORRECT, "bert")));
            }
            all.forEach(CompletableFuture::join);
            workspace.aside().setAside(List.of("a2", "b3"), "junk too", "bert");
            workspace.aside().takeBack(List.of("a2"), "bert");
        }
        mergedTraces = 2L * TRACES;
    }

    private static List<LabelledTrace> rows(String prefix) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            rows.add(Samples.unlabelled(prefix + i, "one", "two", "three"));
        }
        return rows;
    }

    @Test
    void hasHappenedOrNot() throws Exception {
        byte[] other = Files.readAllBytes(theirs);
        byte[] before = Files.readAllBytes(ours);
        Random random = new Random(3);
        int merged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path copy = dir.resolve("copy" + kill);
            Files.write(copy, before);
            Process child = LabelLoop.start(MergeLoop.class, copy, dir);
            try (BufferedReader out =
                            new BufferedReader(
                                    new InputStreamReader(
                                            child.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream in = child.getOutputStream()) {
                in.write((theirs + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
                assertThat(out.readLine()).isEqualTo("ready");
                Thread.sleep(random.nextInt(1_500));
                child.destroyForcibly().waitFor();
            }
            merged += look(copy) ? 1 : 0;
        }
        assertThat(theirs).hasBinaryContent(other);
        System.out.printf("killed %d merges, %d had happened%n", KILLS, merged);
    }

    /** Gives back whether the merge had happened. */
    private boolean look(Path copy) {
        try (Workspace workspace = Workspace.open(copy)) {
            assertThat(workspace.check().problems()).isEmpty();
            WorkspaceCounts found = workspace.counts();
            assertThat(found.traces()).isIn((long) TRACES, mergedTraces);
            boolean happened = found.traces() == mergedTraces;
            assertThat(workspace.labels().of("a0", "bert")).hasSize(happened ? 1 : 0);
            assertThat(workspace.labels().of("a1", "anna")).hasSize(1);
            workspace.merge(theirs, Progress.NONE);
            assertThat(workspace.counts().traces()).isEqualTo(mergedTraces);
            assertThat(workspace.labels().of("a0", "bert")).hasSize(1);
            // Bert took it back after anna had set it aside.
            assertThat(workspace.traces().count(TraceFilter.parse("aside:yes"), ""))
                    .as("b3 alone")
                    .isEqualTo(1);
            assertThat(workspace.check().problems()).isEmpty();
            return happened;
        }
    }

    @Test
    void anotherFileThatIsLockedIsASentence() throws Exception {
        Process holder = LabelLoop.start(LockHolder.class, theirs, dir);
        try (BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        holder.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream in = holder.getOutputStream();
                Workspace workspace = Workspace.open(ours)) {
            assertThat(out.readLine()).isEqualTo("held");
            // WAL lets readers in beside a writer: what was committed is merged.
            MergeReport report = workspace.merge(theirs, Progress.NONE);
            assertThat(report.tracesAdded()).isEqualTo(TRACES);
            in.write('\n');
            in.flush();
            assertThat(holder.waitFor()).isZero();
            assertThat(workspace.check().problems()).isEmpty();
        }
    }
}
