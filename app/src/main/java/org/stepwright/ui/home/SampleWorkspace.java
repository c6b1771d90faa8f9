package org.stepwright.ui.home;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stepwright.app.Samples;
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
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Built beside and moved when it is whole: half of it must never look like all of it.
        Path work = Files.createTempDirectory(folder, ".samples-");
        Path made = work.resolve(file.getFileName());
        try {
            Path samples = Samples.copy(Samples.LABELLED, work);
            fill(made, samples, progress);
            Files.move(made, file);
        } finally {
            remove(work);
        }
        return file;
    }

    private void fill(Path made, Path samples, Progress progress) {
        try (Workspace workspace = Workspace.create(made)) {
            new Importer(workspace).run(List.of(samples), "generic", progress);
            for (String name : templates.names()) {
                progress.checkCancelled();
                Rubric rubric = new RubricYaml().read(templates.yaml(name));
                workspace.rubrics().saveDraft(rubric);
                workspace.rubrics().publish(rubric.id(), PUBLISH_NOTE);
            }
        }
    }

    /** Removes the flat folder that the workspace was made in. */
    private static void remove(Path work) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(work)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }
}
