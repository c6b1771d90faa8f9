package org.stepwright.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwright.work.WorkFailed;

/** The synthetic samples that come with Stepwright. */
public final class Samples {
    /** Labelled answers, generic JSON lines. */
    public static final String LABELLED = "refunds.jsonl";

    /** Recorded live answers. */
    public static final String RECORDING = "live-answer.jsonl";

    private static final String FOLDER = "/org/stepwright/assets/samples/";

    private Samples() {}

    /**
     * Writes one of the samples to a folder.
     *
     * @param name {@link #LABELLED} or {@link #RECORDING}
     * @param folder where to; is there
     * @return the file
     * @throws WorkFailed when it cannot be written
     */
    public static Path copy(String name, Path folder) {
        Path file = folder.resolve(name);
        try (InputStream in = open(name)) {
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new WorkFailed(
                    "The sample " + file + " could not be written; choose a folder where you may.",
                    e);
        }
    }

    /**
     * @return the prompt that the first recorded answer answers
     */
    public static String recordedPrompt() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(open(RECORDING), StandardCharsets.UTF_8))) {
            return new ObjectMapper().readTree(lines.readLine()).required("prompt").textValue();
        } catch (IOException e) {
            throw new IllegalStateException("The recorded sample cannot be read.", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Samples.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("This build lacks " + FOLDER + name + ".");
        }
        return in;
    }
}
