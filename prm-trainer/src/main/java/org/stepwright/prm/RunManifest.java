package org.stepwright.prm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.prm.eval.Baselines;
import org.stepwright.score.Aggregation;

/**
 * Where a model comes from: enough to make it again, and to read its scores. Holds no wall clock
 * time, so that the same data and seed give the same bytes.
 *
 * @param name the model's name
 * @param recipe how it was made: {@code signals}, {@code frozen}
 * @param learner what fitted the weights: {@code boosted-trees}, {@code logistic-regression}, or
 *     several joined by {@code +}
 * @param seed seed of split and learner
 * @param datasetSha256 digest of the training set's canonical content, hexadecimal
 * @param rubricVersion key of the RubricVersion of the labels; empty if none
 * @param neutral what a neutral verdict became: {@code wrong}, {@code correct}, {@code drop}
 * @param split the split by problem: {@code 80/10/10 by problem, seed 42}
 * @param features names of the model's inputs, in order
 * @param signalsVersion {@link org.stepwright.prm.signal.Signals#VERSION} of the signals that it
 *     was trained on, at least 1
 * @param aggregation how rewards of steps become one
 * @param threshold reward in [0, 1] under which a step counts as wrong
 * @param thresholdRule where the threshold comes from, for people
 * @param temperature the logit is divided by it; fitted on validation only; over 0
 * @param backbone the encoder's name; empty if none
 * @param backboneSha256 digest of the encoder's ONNX file; empty if none
 * @param counts sizes by name, such as {@code traces}, {@code steps}, {@code positives}
 * @param parameters the learner's settings by name
 * @param metrics results by name, such as {@code validation.auroc}; in the units of {@code eval}
 * @param baselines what results are read against, fitted on the training part; null if none
 * @param warnings sentences that a user of the model should read
 */
public record RunManifest(
        String name,
        String recipe,
        String learner,
        long seed,
        String datasetSha256,
        String rubricVersion,
        String neutral,
        String split,
        List<String> features,
        int signalsVersion,
        Aggregation aggregation,
        double threshold,
        String thresholdRule,
        double temperature,
        String backbone,
        String backboneSha256,
        Map<String, Long> counts,
        Map<String, String> parameters,
        Map<String, Double> metrics,
        Baselines baselines,
        List<String> warnings) {
    private static final List<String> NEUTRAL =
            Arrays.stream(NeutralPolicy.values())
                    .map(policy -> policy.name().toLowerCase(Locale.ROOT))
                    .toList();

    /** Validates; maps are kept sorted. */
    public RunManifest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(datasetSha256, "datasetSha256");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        Objects.requireNonNull(neutral, "neutral");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(aggregation, "aggregation");
        Objects.requireNonNull(thresholdRule, "thresholdRule");
        Objects.requireNonNull(backbone, "backbone");
        Objects.requireNonNull(backboneSha256, "backboneSha256");
        features = List.copyOf(features);
        counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
        metrics = java.util.Collections.unmodifiableMap(new TreeMap<>(metrics));
        warnings = List.copyOf(warnings);
        if (!NEUTRAL.contains(neutral)) {
            throw new IllegalArgumentException("Neutral became one of " + NEUTRAL + ".");
        }
        if (signalsVersion < 1) {
            throw new IllegalArgumentException("Versions of the signals count from 1.");
        }
        if (counts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("Sizes are at least 0.");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold lies in [0, 1].");
        }
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("A temperature is finite and over 0.");
        }
    }
}
