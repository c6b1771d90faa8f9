package org.stepwright.ui.label.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.agreement.Estimate;
import org.stepwright.label.Verdict;
import org.stepwright.quality.SparkStudy;
import org.stepwright.quality.SuggestionUse;

/**
 * How labelling goes, as of one moment.
 *
 * @param days days with work, the earliest first
 * @param pace the annotator's latest sessions, the earliest first
 * @param mine how many steps have which verdict of the annotator; every verdict is a key
 * @param everybody the same over all annotators, imported labels included
 * @param agreement Krippendorff's α over verdicts of everybody with a 95 % interval
 * @param sharedSteps how many steps that rests on
 * @param gold the annotator's share of right first errors on gold traces, with a 95 % interval
 * @param goldTraces how many gold traces that rests on
 * @param openTraces traces that the annotator has not finished
 * @param openSteps their steps
 * @param secondsPerStep the annotator's pace; NaN while unknown
 * @param sparks whether looking for sparks first changes labels and pace, over everybody
 * @param help how everybody used what machines suggest, by source
 */
record Figures(
        List<Day> days,
        List<Stretch> pace,
        Map<Verdict, Long> mine,
        Map<Verdict, Long> everybody,
        Estimate agreement,
        long sharedSteps,
        Estimate gold,
        int goldTraces,
        long openTraces,
        long openSteps,
        double secondsPerStep,
        SparkStudy sparks,
        List<SuggestionUse> help) {
    /**
     * A day with work.
     *
     * @param date the day where the program runs
     * @param steps steps that got a verdict
     * @param perHour steps an hour of work; breaks are no work. NaN while unknown
     */
    record Day(LocalDate date, int steps, double perHour) {}

    /**
     * A session.
     *
     * @param name for the chart
     * @param secondsPerStep the median
     */
    record Stretch(String name, double secondsPerStep) {}

    /** Copies. */
    Figures {
        days = List.copyOf(days);
        pace = List.copyOf(pace);
        mine = Map.copyOf(mine);
        everybody = Map.copyOf(everybody);
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(gold, "gold");
        Objects.requireNonNull(sparks, "sparks");
        help = List.copyOf(help);
    }

    /** Whether the annotator has labelled anything. */
    boolean any() {
        return !days.isEmpty() || mine.values().stream().anyMatch(n -> n > 0);
    }

    /** Seconds of work left at the present pace; NaN while unknown. */
    double secondsLeft() {
        return openSteps * secondsPerStep;
    }
}
