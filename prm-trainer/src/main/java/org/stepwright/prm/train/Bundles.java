package org.stepwright.prm.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelPolicy;
import org.stepwright.prm.ModelBundle;
import org.stepwright.prm.RunManifest;
import org.stepwright.prm.encode.FrozenFeatures;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.signal.Signals;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.trace.Part;

/** Writes down where a trained model comes from and packs it. */
final class Bundles {
    private Bundles() {}

    static ModelBundle of(
            TrainingSet set,
            TrainOptions options,
            StepFeatures features,
            Fitted fitted,
            Measured measured,
            List<String> warnings) {
        RunManifest manifest = manifest(set, options, features, fitted, measured, warnings);
        byte[] tokenizer =
                features instanceof FrozenFeatures frozen ? frozen.encoder().tokenizerJson() : null;
        return new ModelBundle(manifest, measured.onnx(), tokenizer, ModelCard.of(manifest));
    }

    private static RunManifest manifest(
            TrainingSet set,
            TrainOptions options,
            StepFeatures features,
            Fitted fitted,
            Measured measured,
            List<String> warnings) {
        FrozenFeatures frozen = features instanceof FrozenFeatures f ? f : null;
        return new RunManifest(
                options.name(),
                options.recipe().id(),
                fitted.learner().name(),
                options.seed(),
                set.sha256(),
                options.rubricVersion(),
                set.neutral().name().toLowerCase(Locale.ROOT),
                splitText(set),
                features.names(),
                Signals.VERSION,
                options.aggregation(),
                measured.rule().value(),
                measured.rule().text(),
                measured.temperature(),
                frozen == null ? "" : frozen.encoder().name(),
                frozen == null ? "" : frozen.encoder().sha256(),
                counts(set),
                parameters(fitted, options),
                metrics(measured),
                measured.baselines(),
                warnings);
    }

    /** The learner's settings, and how labels were made one where that is not the usual way. */
    private static Map<String, String> parameters(Fitted fitted, TrainOptions options) {
        Map<String, String> parameters = new TreeMap<>(fitted.learner().parameters());
        if (options.labels() != LabelPolicy.MAJORITY) {
            parameters.put("labels", options.labels().word());
        }
        return parameters;
    }

    private static String splitText(TrainingSet set) {
        return String.format(
                Locale.ROOT,
                "%.4g/%.4g/%.4g by problem, seed %d",
                100 * set.split().train(),
                100 * set.split().validation(),
                100 * set.split().test(),
                set.seed());
    }

    private static Map<String, Long> counts(TrainingSet set) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("traces", (long) set.traces());
        counts.put("steps", (long) set.steps());
        counts.put("positives", (long) set.positives());
        for (Part part : Part.values()) {
            String name = part.name().toLowerCase(Locale.ROOT);
            counts.put("traces." + name, (long) set.part(part).size());
        }
        return counts;
    }

    private static Map<String, Double> metrics(Measured measured) {
        Map<String, Double> metrics = new TreeMap<>();
        put(metrics, "validation.", measured.validation());
        if (measured.heldOut() != null) {
            put(metrics, "test.", measured.heldOut());
        }
        metrics.put("validation.ece_before_temperature", measured.eceBefore());
        metrics.put("test.ece_before_temperature", measured.heldOutEceBefore());
        metrics.values().removeIf(value -> value.isNaN());
        return metrics;
    }

    private static void put(Map<String, Double> metrics, String prefix, FileEval eval) {
        metrics.put(prefix + "f1", eval.f1());
        metrics.put(prefix + "error_accuracy", eval.errorAccuracy());
        metrics.put(prefix + "correct_accuracy", eval.correctAccuracy());
        metrics.put(prefix + "auroc", eval.auroc());
        metrics.put(prefix + "ece", eval.ece());
        metrics.put(prefix + "brier", eval.brier());
        metrics.put(prefix + "exact", eval.exact());
        metrics.put(prefix + "step_f1", eval.stepF1().positive());
        metrics.put(prefix + "negative_step_f1", eval.stepF1().negative());
        metrics.put(prefix + "base_rate", eval.baseRate());
        metrics.put(prefix + "steps", (double) eval.steps());
        metrics.put(prefix + "traces", (double) eval.traces());
    }
}
