package org.stepwright.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.WRONG;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

/** One file, opened twice: in one process, and in two. */
class TwoProcessesTest {
    @TempDir Path dir;

    @Test
    void twoOpenWorkspacesWriteInTurn() {
        try (Workspace one = Workspace.create(dir.resolve("w"));
                Workspace two = Workspace.open(dir.resolve("w"))) {
            one.traces().add(List.of(Samples.unlabelled("a", "0", "1", "2")));
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(one.labels().put(Samples.label("a", i % 3, WRONG, "anna")));
                all.add(two.labels().put(Samples.label("a", i % 3, CORRECT, "bert")));
            }
            two.traces().add(List.of(Samples.labelled("b", "bert", WRONG)));
            all.forEach(CompletableFuture::join);

            assertThat(one.counts()).isEqualTo(two.counts());
            assertThat(one.counts().events()).isEqualTo(401);
            assertThat(one.labels().undoDepth("bert")).isEqualTo(200);
            assertThat(two.labels().undo("anna").join()).isPresent();
            assertThat(one.labels().undoDepth("anna")).isEqualTo(199);
            assertThat(one.check().problems()).isEmpty();
        }
    }

    @Test
    void anotherProcessLabelsWhileThisOneDoes() throws Exception {
        Path file = dir.resolve("w");
        try (Workspace workspace = Workspace.create(file)) {
            List<String> steps = new ArrayList<>();
            for (int s = 0; s < KillTest.STEPS; s++) {
                steps.add("s" + s);
            }
            for (int t = 0; t < 20; t++) {
                workspace
                        .traces()
                        .add(List.of(new LabelledTrace(Trace.of("t" + t, "p", steps), List.of())));
            }
            Process other = LabelLoop.start(file, dir);
            int theirs = 0;
            try (Writer go = new OutputStreamWriter(other.getOutputStream(), US_ASCII);
                    BufferedReader out =
                            new BufferedReader(
                                    new InputStreamReader(other.getInputStream(), US_ASCII))) {
                go.write("0\n");
                go.flush();
                for (; theirs < 100; theirs++) {
                    assertThat(out.readLine()).isNotNull();
                    workspace.labels().put(Samples.label("t0", theirs % 3, WRONG, "bert")).join();
                }
                other.destroyForcibly().waitFor();
            }

            assertThat(workspace.labels().undoDepth("bert")).isEqualTo(100);
            assertThat(workspace.labels().undoDepth("anna")).isGreaterThanOrEqualTo(100);
            assertThat(workspace.check().problems()).isEmpty();
        }
    }
}
