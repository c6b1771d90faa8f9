package org.stepwright.cli;

import java.nio.file.Path;
import java.util.List;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.format.ImportReport;

/**
 * What the demo came to.
 *
 * @param rubric the published rubric
 * @param findings what its lint said
 * @param imported the import
 * @param models the trained models, the one that scored the live answer first
 * @param live the scored recorded answer
 * @param prompt what it answers
 * @param export the export
 */
record DemoResult(
        RubricVersion rubric,
        List<LintFinding> findings,
        ImportReport imported,
        List<Model> models,
        LiveResult live,
        String prompt,
        ExportReport export) {
    /**
     * One trained model.
     *
     * @param recipe how it was made
     * @param file its bundle
     * @param threshold the reward under which a step counts as wrong
     * @param seconds how long training took
     * @param heldOut its results on the held-out part
     * @param traces how many traces all parts hold
     */
    record Model(
            String recipe,
            Path file,
            double threshold,
            double seconds,
            FileEval heldOut,
            int traces) {}

    Model first() {
        return models.get(0);
    }
}
