package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.SoftTargets;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

/**
 * Carries out a {@link LabelPolicy} trace by trace, so that a whole workspace can be streamed
 * through it: first {@link Learner#add} for every trace, where the policy {@link #mustLearn}, then
 * {@link #decide}. What people said of a million steps takes about 50 MB while learning and nothing
 * to speak of afterwards. A verdict that nobody gave is never chosen, even where the model thinks
 * it likelier than those that were given. Deciders are immutable.
 */
public final class LabelDecider {
    private static final int VALUES = Verdict.values().length;

    private final LabelPolicy policy;
    private final DawidSkene model;
    private final Map<String, Integer> annotators;
    private final long shared;

    private LabelDecider(LabelPolicy policy, Votes votes, DawidSkene model) {
        this.policy = policy;
        this.model = model;
        Map<String, Integer> indexes = new HashMap<>();
        votes.annotators().forEach(name -> indexes.put(name, indexes.size()));
        this.annotators = Map.copyOf(indexes);
        long several = 0;
        for (int item = 0; item < votes.items(); item++) {
            several += votes.end(item) - votes.start(item) > 1 ? 1 : 0;
        }
        this.shared = several;
    }

    /**
     * @param policy a policy
     * @return whether it has to see all labels before it can decide on one
     */
    public static boolean mustLearn(LabelPolicy policy) {
        return policy == LabelPolicy.DAWID_SKENE;
    }

    /**
     * @param policy a policy
     * @param traces all traces that it is for
     * @return what carries it out
     */
    public static LabelDecider of(LabelPolicy policy, List<LabelledTrace> traces) {
        Learner learner = new Learner(policy);
        traces.forEach(learner::add);
        return learner.decider();
    }

    /** Takes traces one by one; for one thread. */
    public static final class Learner {
        private final LabelPolicy policy;
        private final Votes votes = new Votes(false);

        /**
         * @param policy the policy to carry out
         */
        public Learner(LabelPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
        }

        /**
         * @param labelled a trace with everybody's labels
         */
        public void add(LabelledTrace labelled) {
            if (mustLearn(policy)) {
                votes.add(labelled);
            }
        }

        /**
         * @return what carries the policy out; nothing can be added any more
         */
        public LabelDecider decider() {
            votes.close();
            DawidSkene model =
                    votes.items() == 0
                            ? null
                            : new DawidSkene(votes, DawidSkene.SMOOTHING)
                                    .run(DawidSkene.MOST_ROUNDS, DawidSkene.TOLERANCE);
            return new LabelDecider(policy, votes, model);
        }
    }

    /**
     * @return the policy
     */
    public LabelPolicy policy() {
        return policy;
    }

    /**
     * @return on how many steps of those learnt from there are votes of two people or more; 0 for
     *     policies that do not learn
     */
    public long sharedSteps() {
        return shared;
    }

    /**
     * @param labelled a trace with everybody's labels
     * @return its targets under the policy
     */
    public StepTargets targets(LabelledTrace labelled) {
        Verdict[] verdicts = new Verdict[labelled.trace().steps().size()];
        Votes.bySteps(labelled).forEach((step, labels) -> verdicts[step] = verdict(labels));
        return new StepTargets(Arrays.asList(verdicts));
    }

    /**
     * Takes away what the policy overrules, so that everything made of the labels, in whatever
     * form, says what the policy says: {@code StepTargets.of} of the result is {@link #targets}.
     *
     * @param labelled a trace with everybody's labels
     * @return the same under MAJORITY, where all labels are kept; else without the verdicts on the
     *     trace's own steps that differ from the chosen one, and without all on masked steps
     */
    public LabelledTrace decide(LabelledTrace labelled) {
        if (policy == LabelPolicy.MAJORITY) {
            return labelled;
        }
        List<Verdict> chosen = targets(labelled).verdicts();
        List<StepLabel> kept = new ArrayList<>(labelled.labels().size());
        for (StepLabel label : labelled.labels()) {
            Verdict wanted = chosen.get(label.step());
            if (label.candidate() > 0 || label.verdict() == null || label.verdict() == wanted) {
                kept.add(label);
            }
        }
        return new LabelledTrace(labelled.trace(), kept, labelled.suggestions());
    }

    private Verdict verdict(List<StepLabel> labels) {
        double[] posterior = posterior(labels);
        if (policy == LabelPolicy.UNANIMOUS
                && !isDecided(labels)
                && Arrays.stream(posterior).noneMatch(p -> p == 1)) {
            return null;
        }
        double[] said = new double[VALUES];
        for (StepLabel label : labels) {
            said[label.verdict().ordinal()] = posterior[label.verdict().ordinal()];
        }
        return Verdict.values()[Votes.largest(said)];
    }

    /**
     * How likely each step is correct, as a soft label: under DAWID_SKENE the model's probability,
     * else the share of the votes. Neutral counts as the policy says; when it drops, what is not
     * neutral is the whole, and steps that are most likely neutral are masked.
     *
     * @param labelled a trace with everybody's labels
     * @param neutral what neutral counts as
     * @return one reward a step; empty where {@link #targets} masks the step
     */
    public SoftTargets soft(LabelledTrace labelled, NeutralPolicy neutral) {
        TreeMap<Integer, List<StepLabel>> byStep = Votes.bySteps(labelled);
        List<OptionalDouble> rewards = new ArrayList<>(labelled.trace().steps().size());
        for (int step = 0; step < labelled.trace().steps().size(); step++) {
            List<StepLabel> labels = byStep.getOrDefault(step, List.of());
            Verdict chosen = labels.isEmpty() ? null : verdict(labels);
            rewards.add(
                    chosen == null || neutral.target(chosen).isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(reward(posterior(labels), neutral)));
        }
        return new SoftTargets(rewards);
    }

    private static double reward(double[] posterior, NeutralPolicy neutral) {
        double correct = posterior[Verdict.CORRECT.ordinal()];
        double middle = posterior[Verdict.NEUTRAL.ordinal()];
        double reward =
                switch (neutral) {
                    case WRONG -> correct;
                    case CORRECT -> correct + middle;
                    case DROP -> correct / (correct + posterior[Verdict.WRONG.ordinal()]);
                };
        return Math.min(1, Math.max(0, reward));
    }

    private static boolean isDecided(List<StepLabel> labels) {
        return labels.stream().anyMatch(l -> l.source() == LabelSource.ADJUDICATED);
    }

    /** How likely each verdict of a step is; a decision is certain. */
    private double[] posterior(List<StepLabel> labels) {
        boolean decided = isDecided(labels);
        double[] counts = new double[VALUES];
        int[] who = new int[labels.size()];
        int[] said = new int[labels.size()];
        int votes = 0;
        boolean known = true;
        for (StepLabel label : labels) {
            if (decided == (label.source() == LabelSource.ADJUDICATED)) {
                counts[label.verdict().ordinal()]++;
                Integer index = annotators.get(label.annotator());
                known &= index != null;
                who[votes] = index == null ? 0 : index;
                said[votes++] = label.verdict().ordinal();
            }
        }
        if (decided) {
            double[] sure = new double[VALUES];
            sure[Votes.largest(counts)] = 1;
            return sure;
        }
        if (model != null && known) {
            return model.posterior(Arrays.copyOf(who, votes), Arrays.copyOf(said, votes));
        }
        int all = votes;
        return Arrays.stream(counts).map(n -> n / all).toArray();
    }
}
