package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.work.WorkFailed;

/** Mappings are kept as YAML by name. */
class MappingYamlTest {
    private static final String PLAIN =
            """
            name: support
            columns:
              problem: data.question
              steps: data.steps[].text
            cut: list
            """;

    @TempDir Path folder;

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("mappings") ColumnMapping mapping) {
        MappingYaml yaml = new MappingYaml();
        assertThat(yaml.read(yaml.write(mapping))).isEqualTo(mapping);
    }

    @Provide
    Arbitrary<ColumnMapping> mappings() {
        Arbitrary<ColumnPath> paths =
                Samples.texts()
                        .filter(t -> !t.isEmpty() && t.length() < 50)
                        .map(t -> ColumnPath.ofNames(List.of(t, "x")));
        Arbitrary<Map<Role, ColumnPath>> columns =
                Arbitraries.maps(Arbitraries.of(Role.class), paths)
                        .ofMaxSize(12)
                        .flatMap(
                                some ->
                                        paths.list()
                                                .ofSize(3)
                                                .map(
                                                        must -> {
                                                            Map<Role, ColumnPath> all =
                                                                    new EnumMap<>(Role.class);
                                                            all.putAll(some);
                                                            all.put(Role.PROBLEM, must.get(0));
                                                            all.put(Role.STEPS, must.get(1));
                                                            all.put(Role.ID, must.get(2));
                                                            return all;
                                                        }));
        Arbitrary<String> markers = Samples.texts().filter(t -> !t.isEmpty());
        Arbitrary<Map<String, ColumnPath>> metadata =
                Arbitraries.maps(Samples.texts().filter(t -> !t.isBlank()), paths)
                        .ofMaxSize(4)
                        .map(TreeMap::new);
        return Combinators.combine(
                        columns,
                        Arbitraries.of(StepCut.class),
                        markers,
                        rules(),
                        metadata,
                        Arbitraries.of((char) 0, ',', ';', '\t', '|'))
                .as(
                        (c, cut, marker, rule, more, separator) ->
                                new ColumnMapping(
                                        "My rows 1.0",
                                        c,
                                        cut,
                                        cut == StepCut.MARKER ? marker : "",
                                        rule,
                                        more,
                                        separator));
    }

    private static Arbitrary<LabelRule> rules() {
        Arbitrary<List<String>> words =
                Samples.texts()
                        .filter(w -> !w.isBlank())
                        .list()
                        .ofMinSize(3)
                        .ofMaxSize(3)
                        .uniqueElements(LabelRule::folded);
        return Combinators.combine(
                        Arbitraries.of(LabelKind.class),
                        Arbitraries.of(0, 1),
                        Arbitraries.of("-1", "", "none", "~", "null", "0"),
                        words)
                .as(
                        (kind, base, none, w) ->
                                new LabelRule(
                                        kind,
                                        base,
                                        none,
                                        List.of(w.get(0)),
                                        List.of(w.get(1)),
                                        List.of(w.get(2))));
    }

    @Test
    void whatIsNoMappingIsASentenceWithItsLine() {
        for (String yaml :
                List.of(
                        "",
                        "[]",
                        "name: x",
                        PLAIN.replace("list", "perhaps"),
                        PLAIN.replace("problem", "riddle"),
                        PLAIN.replace("support", "../../etc/passwd"),
                        PLAIN.replace("data.question", "a[[x"),
                        PLAIN + "marker: x\n",
                        PLAIN + "extra: 1\n",
                        PLAIN + "name: twice\n",
                        PLAIN + "labels: {kind: two_way, base: 7}\n",
                        PLAIN + "separator: '%'\n",
                        PLAIN + "metadata: {a: !!java.io.File x}\n",
                        PLAIN + "metadata: &a {a: *a}\n")) {
            assertThatThrownBy(() -> new MappingYaml().read(yaml))
                    .as(yaml)
                    .isInstanceOf(WorkFailed.class);
        }
    }

    @Test
    void mappingsAreSavedFoundReplacedAndDeletedByName() throws IOException {
        MappingStore store = new MappingStore(folder.resolve("new/mappings"));
        assertThat(store.names()).isEmpty();
        assertThat(store.find("support")).isEmpty();
        assertThatThrownBy(() -> store.require("support"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("none is saved yet");
        ColumnMapping mapping = new MappingYaml().read(PLAIN);
        Path file = store.save(mapping);
        assertThat(store.names()).containsExactly("support");
        assertThat(store.require("support")).isEqualTo(mapping);
        assertThat(store.require(file.toString())).isEqualTo(mapping);
        store.save(mapping.withName("Support"));
        assertThat(store.names()).containsExactly("Support");
        assertThat(store.require("SUPPORT").name()).isEqualTo("Support");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.toList()).hasSize(1);
        }
        assertThatThrownBy(() -> store.require("other"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("Support");
        store.delete("../Support");
        assertThat(store.names()).hasSize(1);
        store.delete("Support");
        assertThat(store.names()).isEmpty();
    }

    @Test
    void aFileThatIsNoMappingIsNamedInTheSentence() throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xFF, 0, 1});
        MappingStore store = new MappingStore(folder);
        assertThatThrownBy(() -> store.require(file.toString()))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("x.yaml");
        assertThatThrownBy(() -> store.require(folder.resolve("no.yaml").toString()))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is not there");
    }
}
