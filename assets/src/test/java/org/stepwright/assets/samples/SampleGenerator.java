package org.stepwright.assets.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the sample set. Run it from the project's root after a change; a test compares the
 * committed files with what it gives.
 */
public final class SampleGenerator {
    /** Where the samples lie in the project. */
    static final Path FOLDER = Path.of("src/main/resources/org/stepwright/assets/samples");

    private SampleGenerator() {}

    /**
     * @return the generated files by name
     */
    static Map<String, String> files() {
        return Map.of(
                "refunds.jsonl", SampleRows.all(),
                "live-answer.jsonl", LiveRecording.all(),
                "templates/refund-decision.jsonl", TemplateRows.refunds(),
                "templates/invoice-check.jsonl", TemplateRows.invoices(),
                "templates/maths-word-problem.jsonl", TemplateRows.maths());
    }

    /**
     * @param args the folder of the module {@code assets}; none for the working directory
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "" : args[0]).resolve(FOLDER);
        Files.createDirectories(folder);
        for (var file : files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
