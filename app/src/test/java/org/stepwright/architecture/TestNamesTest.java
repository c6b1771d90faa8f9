package org.stepwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven runs classes by their names: a test with another name would pass by never running. */
class TestNamesTest {
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|Property|ParameterizedTest|TestFactory)\\b");

    @TempDir Path folder;

    @Test
    void everyTestClassHasANameThatMavenRuns() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        List<Path> modules;
        try (Stream<Path> folders = Files.list(root)) {
            modules =
                    folders.map(f -> f.resolve("src/test/java"))
                            .filter(Files::isDirectory)
                            .toList();
        }
        assertThat(modules).hasSizeGreaterThanOrEqualTo(5);
        for (Path module : modules) {
            assertThat(neverRun(module)).isEmpty();
        }
    }

    @Test
    void aTestOfAnotherNameIsFound() throws IOException {
        Files.writeString(folder.resolve("SumProperties.java"), "@Property void sums() {}");
        Files.writeString(folder.resolve("SumBench.java"), "@Test void fast() {}");
        assertThat(neverRun(folder)).containsExactly("SumProperties.java");
    }

    /** Benchmarks run only when asked by name; all others end in Test. */
    private static List<String> neverRun(Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> TEST.matcher(read(f)).find())
                    .map(f -> f.getFileName().toString())
                    .filter(n -> !n.endsWith("Test.java") && !n.endsWith("Bench.java"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
