package org.stepwright.prm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.score.Aggregation;
import org.stepwright.work.WorkFailed;

class ModelBundleTest {
    @TempDir Path dir;

    @Test
    void writesTheSameBytesAndLeavesNoPartBehind() throws IOException {
        ModelBundle bundle = bundle("signals");
        bundle.write(dir.resolve("a.prm"));
        bundle.write(dir.resolve("a.prm"));
        bundle.write(dir.resolve("deep/b.prm"));
        assertThat(Files.mismatch(dir.resolve("a.prm"), dir.resolve("deep/b.prm"))).isEqualTo(-1);
        try (var files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.prm", "deep");
        }
        assertThat(ModelBundle.read(dir.resolve("a.prm")).manifest()).isEqualTo(bundle.manifest());
    }

    @Test
    void saysWhenItIsMissingOrNoBundle() throws IOException {
        assertRefused(dir.resolve("none.prm"), "no model at");
        assertRefused(file("noise.prm", new byte[] {1, 2, 3, 4, 5}), "no manifest.json");
        assertRefused(file("empty.prm", new byte[0]), "no manifest.json");
        assertRefused(zip(Map.of("manifest.json", "{")), "not a readable model");
        assertRefused(zip(Map.of("manifest.json", "{}")), "not a readable model");
        assertRefused(zip(Map.of("../../evil", "x")), "no model has");
        assertRefused(zip(Map.of("/etc/passwd", "x")), "no model has");
    }

    @Test
    void refusesWhatWasChanged() throws IOException {
        Path file = dir.resolve("m.prm");
        bundle("signals").write(file);
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("the graph");
        bytes[at] ^= 1;
        assertThatThrownBy(() -> ModelBundle.read(file("changed.prm", bytes)))
                .isInstanceOf(WorkFailed.class);
        Map<String, String> other =
                Map.of(
                        "manifest.json", text(bundle("signals"), "manifest.json"),
                        "model.onnx", "another graph",
                        "MODEL_CARD.md", "card");
        assertRefused(zip(other), "does not match its digests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODEL_CARD.md", "model.onnx", "tokenizer.json", "manifest.json"})
    void refusesAZipBomb(String entry) throws IOException {
        // 3 MiB lie under each entry's own limit, so what refuses them is the file's small size.
        for (int mebibytes : new int[] {3, 64}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(entry));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < mebibytes; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
            assertRefused(file("bomb.prm", bytes.toByteArray()), "too large");
        }
    }

    @Test
    void refusesEntriesThatTogetherOutgrowTheFile() throws IOException {
        byte[] content = new byte[1000];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry stored = new ZipEntry("MODEL_CARD.md");
            CRC32 crc = new CRC32();
            crc.update(content);
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(content.length);
            stored.setCrc(crc.getValue());
            zip.putNextEntry(stored);
            zip.write(content);
            zip.putNextEntry(new ZipEntry("model.onnx"));
            zip.write(content);
            zip.closeEntry();
        }
        assertRefused(file("grown.prm", bytes.toByteArray()), "too large");
    }

    @Test
    void saysWhenANewerVersionWroteIt() throws IOException {
        Map<String, String> newer =
                Map.of(
                        "adapter.bin", "what this version does not know",
                        "manifest.json", "{\"format\":2,\"files\":[],\"manifest\":\"elsewhere\"}",
                        "weights/1", "x");
        assertRefused(zip(newer), "newer Stepwright");
        assertRefused(
                zip(Map.of("manifest.json", "{\"format\":99999999999999999999}")),
                "newer Stepwright");
        assertRefused(zip(Map.of("manifest.json", "{\"format\":0}")), "not a readable model");
        assertRefused(zip(Map.of("manifest.json", "{\"format\":\"1\"}")), "not a readable model");
    }

    @ParameterizedTest
    @CsvSource({
        "neutral, correct, maybe",
        "temperature, 1.0, -1.0",
        "threshold, 0.5, 1.5",
        "signalsVersion, 1, 0",
        "steps, 3, -3"
    })
    void refusesAManifestOfImpossibleValues(String field, String value, String bad)
            throws IOException {
        String json = text(bundle("signals"), "manifest.json");
        String changed =
                json.replaceFirst("(\"" + field + "\" : \"?)" + Pattern.quote(value), "$1" + bad);
        assertThat(changed).isNotEqualTo(json);
        assertRefused(rewritten(changed), "not a readable model");
    }

    @ParameterizedTest
    @CsvSource({"7, 0, 1", "-1, 0, 1", "1e999, 0, 1", "0.5, 1e999, 1", "0.5, 0, -1e999"})
    void refusesBaselinesOfImpossibleValues(String threshold, String bias, String weight)
            throws IOException {
        String json = text(bundle("signals"), "manifest.json");
        String baselines =
                "{\"constantIndex\":0,\"thresholdRule\":\"\",\"signals\":[{\"name\":\"length\","
                        + "\"signals\":[\"length\"],\"weights\":[%s],\"bias\":%s,"
                        + "\"threshold\":%s}]}";
        String bad = json.replace("\"baselines\" : null", "\"baselines\" : " + baselines);
        assertThat(bad).isNotEqualTo(json);
        assertThat(ModelBundle.read(rewritten(bad.formatted("1", "0", "0.5"))).manifest())
                .isNotNull();
        assertRefused(rewritten(bad.formatted(weight, bias, threshold)), "not a readable model");
    }

    @Test
    void aBundleThatNamesNoVersionOfTheSignalsHasTheFirst() throws IOException {
        String json = text(bundle("signals"), "manifest.json");
        String old = json.replaceFirst(" *\"signalsVersion\" : 1,\n", "");
        assertThat(old).doesNotContain("signalsVersion");
        assertThat(ModelBundle.read(rewritten(old)).manifest().signalsVersion()).isEqualTo(1);
    }

    @Test
    void opensNoBundleOfOtherSignals() throws IOException {
        String json = text(bundle("signals"), "manifest.json");
        Path other =
                rewritten(json.replace("\"signalsVersion\" : 1,", "\"signalsVersion\" : 777,"));
        assertThatThrownBy(() -> RewardModels.open(other))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("version 777 of the signals")
                .hasMessageContaining("train it again");
    }

    @Test
    void opensNoUnknownRecipeAndNoBrokenGraph() {
        assertThatThrownBy(() -> RewardModels.open(bundle("signals")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("does not load");
    }

    @Property(tries = 100)
    void noiseIsRefusedWithASentence(@ForAll @Size(max = 300) byte[] noise) throws IOException {
        Path file = Files.createTempFile("noise", ".prm");
        try {
            Files.write(file, noise);
            assertThatThrownBy(() -> ModelBundle.read(file)).isInstanceOf(WorkFailed.class);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 60)
    void aCutFileIsRefusedWithASentence(@ForAll double share) throws IOException {
        Path file = Files.createTempFile("cut", ".prm");
        try {
            bundle("signals").write(file);
            byte[] bytes = Files.readAllBytes(file);
            double part = Double.isFinite(share) ? Math.abs(share % 1) : 0;
            // The last 22 bytes and the directory before them are not read.
            int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
            Files.write(file, Arrays.copyOf(bytes, (int) (part * (end - 1))));
            assertThatThrownBy(() -> ModelBundle.read(file)).isInstanceOf(WorkFailed.class);
        } finally {
            Files.delete(file);
        }
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> ModelBundle.read(file))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(why);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(dir.resolve(name), content);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        entries.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BundleZip.write(bytes, contents);
        return file("zip" + entries.hashCode() + ".prm", bytes.toByteArray());
    }

    /** The test's bundle under another manifest. */
    private Path rewritten(String manifest) throws IOException {
        return zip(
                Map.of(
                        "manifest.json", manifest,
                        "model.onnx", "the graph",
                        "MODEL_CARD.md", "card"));
    }

    private String text(ModelBundle bundle, String entry) throws IOException {
        Path file = dir.resolve("source.prm");
        bundle.write(file);
        return new String(BundleZip.read(file).entries().get(entry), StandardCharsets.UTF_8);
    }

    private static ModelBundle bundle(String recipe) {
        RunManifest manifest =
                new RunManifest(
                        "test",
                        recipe,
                        "none",
                        1,
                        "00",
                        "",
                        "correct",
                        "80/10/10",
                        List.of("length"),
                        1,
                        Aggregation.MIN,
                        0.5,
                        "by hand",
                        1,
                        "",
                        "",
                        Map.of("steps", 3L),
                        Map.of("a", "b"),
                        Map.of("validation.f1", 12.5),
                        null,
                        List.of("A warning."));
        return new ModelBundle(
                manifest, "the graph".getBytes(StandardCharsets.UTF_8), null, "card");
    }
}
