package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "init",
                "init --nonsense",
                "import",
                "rubric",
                "rubric nonsense",
                "audit",
                "eval",
                "train",
                "score --model m.prm",
                "live --connection c --model m --n 0 hello",
                "live --connection c --model m --search beam hello",
                "export --workspace w --format trl --out o --neutral maybe",
                "export --workspace w --format trl --out o --split ten",
                "export --workspace w --format nonsense --out o",
                "export --workspace w --format auto --out o",
                "export --workspace w --format trl --out o --where nonsense:1",
                "import --workspace w --format nonsense f",
                "eval --model uniform --format nonsense f",
                "train --workspace w --out m.prm --where nonsense:1",
                "train --data f --out m.prm --format nonsense",
                "train --data f --out m.prm --threads 0",
                "train --data f --out f",
                "train --data f --exclude-problems g --out g",
                "train --data f --out m.prm --rejects m.prm",
                "score --model m --in f --out f",
                "score --model m --in f --out m",
                "score --model m --in f --out o --rejects o",
                "eval --model uniform f --rejects f",
                "eval --model m f --rejects m",
                "import --workspace w f --rejects f",
                "import --workspace w f --rejects w",
                "train --data f --out m.prm --where labelled:true"
            })
    void wrongUsageExitsWith2AndSaysHowToGetHelp(String line) {
        CliRun run = CliRun.of(folder, (Object[]) words(line)).exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--help");
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    @Test
    void everyCommandHasHelp() {
        everyCommand(
                CommandLineOf.test(),
                "",
                name -> {
                    CliRun run = CliRun.of(folder, (Object[]) words(name + " --help")).exits(0);
                    assertThat(run.out()).contains("Usage: stepwright " + name);
                });
    }

    private static void everyCommand(
            CommandLine line, String prefix, java.util.function.Consumer<String> use) {
        line.getSubcommands()
                .forEach(
                        (name, sub) -> {
                            use.accept(prefix + name);
                            everyCommand(sub, prefix + name + " ", use);
                        });
    }

    @Test
    void verboseShowsDetailsAndOnlyThen() {
        Path missing = folder.resolve("missing.stepwright");
        assertThat(CliRun.of(folder, "check", missing).err()).doesNotContain("WorkFailed");
        assertThat(CliRun.of(folder, "check", missing, "--verbose").err()).contains("WorkFailed");
    }

    @Test
    void theVersionIsShown() {
        assertThat(CliRun.of(folder, "--version").exits(0).out()).startsWith("stepwright ");
    }

    /** The tree of commands, for names only. */
    private static final class CommandLineOf {
        static CommandLine test() {
            return Commands.create(new CliContext(null, Terminal.ofSystem(), new CancelSwitch()));
        }
    }
}
