package org.stepwright.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.stepwright.app.Samples;
import org.stepwright.app.TrainingRuns;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.prm.train.Trainer;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.work.Progress;

/** Workspaces with the bundled samples, for tests of screens. */
public final class SampleWork {
    private SampleWork() {}

    /** Brings the labelled samples into a workspace. */
    public static void addTo(Workspace workspace, Path folder) {
        Path file = Samples.copy(Samples.LABELLED, folder);
        new Importer(workspace).run(List.of(file), "auto", Progress.NONE);
    }

    /** Trains the quick recipe on what is there; the run is in the workspace. */
    public static Path train(Workspace workspace, Path folder) {
        Path model = folder.resolve("sample.prm");
        new TrainingRuns(workspace, new Trainer(), Clock.systemUTC())
                .train(
                        TraceFilter.ALL,
                        TrainOptions.of(Recipe.SIGNALS, "sample"),
                        model,
                        run -> {},
                        Progress.NONE);
        return model;
    }
}
