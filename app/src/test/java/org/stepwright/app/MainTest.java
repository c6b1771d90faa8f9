package org.stepwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir Path folder;

    @Test
    void nothingOrAWorkspaceOpensTheWindow() throws Exception {
        Path workspace = Files.createFile(folder.resolve("my.stepwright"));
        assertThat(Main.way(List.of())).isEqualTo(Launch.DESKTOP);
        assertThat(Main.way(List.of(workspace.toString()))).isEqualTo(Launch.DESKTOP);
    }

    @Test
    void anythingElseIsACommand() throws Exception {
        Path other = Files.createFile(folder.resolve("my.txt"));
        Path workspace = Files.createFile(folder.resolve("my.stepwright"));
        assertThat(Main.way(List.of("demo"))).isEqualTo(Launch.COMMAND_LINE);
        assertThat(Main.way(List.of(other.toString()))).isEqualTo(Launch.COMMAND_LINE);
        assertThat(Main.way(List.of(folder.resolve("gone.stepwright").toString())))
                .isEqualTo(Launch.COMMAND_LINE);
        assertThat(Main.way(List.of("check", workspace.toString()))).isEqualTo(Launch.COMMAND_LINE);
        assertThat(Main.way(List.of("\0.stepwright"))).isEqualTo(Launch.COMMAND_LINE);
    }
}
