package org.stepwright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.work.WorkFailed;

class SettingsStoreTest {
    private static final Connection LOCAL =
            new Connection(
                    "local",
                    ConnectionKind.OLLAMA,
                    "http://localhost:11434",
                    "a-model",
                    "",
                    0.5,
                    512,
                    30,
                    "");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("deep").resolve("settings.json");
    }

    @Test
    void withoutAFileDefaultsHold() {
        SettingsStore store = new SettingsStore(file);
        assertThat(store.load()).isEqualTo(Settings.defaults());
        assertThat(store.trouble()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasSetIsThereTheNextTime() {
        SettingsStore store = new SettingsStore(file);
        store.update(
                s ->
                        s.withTheme("dark")
                                .withAnnotator("ada")
                                .withRecent(folder.resolve("a.stepwright"))
                                .withLastDirectory(folder)
                                .withConnection(LOCAL)
                                .withRemembered("data.mapping", "x"));
        Settings read = new SettingsStore(file).load();
        assertThat(read).isEqualTo(store.current());
        assertThat(read.connection("local")).contains(LOCAL);
        assertThat(read.recentWorkspaces())
                .containsExactly(folder.resolve("a.stepwright").toAbsolutePath());
    }

    @Test
    void codeRunsOnlyWhereTheSettingsSayBothThatAndHow() throws Exception {
        SettingsStore store = new SettingsStore(file);
        assertThat(store.load().runCode().allowed()).isEmpty();
        store.update(s -> s.withRunCode(new RunCode(true, "sh {file}")));
        assertThat(new SettingsStore(file).load().runCode().allowed()).contains("sh {file}");
        store.update(s -> s.withRunCode(new RunCode(false, "sh {file}")));
        assertThat(new SettingsStore(file).load().runCode())
                .isEqualTo(new RunCode(false, "sh {file}"));
        assertThat(store.current().runCode().allowed()).isEmpty();
        for (String bad : List.of("true", "{\"command\":\"x\"}", "{\"on\":\"yes\"}")) {
            Files.writeString(file, "{\"theme\":\"dark\",\"runCode\":" + bad + "}");
            assertThat(new SettingsStore(file).load())
                    .isEqualTo(Settings.defaults().withTheme("dark"));
        }
    }

    @Test
    void unknownKeysStay() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"theme":"light","fromTheFuture":{"a":[1,2]},
                 "runCode":{"on":false,"command":"","image":"box"},
                 "connections":[{"name":"local","kind":"OLLAMA","model":"m","extra":7}]}
                """);
        SettingsStore store = new SettingsStore(file);
        store.load();
        store.update(s -> s.withTheme("dark"));
        assertThat(Files.readString(file))
                .contains("fromTheFuture")
                .contains("\"extra\" : 7")
                .contains("\"image\" : \"box\"")
                .contains("\"dark\"");
        assertThat(store.trouble()).isEmpty();
    }

    @Test
    void aDamagedFileIsKeptAside() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\": \"dark\", ");
        SettingsStore store = new SettingsStore(file);
        assertThat(store.load()).isEqualTo(Settings.defaults());
        assertThat(store.trouble()).contains("is damaged").contains(".broken");
        assertThat(folder.resolve("deep/settings.json.broken"))
                .hasContent("{\"theme\": \"dark\", ");
        store.update(s -> s.withTheme("light"));
        assertThat(new SettingsStore(file).load().theme()).isEqualTo("light");
    }

    @Test
    void soundFieldsSurviveBadOnes() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"theme":"purple","annotator":"ada","recentWorkspaces":"x","lastDirectory":7,
                 "connections":[{"name":"bad","kind":"NOBODY"},
                                {"name":"local","kind":"OLLAMA","model":"m"}],
                 "remembered":{"a":"b"}}
                """);
        SettingsStore store = new SettingsStore(file);
        Settings read = store.load();
        assertThat(read.theme()).isEqualTo("system");
        assertThat(read.annotator()).isEqualTo("ada");
        assertThat(read.connections()).extracting(Connection::name).containsExactly("local");
        assertThat(read.remembered()).containsEntry("a", "b");
        assertThat(store.trouble()).contains("connections, lastDirectory, recentWorkspaces, theme");
    }

    @Test
    void aHugeFileIsNotReadIntoMemory() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "\"" + "x".repeat(3 << 20) + "\"");
        SettingsStore store = new SettingsStore(file);
        assertThat(store.load()).isEqualTo(Settings.defaults());
        assertThat(store.trouble()).isNotEmpty();
    }

    @Property(tries = 200)
    void anyBytesGiveSettings(@ForAll byte[] bytes) throws Exception {
        Path any = Files.createTempFile("settings", ".json");
        Path aside = any.resolveSibling(any.getFileName() + ".broken");
        try {
            Files.write(any, bytes);
            assertThat(new SettingsStore(any).load()).isNotNull();
        } finally {
            Files.deleteIfExists(any);
            Files.deleteIfExists(aside);
        }
    }

    @Test
    void updatesStartFromWhatIsOnDisk() {
        SettingsStore one = new SettingsStore(file);
        SettingsStore two = new SettingsStore(file);
        one.load();
        two.load();
        one.update(s -> s.withAnnotator("ada"));
        two.update(s -> s.withTheme("dark"));
        assertThat(new SettingsStore(file).load().annotator()).isEqualTo("ada");
    }

    @Test
    void noTemporaryFileStays() throws Exception {
        SettingsStore store = new SettingsStore(file);
        store.update(s -> s.withTheme("dark"));
        store.update(s -> s.withTheme("light"));
        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("settings.json", "settings.json.lock");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws Exception {
        Files.writeString(folder.resolve("deep"), "a file where the folder should be");
        SettingsStore store = new SettingsStore(file);
        assertThatThrownBy(() -> store.update(s -> s.withTheme("dark")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void aFileThatCannotBeReadIsNotReplaced() throws Exception {
        Files.createDirectories(file.getParent());
        // A loop of links cannot be read by anyone, not even by root, but it can be replaced.
        Files.createSymbolicLink(file, file);
        SettingsStore store = new SettingsStore(file);
        assertThat(store.load()).isEqualTo(Settings.defaults());
        assertThat(store.trouble()).contains("cannot be read");
        assertThatThrownBy(() -> store.update(s -> s.withTheme("dark")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("nothing in it was changed");
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(store.current()).isEqualTo(Settings.defaults());
    }

    @Test
    void aDamagedFileIsNotReplacedBeforeItIsCopiedAside() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\": \"dark\", ");
        Path aside = folder.resolve("deep/settings.json.broken");
        Files.createDirectories(aside.resolve("in the way"));
        SettingsStore store = new SettingsStore(file);
        store.load();
        assertThat(store.trouble()).contains("is damaged");
        assertThatThrownBy(() -> store.update(s -> s.withTheme("light")))
                .isInstanceOf(WorkFailed.class);
        assertThat(file).hasContent("{\"theme\": \"dark\", ");
    }

    @Test
    void recentWorkspacesAreFewAndLatestFirst() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < 30; i++) {
            settings = settings.withRecent(Path.of("/w" + i % 20));
        }
        List<Path> recent = settings.recentWorkspaces();
        assertThat(recent).hasSize(12).doesNotHaveDuplicates();
        assertThat(recent.get(0)).isEqualTo(Path.of("/w9").toAbsolutePath());
        assertThat(settings.withoutRecent(Path.of("/w9")).recentWorkspaces()).hasSize(11);
    }
}
