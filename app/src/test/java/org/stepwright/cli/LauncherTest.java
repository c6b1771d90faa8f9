package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout, with a Java that only says what it was started with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class LauncherTest {
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir Path home;

    @Test
    void theJarThatWasBuiltLastIsRunWhateverItsName() throws Exception {
        Path target = Files.createDirectories(home.resolve("app/target"));
        Files.createDirectories(target.resolve("lib"));
        jar(target.resolve("app-0.9.0.jar"), NOW.minusSeconds(60));
        jar(target.resolve("app-0.10.0.jar"), NOW);
        String said = run("check", "w");
        assertThat(said)
                .contains("app-0.10.0.jar:" + target.resolve("lib") + "/*")
                .doesNotContain("app-0.9.0.jar")
                .contains("org.stepwright.app.Main check w");
    }

    /** Java cannot open a file with an umlaut where the locale is C. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutALocaleNamesOfFilesAreUnicode() throws Exception {
        jar(Files.createDirectories(home.resolve("app/target/lib")).resolve("../app-1.jar"), NOW);
        assumeThat(output(new ProcessBuilder("locale", "-a"))).containsIgnoringCase("C.utf8");
        assertThat(run("check", "w")).containsIgnoringCase("locale=C.utf8");
    }

    private static void jar(Path file, Instant built) throws IOException {
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(built));
    }

    private String run(String... args) throws Exception {
        Path script =
                Files.copy(Path.of("..", "stepwright").toRealPath(), home.resolve("stepwright"));
        Path bin = Files.createDirectories(home.resolve("jdk/bin"));
        Path java =
                Files.writeString(
                        bin.resolve("java"),
                        """
                        #!/bin/sh
                        if [ "$1" = -XshowSettings:properties ]; then
                            echo "    java.specification.version = 17"
                            echo "    java.home = $JAVA_HOME"
                        else
                            echo "$@" "locale=$LC_ALL"
                        fi
                        """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().put("LC_ALL", "C");
        return output(builder);
    }

    private static String output(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
