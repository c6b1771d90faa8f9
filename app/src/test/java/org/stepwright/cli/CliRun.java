package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.stepwright.app.AppContext;
import org.stepwright.error.Failures;
import org.stepwright.settings.KeyVault;
import org.stepwright.settings.SettingsStore;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.task.InlineTaskRunner;

/**
 * One run of the real command line, with settings in a folder of its own.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CliRun(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs a command with settings under a folder. */
    static CliRun of(Path folder, Object... args) {
        return with(folder, Map.of(), cancel -> {}, args);
    }

    /** Runs a command that may be cancelled before it starts and finds keys in an environment. */
    static CliRun with(
            Path folder, Map<String, String> env, Consumer<CancelSwitch> before, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Failures failures = new Failures();
        SettingsStore settings = new SettingsStore(folder.resolve("config/settings.json"));
        settings.load();
        CancelSwitch cancel = new CancelSwitch();
        before.accept(cancel);
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code;
        try (AppContext app =
                new AppContext(
                        failures,
                        new InlineTaskRunner(failures::sentence),
                        settings,
                        new SystemSecrets(new NoVault(), env::get))) {
            Terminal terminal =
                    new Terminal(
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            false);
            code = Commands.create(new CliContext(app, terminal, cancel)).execute(words);
        }
        return new CliRun(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as the one JSON object that it has to be. */
    JsonNode json() {
        assertThat(out.strip().lines()).as("lines of standard output: %s", out).hasSize(1);
        try {
            JsonNode node = JSON.readTree(out);
            assertThat(node.isObject()).isTrue();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    /** Asserts the exit code, showing what was said when it is another one. */
    CliRun exits(int expected) {
        assertThat(code).as("out: %s%nerr: %s", out, err).isEqualTo(expected);
        assertThat(out + err).doesNotContain("\tat org.").doesNotContain("Exception in");
        return this;
    }

    private static final class NoVault implements KeyVault {
        @Override
        public Optional<String> get(String name) {
            throw new VaultUnavailable("there is none in tests", null);
        }

        @Override
        public void put(String name, String key) {
            throw new VaultUnavailable("there is none in tests", null);
        }

        @Override
        public void remove(String name) {
            throw new VaultUnavailable("there is none in tests", null);
        }
    }
}
