package org.stepwright.prm.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.stepwright.audit.AuditFinding;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.eval.Metrics;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.prm.train.OutOfFold;
import org.stepwright.prm.train.Recipe;
import org.stepwright.trace.ProblemGroups;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Finds labels that are probably wrong: trains reward models on all problems but some, lets them
 * judge those, and takes the labels that they confidently contradict ({@link ConfidentJoint}). Fed
 * traces one by one; keeps the numbers that a model reads from each labelled step and the problems,
 * not the steps' texts: some 150 bytes a labelled step under the {@code signals} recipe. For one
 * thread at a time.
 */
public final class ConfidentLearning implements AutoCloseable {
    private static final int LEAST_STEPS = 100;

    /**
     * How to look.
     *
     * @param recipe how the models are made; {@code signals} takes seconds
     * @param folds into how many parts the problems are cut, at least 2
     * @param seed seed of the parts and the learner
     * @param neutral what a neutral verdict becomes
     * @param threads processor threads that may be used, at least 1; never changes the result
     */
    public record Options(Recipe recipe, int folds, long seed, NeutralPolicy neutral, int threads) {
        /** The {@code signals} recipe, five folds, neutral counts as correct. */
        public static final Options DEFAULT =
                new Options(Recipe.SIGNALS, 5, 42, NeutralPolicy.CORRECT, 1);

        /** Validates. */
        public Options {
            Objects.requireNonNull(recipe, "recipe");
            Objects.requireNonNull(neutral, "neutral");
            if (folds < 2 || threads < 1) {
                throw new IllegalArgumentException("At least two folds and one thread.");
            }
        }
    }

    /**
     * What was found.
     *
     * @param issues labels that are probably wrong, the least believed first
     * @param joint steps by given (row) and believed (column) class, wrong first, scaled to the
     *     given classes' counts
     * @param auroc how often the models give a step labelled correct more than one labelled wrong:
     *     the closer to 0.5, the less the issues mean
     * @param steps how many labelled steps were judged
     * @param problems how many groups of problems they belong to
     */
    public record Result(
            List<LabelIssue> issues, int[][] joint, double auroc, int steps, int problems) {
        /** Copies. */
        public Result {
            issues = List.copyOf(issues);
        }

        /**
         * @return the issues as findings, in their order
         */
        public List<AuditFinding> findings() {
            return issues.stream().map(LabelIssue::finding).toList();
        }
    }

    private final Options options;
    private final StepFeatures features;
    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> problems = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private final List<Integer> sources = new ArrayList<>();
    private final Map<String, Integer> sourceNumbers = new HashMap<>();

    /** For each trace its labelled steps: indices, whether correct, what a model reads. */
    private final List<int[]> steps = new ArrayList<>();

    private final List<boolean[]> correct = new ArrayList<>();
    private final List<float[][]> rows = new ArrayList<>();
    private int count;

    /**
     * @param options how to look
     * @throws WorkFailed when the recipe's encoder does not load here
     */
    public ConfidentLearning(Options options) {
        this.options = options;
        features = RewardModels.features(options.recipe().id(), options.threads());
    }

    /**
     * @param labelled the next trace; one without a labelled step is passed over
     */
    public void add(LabelledTrace labelled) {
        Trace trace = labelled.trace();
        double[] rewards = StepTargets.of(labelled).rewards(options.neutral());
        int last = lastLabelled(rewards);
        if (last < 0) {
            return;
        }
        int n = (int) java.util.Arrays.stream(rewards).filter(r -> !Double.isNaN(r)).count();
        int[] index = new int[n];
        boolean[] positive = new boolean[n];
        float[][] read = new float[n][];
        StepFeatures.State state = features.begin(trace.problem());
        int at = 0;
        for (int i = 0; i <= last; i++) {
            float[] row = state.next(trace.steps().get(i));
            if (!Double.isNaN(rewards[i])) {
                index[at] = i;
                positive[at] = rewards[i] == 1;
                read[at++] = row;
            }
        }
        ids.add(trace.id());
        problems.add(trace.problems().stream().map(this::once).toList());
        sources.add(number(trace.source().orElse("")));
        steps.add(index);
        correct.add(positive);
        rows.add(read);
        count += n;
    }

    private static int lastLabelled(double[] rewards) {
        int last = rewards.length - 1;
        while (last >= 0 && Double.isNaN(rewards[last])) {
            last--;
        }
        return last;
    }

    /** One string for equal problems. */
    private String once(String problem) {
        return known.computeIfAbsent(problem, p -> p);
    }

    private int number(String source) {
        return sourceNumbers.computeIfAbsent(source, s -> sourceNumbers.size());
    }

    /**
     * @param progress told about folds; asked for cancel
     * @return what was found in the traces added so far
     * @throws WorkFailed when there are too few labelled steps or problems, or one class only
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public Result run(Progress progress) {
        if (count < LEAST_STEPS) {
            throw new WorkFailed(
                    "There are only "
                            + count
                            + " labelled steps, too few to check labels against a model; label at"
                            + " least "
                            + LEAST_STEPS
                            + ", better some thousand.");
        }
        progress.report(0, -1, "Grouping problems");
        ProblemGroups groups = ProblemGroups.ofRows(problems);
        progress.checkCancelled();
        int[] foldOf = folds(groups.count());
        OutOfFold.Steps all = steps(groups, foldOf);
        double[] rewards = new OutOfFold(options.recipe(), options.seed()).rewards(all, progress);
        return result(all, rewards, groups.count());
    }

    /** Even parts of the groups, by lot. */
    private int[] folds(int groups) {
        int[] order = new int[groups];
        SplittableRandom random = new SplittableRandom(options.seed());
        for (int i = 0; i < groups; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] foldOf = new int[groups];
        for (int i = 0; i < groups; i++) {
            foldOf[order[i]] = i % options.folds();
        }
        return foldOf;
    }

    private OutOfFold.Steps steps(ProblemGroups groups, int[] foldOf) {
        float[][] read = new float[count][];
        boolean[] positive = new boolean[count];
        double[] weights = new double[count];
        int[] source = new int[count];
        int[] fold = new int[count];
        int at = 0;
        for (int t = 0; t < rows.size(); t++) {
            for (int i = 0; i < rows.get(t).length; i++) {
                read[at] = rows.get(t)[i];
                positive[at] = correct.get(t)[i];
                // each trace weighs the same, as in training
                weights[at] = (double) count / rows.size() / rows.get(t).length;
                source[at] = sources.get(t);
                fold[at++] = foldOf[groups.group(t)];
            }
        }
        return new OutOfFold.Steps(read, positive, weights, source, fold);
    }

    private Result result(OutOfFold.Steps all, double[] rewards, int groups) {
        int[] labels = new int[count];
        double[][] probabilities = new double[count][];
        for (int i = 0; i < count; i++) {
            labels[i] = all.correct()[i] ? 1 : 0;
            probabilities[i] = new double[] {1 - rewards[i], rewards[i]};
        }
        ConfidentJoint joint = new ConfidentJoint(labels, probabilities);
        int[] traceOf = new int[count];
        int[] stepOf = new int[count];
        int at = 0;
        for (int t = 0; t < steps.size(); t++) {
            for (int step : steps.get(t)) {
                traceOf[at] = t;
                stepOf[at++] = step;
            }
        }
        List<LabelIssue> issues = new ArrayList<>();
        for (int i : joint.issues()) {
            issues.add(
                    new LabelIssue(
                            ids.get(traceOf[i]),
                            stepOf[i],
                            verdict(labels[i]),
                            verdict(joint.suggested(i)),
                            rewards[i]));
        }
        double auroc = Metrics.auroc(rewards, all.correct());
        return new Result(issues, joint.calibrated(), auroc, count, groups);
    }

    private static Verdict verdict(int label) {
        return label == 1 ? Verdict.CORRECT : Verdict.WRONG;
    }

    @Override
    public void close() {
        features.close();
    }
}
