package org.stepwright.prm;

import java.nio.file.Path;
import org.stepwright.prm.encode.FrozenFeatures;
import org.stepwright.prm.signal.Signals;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.verify.ArithmeticVerifier;
import org.stepwright.work.WorkFailed;

/** Opens reward models from their bundles. */
public final class RewardModels {
    /** Recipe: cheap signals alone. */
    public static final String SIGNALS = "signals";

    /** Recipe: states of the bundled encoder and signals. */
    public static final String FROZEN = "frozen";

    private RewardModels() {}

    /**
     * @param bundle a bundle's file
     * @return the model, ready for use by many threads; the caller closes it
     * @throws WorkFailed when the file is missing, is no bundle, was changed, or asks for a recipe
     *     or an encoder that is not here
     */
    public static RewardModel open(Path bundle) {
        return open(ModelBundle.read(bundle));
    }

    /**
     * @param bundle a bundle in memory
     * @return the model, ready for use by many threads; the caller closes it
     * @throws WorkFailed when it asks for a recipe or an encoder that is not here, or its graph
     *     does not load
     */
    public static RewardModel open(ModelBundle bundle) {
        RunManifest manifest = bundle.manifest();
        if (manifest.signalsVersion() != Signals.VERSION) {
            throw new WorkFailed(
                    "The model "
                            + manifest.name()
                            + " was trained on version "
                            + manifest.signalsVersion()
                            + " of the signals and this program makes version "
                            + Signals.VERSION
                            + ", so its scores would be wrong; train it again.");
        }
        OnnxHead head = OnnxHead.open(bundle.modelOnnx(), manifest.features().size());
        try {
            StepFeatures features =
                    features(manifest.recipe(), Runtime.getRuntime().availableProcessors());
            if (!features.names().equals(manifest.features())) {
                features.close();
                throw new WorkFailed(
                        "The model "
                                + manifest.name()
                                + " reads other signals than this version makes; train it again.");
            }
            return new FeatureModel(info(bundle), checked(features, manifest), head);
        } catch (RuntimeException e) {
            head.close();
            throw e;
        }
    }

    /**
     * @param recipe a recipe's name
     * @param threads threads that reading may use, at least 1; never changes a number
     * @return what models of that recipe read from steps; the caller closes it
     * @throws WorkFailed when there is no such recipe or the encoder does not load
     */
    public static StepFeatures features(String recipe, int threads) {
        Signals signals = new Signals(new ArithmeticVerifier());
        return switch (recipe) {
            case SIGNALS -> signals;
            case FROZEN -> FrozenFeatures.open(signals, threads);
            default ->
                    throw new WorkFailed(
                            "The model was made by the recipe "
                                    + recipe
                                    + ", which this version does not know; use a newer Stepwright"
                                    + " or train again.");
        };
    }

    private static StepFeatures checked(StepFeatures features, RunManifest manifest) {
        if (features instanceof FrozenFeatures frozen
                && !frozen.encoder().sha256().equals(manifest.backboneSha256())) {
            features.close();
            throw new WorkFailed(
                    "The model "
                            + manifest.name()
                            + " was trained on another encoder than the bundled one; train it"
                            + " again.");
        }
        return features;
    }

    private static ModelInfo info(ModelBundle bundle) {
        RunManifest manifest = bundle.manifest();
        return new ModelInfo(
                manifest.name(),
                manifest.recipe(),
                bundle.digest(),
                manifest.rubricVersion(),
                manifest.threshold(),
                manifest.aggregation());
    }
}
