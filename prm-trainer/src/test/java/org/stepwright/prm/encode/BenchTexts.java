package org.stepwright.prm.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Real steps of three lengths where the shared data is there, else made-up ones. */
final class BenchTexts {
    /**
     * @param name where the texts are from
     * @param texts distinct texts
     */
    record Sample(String name, List<String> texts) {}

    private static final long SEED = 1;

    private BenchTexts() {}

    static List<Sample> samples(int most) throws IOException {
        Path data = Path.of(System.getProperty("stepwright.shared", ""), "data");
        if (!Files.isDirectory(data)) {
            System.out.println("No " + data + ": made-up texts instead.");
            return List.of(sample("made-up steps", madeUp(most), most));
        }
        return List.of(
                sample("ProcessBench gsm8k", rows(data, "processbench/gsm8k.json", "steps"), most),
                sample(
                        "PRMBench circular",
                        rows(
                                data,
                                "prmbench/prm800k_test_p2_4o_circular.jsonl",
                                "modified_process"),
                        most),
                sample(
                        "MR-Ben coding",
                        rows(data, "mr-ben/coding.json", "Model_Solution_Steps"),
                        most));
    }

    private static Sample sample(String name, List<String> steps, int most) {
        List<String> distinct = new ArrayList<>(steps.stream().distinct().toList());
        Collections.shuffle(distinct, new Random(SEED));
        return new Sample(name, distinct.subList(0, Math.min(most, distinct.size())));
    }

    private static List<String> rows(Path data, String file, String field) throws IOException {
        List<String> steps = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (MappingIterator<JsonNode> rows =
                json.readerFor(JsonNode.class).readValues(data.resolve(file).toFile())) {
            while (rows.hasNext()) {
                for (JsonNode values : rows.next().findValues(field)) {
                    if (values.isArray()) {
                        values.forEach(step -> steps.add(step.asText()));
                    } else {
                        values.asText().lines().filter(l -> !l.isBlank()).forEach(steps::add);
                    }
                }
            }
        }
        return steps;
    }

    private static List<String> madeUp(int most) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            steps.add(
                    ("We add " + i + " boxes of " + (i % 17) + " bolts each. ").repeat(1 + i % 9));
        }
        return steps;
    }
}
