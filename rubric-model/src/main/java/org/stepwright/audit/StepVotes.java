package org.stepwright.audit;

import java.util.HashMap;
import java.util.Map;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/** What was said of each step of a trace, and what is left of it without one person. */
final class StepVotes {
    static final int VERDICTS = Verdict.values().length;

    private final Map<Integer, int[]> votes = new HashMap<>();
    private final Map<Integer, int[]> decisions = new HashMap<>();

    StepVotes(LabelledTrace labelled) {
        for (StepLabel label : labelled.labels()) {
            if (label.candidate() == 0
                    && label.verdict() != null
                    && label.pass() != LabelPass.REPEAT) {
                boolean vote = label.pass() == LabelPass.LABEL;
                (vote ? votes : decisions)
                        .computeIfAbsent(label.step(), s -> new int[VERDICTS])[
                        label.verdict().ordinal()]++;
            }
        }
    }

    /** How many others gave each verdict of a step; a decision does not count. */
    int[] others(StepLabel own) {
        int[] others = votes.get(own.step()).clone();
        others[own.verdict().ordinal()]--;
        return others;
    }

    /** What a reviewer decided, else what most others said; null when they are of two minds. */
    Verdict othersWord(StepLabel own) {
        int[] decided = decisions.get(own.step());
        return most(decided == null ? others(own) : decided);
    }

    private static Verdict most(int[] counts) {
        int best = 0;
        boolean tied = true;
        for (int v = 0; v < counts.length; v++) {
            if (counts[v] > counts[best] || v == 0) {
                tied = counts[v] == 0;
                best = v;
            } else if (counts[v] == counts[best]) {
                tied = true;
            }
        }
        return tied ? null : Verdict.values()[best];
    }
}
