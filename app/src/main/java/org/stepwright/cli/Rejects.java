package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.storage.format.Reject;
import org.stepwright.work.WorkFailed;

/** The rows of the input that did not go in, as a command gathers and lists them. */
final class Rejects {
    private static final int SHOWN = 10;

    private final List<Reject> all = new ArrayList<>();

    void addAll(List<Reject> rejects) {
        all.addAll(rejects);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int count() {
        return all.size();
    }

    /**
     * Tells the person about the first few and writes all of them to a file.
     *
     * @param file the file of {@code --rejects}, or null
     * @param job who speaks
     */
    void tell(Path file, Job job) {
        if (file != null) {
            write(file);
        }
        all.stream().limit(SHOWN).forEach(r -> job.say(text(r)));
        if (all.size() > SHOWN) {
            job.say(
                    "… and "
                            + (all.size() - SHOWN)
                            + " more"
                            + (file == null ? "; --rejects FILE lists them all." : "."));
        }
        if (!all.isEmpty()) {
            job.say(
                    all.size()
                            + (all.size() == 1 ? " row was" : " rows were")
                            + " rejected"
                            + (file == null ? "." : "; " + file + " lists them."));
        }
    }

    private static String text(Reject reject) {
        return reject.file() + ":" + reject.line() + ": " + reject.reason();
    }

    private void write(Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Reject reject : all) {
                ObjectNode row = Json.object();
                row.put("file", reject.file().toString());
                row.put("line", reject.line());
                row.put("reason", reject.reason());
                out.write(Json.line(row));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new WorkFailed(
                    "The rejects could not be written to "
                            + file
                            + "; choose a path where you may write.",
                    e);
        }
    }
}
