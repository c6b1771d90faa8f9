package org.stepwright.storage.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What is written beside a data set so that a model can be trained on it elsewhere: fixed texts, in
 * which nothing of the user's stands.
 */
final class TrainingKit {
    private static final Map<String, List<String>> FILES =
            Map.of("trl", List.of("README.md", "config.yaml", "requirements.txt", "train_prm.py"));

    private TrainingKit() {}

    /**
     * @param format a format
     * @return whether there is a kit for it
     */
    static boolean isFor(String format) {
        return FILES.containsKey(format);
    }

    /** Writes the kit into {@code kit/FORMAT}. */
    static void write(String format, ExportFolder folder) throws IOException {
        for (String name : FILES.get(format)) {
            folder.write("kit/" + format + "/" + name, text(format, name));
        }
    }

    private static String text(String format, String name) throws IOException {
        try (InputStream in = TrainingKit.class.getResourceAsStream("kit/" + format + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The kit's " + name + " is not on the class path.");
            }
            // Git may have changed line ends on its way; bytes are the same everywhere.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
