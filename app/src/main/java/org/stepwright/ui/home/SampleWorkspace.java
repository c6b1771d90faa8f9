package org.stepwright.ui.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.stepwright.app.Templates;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.work.Progress;

/**
 * Makes a workspace of the bundled samples: the rubric templates published, the traces imported.
 */
final class SampleWorkspace {
    /** The rubric that the samples are about. */
    static final String RUBRIC = "refund-decision";

    private static final String SAMPLES = "/org/stepwright/assets/samples/refunds.jsonl";
    private static final String PUBLISH_NOTE = "Bundled template";

    private final Templates templates;

    SampleWorkspace(Templates templates) {
        this.templates = templates;
    }

    /**
     * Makes it, unless it is there already.
     *
     * @param file where
     * @param progress hears how far it is
     * @return the file
     */
    Path make(Path file, Progress progress) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path samples = Files.createTempFile("refunds", ".jsonl");
        try (Workspace workspace = Workspace.create(file)) {
            try (InputStream in = SampleWorkspace.class.getResourceAsStream(SAMPLES)) {
                if (in == null) {
                    throw new IOException("This build lacks " + SAMPLES);
                }
                Files.copy(in, samples, StandardCopyOption.REPLACE_EXISTING);
            }
            new Importer(workspace).run(List.of(samples), "generic", progress);
            for (String name : templates.names()) {
                Rubric rubric = new RubricYaml().read(templates.yaml(name));
                workspace.rubrics().saveDraft(rubric);
                workspace.rubrics().publish(rubric.id(), PUBLISH_NOTE);
            }
        } finally {
            Files.deleteIfExists(samples);
        }
        return file;
    }
}
