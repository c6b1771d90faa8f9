package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rubric files of strangers through {@code rubric lint}: one sentence soon, never a stack trace.
 */
class HostileRubricTest {
    /** The promise is two seconds; the rest is for a machine that is busy with other things. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String HEAD = "id: a\ntitle: t\n";
    private static final String CRITERION = HEAD + "every_step:\n  - id: x\n    title: t\n";

    @TempDir Path folder;

    private void refused(Path file, String sentence) {
        CliRun run =
                Assertions.assertTimeoutPreemptively(
                        SOON, () -> CliRun.of(folder, "rubric", "lint", file));
        run.exits(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains(sentence).hasSizeLessThan(600);
    }

    private static Map<String, String[]> files() {
        Map<String, String[]> files = new TreeMap<>();
        String aliases = "anchors and aliases (& and *) are not allowed";
        String tags = "tags (!) are not allowed";
        StringBuilder laughs = new StringBuilder("a0: &a0 {k: v}\n");
        StringBuilder merges = new StringBuilder("a0: &a0 {k0: v}\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
            merges.append(
                    "a%d: &a%d {<<: [*a%d, *a%d], k%d: v}\n".formatted(i, i, i - 1, i - 1, i));
        }
        put(files, "alias bomb", HEAD + laughs, aliases);
        put(files, "merge keys", HEAD + merges, aliases);
        put(files, "alias without anchor", HEAD + "description: *nobody\n", aliases);
        put(files, "anchor on itself", "&a id: [*a]\n", aliases);
        put(
                files,
                "script engine",
                HEAD
                        + "description: !!javax.script.ScriptEngineManager"
                        + " [!!java.net.URLClassLoader [[!!java.net.URL"
                        + " [\"http://127.0.0.1:9\"]]]]\n",
                tags);
        put(files, "tag on the root", "!!java.util.HashMap\n" + HEAD, tags);
        put(
                files,
                "tag directive",
                "%TAG !e! tag:yaml.org,2002:\n---\nid: !e!java.io.File x\n",
                tags);
        put(files, "binary tag", HEAD + "description: !!binary aGk=\n", tags);
        put(files, "duplicate key", HEAD + "title: u\n", "occurs twice");
        put(files, "duplicate key deep", CRITERION + "    title: u\n", "occurs twice");
        put(files, "merge key without anchor", HEAD + "<<: {description: x}\n", "<<");
        put(files, "NUL", HEAD + "description: a\0b\n", "not valid YAML");
        put(files, "NUL first", "\0" + HEAD, "not valid YAML");
        put(files, "escape character", HEAD + "description: a\u001bb\n", "not valid YAML");
        put(files, "brackets", HEAD + "stages: " + "[".repeat(900_000), "nested deeper than 20");
        put(files, "braces", HEAD + "stages: " + "{a: ".repeat(200_000), "nested deeper than 20");
        put(files, "dashes", HEAD + "stages:\n" + "- ".repeat(400_000), "nested deeper than 20");
        put(files, "questions", "? ".repeat(400_000), "nested deeper than 20");
        put(files, "title is a list", "id: a\ntitle: [t]\n", "\"title\" is a text, not a list");
        put(files, "stages are a text", HEAD + "stages: five\n", "\"stages\" is a list");
        put(files, "a stage is a text", HEAD + "stages: [five]\n", "is a map of keys and values");
        put(files, "weight is a map", CRITERION + "    weight: {a: 1}\n", "not a map");
        put(files, "weight is endless", CRITERION + "    weight: 1e999\n", "is a number");
        put(files, "weight is long", CRITERION + "    weight: " + "9".repeat(90_000), "a number");
        put(
                files,
                "scale without end",
                CRITERION + "    scale: {kind: likert, min: 0, max: .inf, levels: []}\n",
                "is a number");
        put(files, "verifier is a list", CRITERION + "    verifier: [arithmetic]\n", "is a map");
        put(
                files,
                "options nested",
                CRITERION + "    verifier: {name: regex, options: {pattern: [a]}}\n",
                "is a text");
        put(files, "unknown key", HEAD + "exec: rm\n", "\"exec\" is not known");
        put(files, "many documents", "---\n".repeat(100_000), "Line ");
        put(files, "no map", "- a\n", "a rubric is a map");
        put(files, "nothing", "", "empty");
        put(
                files,
                "a long id",
                "id: " + "a".repeat(900_000) + "\ntitle: t\n",
                "lower-case letters");
        put(files, "a long unknown key", "? " + "k".repeat(900_000) + "\n: v\n", "is not known");
        put(
                files,
                "thousands of criteria",
                HEAD + "every_step:\n" + criteria(6_500),
                "the rubric has 6500 criteria; 1000 are the most");
        put(
                files,
                "thousands of criteria with one id",
                HEAD + "every_step:\n" + "- {id: same-id, title: t}\n".repeat(6_500),
                "criterion same-id");
        put(files, "a long key", "k".repeat(500_000) + ": v\n", "");
        return files;
    }

    private static String criteria(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("- {id: c%d, title: Criterion %d}\n".formatted(i, i));
        }
        return all.toString();
    }

    private static void put(
            Map<String, String[]> files, String name, String text, String sentence) {
        files.put(name, new String[] {text, sentence});
    }

    @TestFactory
    Stream<DynamicTest> isRefusedInASentence() {
        return files().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () ->
                                                refused(
                                                        write(entry.getValue()[0]),
                                                        entry.getValue()[1])));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rubric.yaml"), text);
    }

    @Test
    void fiftyMegabytesAreNotRead() throws IOException {
        Path file = folder.resolve("large.yaml");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((HEAD + "description: ").getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(block);
            }
        }
        refused(file, "is larger than 1 MiB");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] bytes = new byte[100_000];
        new java.util.Random(3).nextBytes(bytes);
        refused(Files.write(folder.resolve("noise.yaml"), bytes), "is not in UTF-8");
    }

    @Test
    void verifiersOfAStrangerAreProblemsNotActions() throws IOException {
        Path proof = folder.resolve("proof");
        Path file =
                write(
                        CRITERION
                                + "    verifier: {name: sql, options: {database: /etc/passwd}}\n"
                                + "  - id: z\n    title: v\n"
                                + "    verifier: {name: sql, options: {database: none.db}}\n"
                                + "  - id: y\n    title: u\n    verifier:\n"
                                + "      name: code-tests\n"
                                + "      options: {language: sh, tests: x, command: 'touch "
                                + proof
                                + "'}\n");
        String out = CliRun.of(folder, "rubric", "lint", file).exits(0).out();
        assertThat(out)
                .contains("named relative to the rubric's folder")
                .contains("There is no file none.db in " + folder)
                .contains("code-tests has no option \"command\"");
        assertThat(proof).doesNotExist();
    }

    @Test
    void anotherEncodingIsNamedInsteadOfReadWrongly() throws IOException {
        byte[] latin = (HEAD + "description: caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        refused(Files.write(folder.resolve("latin.yaml"), latin), "is not in UTF-8");
        byte[] wide = HEAD.getBytes(StandardCharsets.UTF_16);
        refused(Files.write(folder.resolve("wide.yaml"), wide), "is not in UTF-8");
    }
}
