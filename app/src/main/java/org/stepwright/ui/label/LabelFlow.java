package org.stepwright.ui.label;

import java.util.Optional;
import org.stepwright.label.LabelMode;
import org.stepwright.label.Verdict;

/**
 * A way through a trace: where it starts, what a verdict leads to, what Enter needs. As written
 * here it is the free one. A flow changes no label; confined to the UI thread.
 */
interface LabelFlow {
    /** Its name in sessions. */
    LabelMode mode();

    /** Where a trace that is opened starts: at what is missing, else at its first error. */
    default Spot start(TraceSheet sheet) {
        Spot missing = sheet.missing(false);
        return missing != null ? missing : Spot.of(Math.max(0, sheet.firstWrong()));
    }

    /** Why a verdict cannot be given here and now, if so. */
    default Optional<Refusal> refuses(TraceSheet sheet, Spot at) {
        return Optional.empty();
    }

    /** Where to stand after a verdict. */
    default Spot after(TraceSheet sheet, Spot at, Verdict given) {
        return move(sheet, at, 1);
    }

    /** Where some steps onwards or back leads to. */
    default Spot move(TraceSheet sheet, Spot at, int by) {
        return limit(sheet, Spot.of(at.step() + by));
    }

    /** The nearest place to a wanted one where one may stand. */
    default Spot limit(TraceSheet sheet, Spot wanted) {
        int step = Math.max(0, Math.min(sheet.size() - 1, wanted.step()));
        return step == wanted.step() ? wanted : Spot.of(step);
    }

    /** Why the trace cannot be submitted yet, if so. */
    default Optional<Refusal> unfinished(TraceSheet sheet) {
        return Optional.ofNullable(sheet.missing(false))
                .map(spot -> new Refusal(Hint.INCOMPLETE, spot, true));
    }

    /** Whether a verdict that was just given makes the trace complete, so that it may go. */
    default boolean complete(TraceSheet sheet, Spot at) {
        return false;
    }

    /** Which of several passes over the trace this is, from 1; 0 where there is only one. */
    default int part(TraceSheet sheet) {
        return 0;
    }

    /** Goes on to the next pass over the trace. False when there is none. */
    default boolean turn(TraceSheet sheet) {
        return false;
    }
}
