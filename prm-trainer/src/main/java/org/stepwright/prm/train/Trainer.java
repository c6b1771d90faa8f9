package org.stepwright.prm.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.ModelBundle;
import org.stepwright.prm.OnnxHead;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.eval.Baselines;
import org.stepwright.prm.eval.Evaluator;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.eval.ThresholdRule;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.trace.Part;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Trains reward models: reads the steps, fits a head on the training part, chooses temperature and
 * threshold on the validation part, and measures on the test part. The same set, options and seed
 * give the same bundle, byte by byte. Stateless; safe for many threads.
 */
public final class Trainer {
    private static final int FEWEST_STEPS = 20;
    private static final String VALIDATION =
            "validation part of the training data, split by problem";
    private static final String HELD_OUT = "test part of the training data, split by problem";

    private final Function<Recipe, Learner> learners;

    /** Creates the trainer with each recipe's own learner. */
    public Trainer() {
        this(Learners::of);
    }

    Trainer(Function<Recipe, Learner> learners) {
        this.learners = learners;
    }

    /**
     * @param set what to learn from; its split and its neutral policy hold
     * @param options how
     * @param progress told about steps and rounds; asked for cancel between them
     * @return the model and how good it is
     * @throws WorkFailed when there are too few labels, only one kind of label, or no validation
     *     part, or when the recipe's encoder does not load here
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public TrainingResult train(TrainingSet set, TrainOptions options, Progress progress) {
        long start = System.nanoTime();
        requireEnough(set);
        requireBothKinds(set);
        String recipe = options.recipe().id();
        try (StepFeatures features = RewardModels.features(recipe, options.threads())) {
            LabelledRows train = read(set, Part.TRAIN, features, progress);
            LabelledRows validation = read(set, Part.VALIDATION, features, progress);
            LabelledRows test = read(set, Part.TEST, features, progress);
            List<String> warnings = new ArrayList<>();
            if (validation.counts().oneClass()) {
                warnings.add(
                        "The validation part has only one kind of label, so the rewards are not"
                                + " calibrated; label more traces.");
            }
            Fitted fitted = fit(train.design(), options, features, warnings, progress);
            Measured measured = measure(fitted, set, validation, test, options.seed(), progress);
            if (Double.isNaN(measured.validation().f1())) {
                warnings.add(
                        "The validation part lacks traces without an error, or traces with one,"
                                + " so the threshold is not one of the best F1 ("
                                + measured.rule().text()
                                + "); label more traces.");
            }
            ModelBundle bundle = Bundles.of(set, options, features, fitted, measured, warnings);
            return new TrainingResult(
                    bundle,
                    measured.validation(),
                    measured.heldOut(),
                    set.traces(),
                    set.steps(),
                    set.positives(),
                    (System.nanoTime() - start) / 1e9,
                    measured.rule().value(),
                    set.sha256());
        }
    }

    private static LabelledRows read(
            TrainingSet set, Part part, StepFeatures features, Progress progress) {
        progress.checkCancelled();
        return LabelledRows.read(set.part(part), features, set.neutral(), progress);
    }

    private Fitted fit(
            Design design,
            TrainOptions options,
            StepFeatures features,
            List<String> warnings,
            Progress progress) {
        int width = features.names().size();
        Learner learner = learners.apply(options.recipe());
        try {
            return new Fitted(learner, learner.fit(design, options.seed(), progress), width);
        } catch (Learner.LearnerMissing e) {
            warnings.add(
                    "Boosted trees need the system library libgomp, which did not load, so logistic"
                            + " regression was used instead; install libgomp1 and train again for a"
                            + " better model.");
            Learner spare = Learners.fallback(options.recipe());
            return new Fitted(spare, spare.fit(design, options.seed(), progress), width);
        }
    }

    private static Measured measure(
            Fitted fitted,
            TrainingSet set,
            LabelledRows validation,
            LabelledRows test,
            long seed,
            Progress progress) {
        double temperature;
        double eceBefore;
        double heldOutEceBefore;
        try (OnnxHead raw = OnnxHead.open(fitted.onnx(1), fitted.width())) {
            Calibration onValidation = Calibration.of(validation, validation.score(raw));
            temperature = onValidation.temperature();
            eceBefore = onValidation.ece();
            heldOutEceBefore = Calibration.of(test, test.score(raw)).ece();
        }
        progress.checkCancelled();
        byte[] onnx = fitted.onnx(temperature);
        try (OnnxHead head = OnnxHead.open(onnx, fitted.width())) {
            List<List<Double>> scores = validation.score(head);
            ThresholdRule rule =
                    ThresholdRule.bestF1(scores, validation.traces(), set.neutral(), VALIDATION);
            progress.report(0, -1, "Measuring the model and its baselines");
            // Thresholds from where the model's own comes from, or the table would compare two
            // rules.
            Baselines baselines =
                    Baselines.fit(set.part(Part.TRAIN), set.neutral())
                            .withThresholdsFrom(validation.traces(), set.neutral(), VALIDATION);
            Evaluator evaluator = new Evaluator(set.neutral());
            FileEval onValidation =
                    evaluator.evaluate(
                            VALIDATION, scores, validation.traces(), rule, baselines, seed);
            progress.checkCancelled();
            FileEval onTest =
                    test.traces().isEmpty()
                            ? null
                            : evaluator.evaluate(
                                    HELD_OUT,
                                    test.score(head),
                                    test.traces(),
                                    rule,
                                    baselines,
                                    seed);
            return new Measured(
                    onnx,
                    temperature,
                    rule,
                    baselines,
                    onValidation,
                    onTest,
                    eceBefore,
                    heldOutEceBefore);
        }
    }

    private static void requireEnough(TrainingSet set) {
        List<LabelledTrace> train = set.part(Part.TRAIN);
        if (set.steps() < FEWEST_STEPS || train.isEmpty()) {
            throw new WorkFailed(
                    "There are only "
                            + set.steps()
                            + " labelled steps, too few to train on; label at least "
                            + FEWEST_STEPS
                            + ", better some thousand.");
        }
        if (set.part(Part.VALIDATION).isEmpty()) {
            throw new WorkFailed(
                    "No problem is left for validation, which the threshold comes from; label"
                            + " traces of more problems, or give validation a larger share of the"
                            + " split.");
        }
    }

    /** Needs the labels only, so it is found out before the steps are read. */
    private static void requireBothKinds(TrainingSet set) {
        LabelledRows.Counts counts =
                LabelledRows.counts(LabelledRows.targets(set.part(Part.TRAIN), set.neutral()));
        if (counts.oneClass()) {
            throw new WorkFailed(
                    counts.positives() == 0
                            ? "Every labelled step of the training part is wrong; label some"
                                    + " correct steps too."
                            : "Every labelled step of the training part is correct; label some"
                                    + " wrong steps too.");
        }
    }
}
