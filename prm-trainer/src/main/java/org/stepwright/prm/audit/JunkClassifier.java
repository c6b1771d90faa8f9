package org.stepwright.prm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.JunkRules;
import org.stepwright.prm.train.LinearFit;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.tryout.Share;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Tells texts that say nothing from texts of the workspace. It is trained on the workspace itself:
 * a sample of its steps, and the same steps spoiled in known ways ({@link Spoiling}). So what
 * counts as usual, be it code, formulas or Chinese, is what the workspace holds, and nothing is
 * shipped.
 *
 * <p>Hashed letter sequences and a few plain numbers go through a logistic regression; its rewards
 * are calibrated on steps that it was not fitted on, and the threshold is the lowest at which, if
 * {@value #SHARE} of all steps were junk of these kinds, at least a stated share of what is flagged
 * would be junk. Immutable; safe for many threads.
 */
public final class JunkClassifier {
    /** The share of steps that is taken to be junk, for chances and for the threshold. */
    public static final double SHARE = 0.02;

    /** Shorter texts are left to the rules. */
    public static final int LEAST_CHARACTERS = 20;

    private final TextFeatures features;
    private final LinearFit fit;
    private final double temperature;
    private final double threshold;
    private final Quality quality;

    /**
     * What the classifier does on sampled steps that it was not fitted on.
     *
     * @param texts how many good texts it was fitted on
     * @param found spoiled texts that are flagged
     * @param falseAlarms good texts that are flagged, which may be junk after all
     * @param precision share of junk among what is flagged if {@link #SHARE} of all were junk, with
     *     one false alarm more than there were
     */
    public record Quality(int texts, Share found, Share falseAlarms, double precision) {}

    /**
     * @param threshold the log odds, at {@link #SHARE}, from which a text is flagged
     */
    JunkClassifier(
            TextFeatures features,
            LinearFit fit,
            double temperature,
            double threshold,
            Quality quality) {
        this.features = features;
        this.fit = fit;
        this.temperature = temperature;
        this.threshold = threshold;
        this.quality = quality;
    }

    /**
     * @param text any text
     * @return the chance in [0, 1] that it is junk, when {@link #SHARE} of all texts are; 0 for
     *     texts under {@link #LEAST_CHARACTERS}
     */
    public double chance(String text) {
        if (text.length() < LEAST_CHARACTERS) {
            return 0;
        }
        return chanceOf(logOdds(text));
    }

    private double logOdds(String text) {
        return logOdds(fit.logit(features.of(text)), temperature);
    }

    /** From the logit of a fit on as many spoiled as good texts. */
    static double logOdds(double logit, double temperature) {
        return logit / temperature + Math.log(SHARE / (1 - SHARE));
    }

    private static double chanceOf(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /**
     * @return the chance from which a text is flagged
     */
    public double threshold() {
        return chanceOf(threshold);
    }

    /**
     * @return how good it is
     */
    public Quality quality() {
        return quality;
    }

    /**
     * @param text any text
     * @return whether it is flagged
     */
    public boolean isJunk(String text) {
        return text.length() >= LEAST_CHARACTERS && logOdds(text) >= threshold;
    }

    /**
     * @param row a trace
     * @return a finding for each step that is flagged; calls of tools are passed over
     */
    public List<AuditFinding> findings(AuditRow row) {
        List<AuditFinding> findings = new ArrayList<>();
        List<Step> steps = row.labelled().trace().steps();
        for (int i = 0; i < steps.size(); i++) {
            String text = steps.get(i).text();
            if (steps.get(i).kind() != StepKind.TOOL_CALL && isJunk(text)) {
                findings.add(
                        new AuditFinding(
                                FindingKind.JUNK_TEXT,
                                row.labelled().trace().id(),
                                i,
                                "",
                                chance(text),
                                "The step does not read like the other steps of this workspace; it"
                                        + " may be garbled or say nothing."));
            }
        }
        return findings;
    }

    /**
     * Gathers a sample of steps and trains on it. Fed rows one by one; keeps at most {@value #MOST}
     * texts of at most {@value #LONGEST} characters, chosen by their digest, so the order of the
     * rows does not matter. For one thread at a time.
     */
    public static final class Sample {
        static final int MOST = 9_000;
        static final int LONGEST = 2_000;

        private static final int LEAST = 200;

        private final TreeMap<Long, String> texts = new TreeMap<>();
        private final long seed;
        private final double precision;

        /** A precision of 0.9, a fixed seed. */
        public Sample() {
            this(0.9, 42);
        }

        /**
         * @param precision the share of junk among what is flagged that is asked for, in (0, 1)
         * @param seed seed of choosing and spoiling
         */
        public Sample(double precision, long seed) {
            if (!(precision > 0 && precision < 1)) {
                throw new IllegalArgumentException("A precision is between 0 and 1.");
            }
            this.precision = precision;
            this.seed = seed;
        }

        /**
         * @param row the next trace
         */
        public void add(AuditRow row) {
            for (Step step : row.labelled().trace().steps()) {
                if (step.kind() != StepKind.TOOL_CALL
                        && step.text().strip().length() >= LEAST_CHARACTERS) {
                    add(step.text());
                }
            }
        }

        private void add(String text) {
            long digest = digest(text);
            if (texts.size() < MOST || digest < texts.lastKey()) {
                texts.put(digest, text.substring(0, Math.min(LONGEST, text.length())));
                if (texts.size() > MOST) {
                    texts.pollLastEntry();
                }
            }
        }

        private long digest(String text) {
            long h = seed * 0x9E3779B97F4A7C15L ^ 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                h = (h ^ text.charAt(i)) * 0x100000001b3L;
            }
            h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
            return h ^ h >>> 32;
        }

        /**
         * @param progress asked for cancel
         * @return a classifier
         * @throws WorkFailed when there are too few different steps to learn from
         * @throws org.stepwright.work.Cancelled when the user stopped the work
         */
        public JunkClassifier train(Progress progress) {
            return train(List.of(Spoiling.values()), progress);
        }

        JunkClassifier train(List<Spoiling> kinds, Progress progress) {
            List<String> good = withoutKnownJunk();
            if (good.size() < LEAST) {
                throw new WorkFailed(
                        "There are only "
                                + good.size()
                                + " different steps, too few to learn what is usual; the rules"
                                + " alone look for junk until there are "
                                + LEAST
                                + ".");
            }
            progress.report(0, -1, "Learning what text is usual");
            return new JunkTraining(kinds, precision, seed).train(good, progress);
        }

        /** What the rules already know to be junk is no example of good text. */
        private List<String> withoutKnownJunk() {
            JunkRules rules = new JunkRules();
            return texts.values().stream().filter(t -> rules.ofText(t).isEmpty()).toList();
        }
    }
}
