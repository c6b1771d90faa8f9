package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Samples;

/** A slip of the hand in an output's name costs nobody their data. */
class OutputsTest {
    @TempDir Path folder;
    private Path samples;
    private Path workspace;

    @BeforeEach
    void write() {
        samples = Samples.copy(Samples.LABELLED, folder);
        workspace = folder.resolve("w.stepwright");
        run("init", workspace).exits(0);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void noCommandWritesOverAWorkspace() throws Exception {
        run("train", "--workspace", workspace, "--out", workspace).exits(1);
        run("rubric", "export", "template:math", "--out", workspace).exits(1);
        run("eval", "--model", "uniform", samples, "--rejects", workspace).exits(1);
        run("score", "--model", "m.prm", "--in", samples, "--out", workspace).exits(1);
        assertThat(run("check", workspace).exits(0).err()).isEmpty();
    }

    @Test
    void noCommandWritesOverWhatItReadsUnderAnotherName() throws Exception {
        byte[] before = Files.readAllBytes(samples);
        Path detour = folder.resolve("config/..").resolve(samples.getFileName());
        Files.createDirectories(folder.resolve("config"));
        CliRun run = run("train", "--data", samples, "--out", detour).exits(2);
        assertThat(run.err()).contains("--out names", "uses already");
        assertThat(samples).hasBinaryContent(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoPlainFileIsNotReplacedByOne() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        run("score", "--model", "m.prm", "--in", samples, "--out", pipe).exits(1);
        run("train", "--data", samples, "--out", pipe).exits(1);
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    }

    @Test
    void whereRejectsCannotGoIsSaidBeforeTheWork() {
        for (Path nowhere : new Path[] {folder, folder.resolve("no/such/rejects")}) {
            run("import", "--workspace", workspace, samples, "--rejects", nowhere).exits(1);
        }
        assertThat(run("check", workspace, "--json").json().get("traces").asInt()).isZero();
    }

    @Test
    void anEmptyPathIsNotTheCurrentFolder() {
        CliRun run = run("train", "--data", samples, "--out", "").exits(2);
        assertThat(run.err()).contains("'--out'", "the path is empty");
        run("import", "--workspace", workspace, "").exits(2);
        run("init", "").exits(2);
        run("train", "--data", samples, "--out", folder.resolve("m.prm"), "--name", " ").exits(2);
    }

    @Test
    void whatFilesHoldNeverSteersTheTerminal() throws Exception {
        Path hostile = folder.resolve("hostile.jsonl");
        Files.writeString(
                hostile,
                "{\"id\":\"\\u001b[2J\",\"problem\":\"p\",\"steps\":[\"a\"],\"labels\":[true]}\n"
                        + "{\"id\":\"\\u001b[2J\",\"problem\":\"q\",\"steps\":[\"b\"],"
                        + "\"labels\":[true]}\n");
        CliRun run = run("import", "--workspace", workspace, hostile).exits(3);
        assertThat(run.err()).contains("hostile.jsonl:2: ", "\uFFFD[2J").doesNotContain("\u001b");
        CliRun folderless = run("check", folder.resolve("two\nlines\u202e")).exits(1);
        assertThat(folderless.err().strip()).hasLineCount(1).doesNotContain("\u202e");
    }
}
