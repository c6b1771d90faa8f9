package org.stepwright.prm.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.QueueOrder;
import org.stepwright.prm.OnnxHead;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.active.Doubt;
import org.stepwright.prm.active.Focus;
import org.stepwright.prm.active.QueueRanker;
import org.stepwright.prm.active.RankInput;
import org.stepwright.prm.active.Ranked;
import org.stepwright.prm.encode.FrozenFeatures;
import org.stepwright.prm.eval.Metrics;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.score.Aggregation;
import org.stepwright.trace.GroupedSplit;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Part;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Active orders against random order: how good the {@code frozen} recipe is after so many labelled
 * traces of PRMBench, by the order in which they were labelled.
 *
 * <p>For each seed a fifth of the problems is held out; every order starts from the same 50 random
 * traces of the rest and grows by what its ranking of the unlabelled ones puts first, ranked anew
 * by the model trained so far. Labels are those of the data set. The head is fitted on all labelled
 * traces (no part is kept back for a threshold, and AUROC needs none); the temperature stays 1.
 */
@Tag("bench")
class LearningCurvesBench {
    private static final int[] SIZES = {50, 100, 200, 400, 800, 1600};
    private static final SplitRatios SPLIT = SplitRatios.parse("80/0/20");
    private static final long FIRST_SEED = Long.getLong("curves.first", 1);
    private static final int SEEDS = Integer.getInteger("curves.seeds", 5);
    private static final String ORDERS =
            System.getProperty("curves.orders", "random,uncertain,learning");

    private List<LabelledTrace> rows;
    private LabelledRows all;

    @Test
    void activeOrdersAgainstRandomOrder() throws IOException {
        rows = PrmBenchRows.read(Path.of(System.getProperty("stepwright.shared"), "data/prmbench"));
        all = new LabelledRows(rows, features(), LabelledRows.targets(rows, NeutralPolicy.CORRECT));
        LearningCurves curves = new LearningCurves(SIZES);
        List<Double> whole = new ArrayList<>();
        for (int s = 0; s < SEEDS; s++) {
            long seed = FIRST_SEED + s;
            List<Part> parts =
                    GroupedSplit.ofRows(
                            rows.stream().map(r -> r.trace().problems()).toList(), SPLIT, seed);
            try (OnnxHead head = fit(new HashSet<>(with(parts, Part.TRAIN)), seed)) {
                whole.add(auroc(head, with(parts, Part.TEST)));
            }
            for (String order : ORDERS.split(",")) {
                long start = System.nanoTime();
                grow(order, seed, parts, curves);
                System.out.printf(
                        Locale.ROOT,
                        "seed %d %s: %s (%.0f s)%n",
                        seed,
                        order,
                        curves.lastRow(order),
                        (System.nanoTime() - start) / 1e9);
            }
        }
        System.out.println(
                rows.size()
                        + " traces, "
                        + all.counts().steps()
                        + " steps, "
                        + SEEDS
                        + " seeds from "
                        + FIRST_SEED);
        System.out.println(curves.table());
        System.out.printf(
                Locale.ROOT,
                "All traces of the pool labelled (about %d): mean AUROC %.4f%n",
                rows.size() * 4 / 5,
                whole.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    }

    private void grow(String order, long seed, List<Part> parts, LearningCurves curves) {
        List<Integer> pool = with(parts, Part.TRAIN);
        List<Integer> test = with(parts, Part.TEST);
        Collections.shuffle(pool, new Random(seed));
        Set<Integer> labelled = new HashSet<>(pool.subList(0, SIZES[0]));
        for (int i = 0; i < SIZES.length; i++) {
            try (OnnxHead head = fit(labelled, seed)) {
                curves.add(order, SIZES[i], auroc(head, test), steps(labelled));
                if (i + 1 < SIZES.length) {
                    List<String> next = next(order, seed, pool, labelled, head);
                    next.stream()
                            .limit(SIZES[i + 1] - SIZES[i])
                            .forEach(id -> labelled.add(Integer.parseInt(id)));
                }
            }
        }
    }

    private static List<Integer> with(List<Part> parts, Part part) {
        return new ArrayList<>(
                IntStream.range(0, parts.size())
                        .filter(i -> parts.get(i) == part)
                        .boxed()
                        .toList());
    }

    /** Rows in their own order, so that the same set gives the same head. */
    private OnnxHead fit(Set<Integer> labelled, long seed) {
        List<Integer> chosen = labelled.stream().sorted().toList();
        LabelledRows part =
                new LabelledRows(
                        chosen.stream().map(rows::get).toList(),
                        chosen.stream().map(all.features()::get).toList(),
                        chosen.stream().map(all.targets()::get).toList());
        Design design = part.design();
        Learner learner = Learners.of(Recipe.FROZEN);
        Learner.Head head = learner.fit(design, seed, Progress.NONE);
        return OnnxHead.open(new Fitted(learner, head, design.width()).onnx(1), design.width());
    }

    private int steps(Set<Integer> labelled) {
        return labelled.stream().mapToInt(i -> all.targets().get(i).length).sum();
    }

    private double auroc(OnnxHead head, List<Integer> test) {
        List<Double> scores = new ArrayList<>();
        List<Boolean> positives = new ArrayList<>();
        for (int i : test) {
            scores.addAll(head.rewards(all.features().get(i)));
            Arrays.stream(all.targets().get(i)).forEach(t -> positives.add(t == 1));
        }
        boolean[] positive = new boolean[positives.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = positives.get(i);
        }
        return Metrics.auroc(scores.stream().mapToDouble(Double::doubleValue).toArray(), positive);
    }

    private List<String> next(
            String order, long seed, List<Integer> pool, Set<Integer> labelled, OnnxHead head) {
        Map<String, Focus> focuses = new HashMap<>();
        List<RankInput> inputs = new ArrayList<>();
        for (int i : pool) {
            List<Double> rewards = head.rewards(all.features().get(i));
            focuses.put(Integer.toString(i), Focus.of(rewards));
            double doubt = doubt(order, rewards);
            inputs.add(
                    new RankInput(
                            Integer.toString(i),
                            false,
                            Outcome.UNKNOWN,
                            (float) doubt,
                            (float) Aggregation.MIN.aggregate(rewards),
                            Float.NaN,
                            labelled.contains(i)));
        }
        QueueOrder by =
                switch (order) {
                    case "random" -> QueueOrder.RANDOM;
                    case "learning" -> QueueOrder.LEARNING;
                    default -> QueueOrder.UNCERTAIN;
                };
        return new QueueRanker(0, seed)
                .rank(by, inputs, (ids, p) -> vectors(ids, focuses), Progress.NONE).stream()
                        .map(Ranked::traceId)
                        .filter(id -> !labelled.contains(Integer.parseInt(id)))
                        .toList();
    }

    /** That of the product, and others that were tried. */
    private static double doubt(String order, List<Double> rewards) {
        double first = 0;
        double read = 0;
        double reached = 1;
        for (double reward : rewards) {
            first += reached * Doubt.ofStep(reward);
            read += reached;
            reached *= reward;
        }
        return switch (order) {
            // The entropy of where the first error is, nowhere included.
            case "first-error" -> first;
            // The same for each step that is read to find it.
            case "per-step" -> first / read;
            case "any-step" -> rewards.stream().mapToDouble(Doubt::ofStep).max().orElse(0);
            default -> Doubt.of(rewards);
        };
    }

    /** From the features that were read once: they hold each step's vector. */
    private float[][] vectors(List<String> ids, Map<String, Focus> focuses) {
        return ids.stream()
                .map(
                        id -> {
                            float[][] features = all.features().get(Integer.parseInt(id));
                            Focus focus = focuses.get(id);
                            return focus.mean(
                                    focus.steps().stream().map(s -> state(features[s])).toList());
                        })
                .toArray(float[][]::new);
    }

    private static float[] state(float[] row) {
        return Arrays.copyOfRange(row, FrozenFeatures.SCALARS, row.length);
    }

    /** They do not hang on labels; a file keeps them from run to run. */
    private List<float[][]> features() throws IOException {
        Path file = Path.of("target/learning-curves.features");
        List<Trace> traces = rows.stream().map(LabelledTrace::trace).toList();
        if (!Files.exists(file)) {
            try (StepFeatures features = RewardModels.features("frozen", 2);
                    DataOutputStream out =
                            new DataOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (float[][] trace : features.all(traces, Progress.NONE)) {
                    for (float[] row : trace) {
                        out.writeInt(row.length);
                        for (float value : row) {
                            out.writeFloat(value);
                        }
                    }
                }
            }
        }
        List<float[][]> read = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (Trace trace : traces) {
                float[][] steps = new float[trace.steps().size()][];
                for (int i = 0; i < steps.length; i++) {
                    steps[i] = new float[in.readInt()];
                    for (int j = 0; j < steps[i].length; j++) {
                        steps[i][j] = in.readFloat();
                    }
                }
                read.add(steps);
            }
        }
        return read;
    }
}
