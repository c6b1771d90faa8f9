package org.stepwright.storage;

import java.time.Instant;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * A row of {@code label_event}: what its key is from now on.
 *
 * @param seq its number
 * @param batch number of the first event of its undo step, undo, redo or import
 * @param key whose label or state
 * @param content what it is now; null when the label was cleared
 * @param prev the event that held before; 0 if there was nothing
 */
record Event(long seq, long batch, Key key, Content content, long prev) {
    /** The step of a key that is about the state of a trace. */
    static final int WHOLE_TRACE = -1;

    /** What an event is about; step -1 is the state of the trace. */
    record Key(long trace, int step, int candidate, String annotator) {
        boolean isState() {
            return step == WHOLE_TRACE;
        }
    }

    /** What a label or a state holds, as it stands in the columns. */
    record Content(
            String verdict,
            String ratings,
            String errorKinds,
            boolean spark,
            boolean unsure,
            String comment,
            String rubricVersion,
            String source,
            String state,
            String labelledAt) {
        /** Whether it is only a verdict, as most labels are. */
        boolean isPlain() {
            return ratings == null
                    && errorKinds == null
                    && !spark
                    && !unsure
                    && comment.isEmpty()
                    && state == null;
        }

        static Content of(StepLabel label) {
            return new Content(
                    label.verdict() == null ? null : label.verdict().name(),
                    Json.writeUnlessEmpty(label.ratings()),
                    Json.writeUnlessEmpty(label.errorKinds()),
                    label.spark(),
                    label.unsure(),
                    label.comment(),
                    label.rubricVersion(),
                    label.source().name(),
                    null,
                    label.at().toString());
        }

        static Content of(TraceState state, String reason) {
            return new Content(
                    null, null, null, false, false, reason, "", null, state.name(), null);
        }
    }

    String kind() {
        return key.isState() ? "STATE" : content == null ? "CLEAR" : "LABEL";
    }

    /** The event as whoever did it sees it. */
    LabelEvent seen(String traceId, Instant writtenAt) {
        boolean state = key.isState();
        return new LabelEvent(
                seq,
                batch,
                LabelEvent.Action.DO,
                traceId,
                key.step,
                key.candidate,
                key.annotator,
                state || content == null ? null : label(traceId),
                state ? TraceState.valueOf(content.state) : null,
                state ? content.comment : "",
                writtenAt);
    }

    /** The label that it holds; only of an event of a label. */
    StepLabel label(String traceId) {
        return new StepLabel(
                traceId,
                key.step,
                key.candidate,
                content.verdict == null ? null : Verdict.valueOf(content.verdict),
                Json.ratings(content.ratings),
                Json.strings(content.errorKinds),
                content.spark,
                content.unsure,
                content.comment,
                key.annotator,
                Instant.parse(content.labelledAt),
                content.rubricVersion,
                LabelSource.valueOf(content.source));
    }
}
