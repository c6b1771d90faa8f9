package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    @TempDir Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such links")
    void onlyADeviceOfATerminalIsOne() throws IOException {
        assertThat(terminal("one", "/dev/pts/3")).isTrue();
        assertThat(terminal("two", "/dev/tty1")).isTrue();
        assertThat(terminal("three", "pipe:[4711]")).isFalse();
        assertThat(terminal("four", "/dev/null")).isFalse();
        assertThat(terminal("five", folder.resolve("log.txt").toString())).isFalse();
        assertThat(Terminal.leadsToTerminal(folder.resolve("nowhere"))).isFalse();
    }

    @Test
    void whatALauncherSaysIsTaken() {
        String before = System.getProperty("stepwright.terminal");
        assumeTrue(before == null, "a launcher has spoken already");
        try {
            System.setProperty("stepwright.terminal", "true");
            assertThat(Terminal.ofSystem().interactive()).isTrue();
            System.setProperty("stepwright.terminal", "false");
            assertThat(Terminal.ofSystem().interactive()).isFalse();
        } finally {
            System.clearProperty("stepwright.terminal");
        }
    }

    private boolean terminal(String name, String target) throws IOException {
        return Terminal.leadsToTerminal(
                Files.createSymbolicLink(folder.resolve(name), Path.of(target)));
    }

    @Test
    void whatWasNotScoredGetsADash() {
        assertThat(LivePrinter.line(0, Double.NaN, "4 steps"))
                .isEqualTo("   1     –  4 steps")
                .hasSameSizeAs(LivePrinter.line(0, 0.5, "4 steps"));
    }
}
