package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.StepLabel;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * A disk that is really full: nothing acknowledged is lost, and work goes on once there is room.
 */
class FullDiskTest {
    private static final int STEPS = 400;

    @TempDir Path dir;
    private SmallDisk disk;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        disk = SmallDisk.mount(Files.createDirectory(dir.resolve("disk")), 4);
        workspace = Workspace.create(disk.folder().resolve("w"));
        String[] steps = new String[STEPS];
        java.util.Arrays.setAll(steps, i -> "step " + i);
        workspace.traces().add(List.of(Samples.unlabelled("a", steps)));
    }

    @AfterEach
    void close() throws Exception {
        if (disk != null) {
            workspace.close();
            disk.close();
        }
    }

    @Test
    void everyAcknowledgedLabelIsThereAndTheNextWaitsForRoom() throws Exception {
        disk.fill();
        List<StepLabel> acknowledged = new ArrayList<>();
        StepLabel refused = null;
        for (int i = 0; refused == null && i < STEPS; i++) {
            StepLabel label = Samples.richLabel("a", i, 0, "anna");
            try {
                workspace.labels().put(label).join();
                acknowledged.add(label);
            } catch (CompletionException e) {
                assertThat(e.getCause())
                        .isInstanceOf(WorkFailed.class)
                        .hasMessage(
                                "The disk is full, so nothing was saved; free some space and try"
                                        + " again.");
                refused = label;
            }
        }
        assertThat(refused).as("the disk was full at some time").isNotNull();
        assertThat(workspace.labels().of("a")).containsExactlyElementsOf(acknowledged);

        disk.makeRoom();
        workspace.labels().put(refused).join();
        acknowledged.add(refused);
        assertThat(workspace.labels().of("a")).containsExactlyElementsOf(acknowledged);
        assertThat(workspace.labels().undoDepth("anna")).isEqualTo(acknowledged.size());
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void aMergeIntoAFullDiskChangesNothingAndWorksOnceThereIsRoom() throws Exception {
        Path other = dir.resolve("other");
        workspace.backup(other);
        try (Workspace there = Workspace.open(other)) {
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                all.add(there.labels().put(Samples.richLabel("a", i, 0, "bert")));
            }
            all.forEach(CompletableFuture::join);
        }
        disk.fill();
        assertThatThrownBy(() -> workspace.merge(other, Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("disk is full");
        assertThat(workspace.counts().events()).isZero();

        disk.makeRoom();
        assertThat(workspace.merge(other, Progress.NONE).labelsChanged()).isEqualTo(STEPS);
        workspace.labels().put(Samples.label("a", 0, WRONG, "anna")).join();
        assertThat(workspace.check().problems()).isEmpty();
    }
}
