package org.stepwright.storage;

import java.time.Instant;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Preference;
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

    /** The step of a key that is about which of two answers is preferred. */
    static final int PREFERENCE = -2;

    /** The step of a key that is about which trace replaces this one. */
    static final int REVISION = -3;

    /** What an event is about; steps under 0 are about the whole trace. */
    record Key(long trace, int step, int candidate, String annotator, LabelPass pass) {
        static Key of(long trace, StepLabel label) {
            return new Key(trace, label.step(), label.candidate(), label.annotator(), label.pass());
        }

        static Key state(long trace, String annotator, LabelPass pass) {
            return new Key(trace, WHOLE_TRACE, 0, annotator, pass);
        }

        /**
         * @param trace the answer whose id sorts first
         * @param other the other answer
         */
        static Key preference(long trace, long other, String annotator) {
            return new Key(trace, PREFERENCE, Math.toIntExact(other), annotator, LabelPass.LABEL);
        }

        /** Cuts are everybody's: the key has no annotator. */
        static Key revision(long trace) {
            return new Key(trace, REVISION, 0, "", LabelPass.LABEL);
        }

        boolean isLabel() {
            return step >= 0;
        }

        boolean isState() {
            return step == WHOLE_TRACE;
        }

        /** The kind of its events that say something. */
        String kind() {
            return switch (step) {
                case WHOLE_TRACE -> "STATE";
                case PREFERENCE -> "PREFER";
                case REVISION -> "REVISE";
                default -> "LABEL";
            };
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
            String labelledAt,
            String correction) {
        /** Whether it is only a verdict, as most labels are. */
        boolean isPlain() {
            return ratings == null
                    && errorKinds == null
                    && !spark
                    && !unsure
                    && comment.isEmpty()
                    && correction.isEmpty()
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
                    label.at().toString(),
                    label.correction());
        }

        static Content of(TraceState state, String reason) {
            return ofTrace(state.name(), reason);
        }

        static Content of(Preference preference) {
            return ofTrace(preference.choice().name(), preference.reason());
        }

        /** What replaces a trace, and who cut it. */
        static Content replacedBy(String traceId, String annotator) {
            return ofTrace(traceId, annotator);
        }

        private static Content ofTrace(String state, String comment) {
            return new Content(null, null, null, false, false, comment, "", null, state, null, "");
        }
    }

    String kind() {
        return content == null ? "CLEAR" : key.kind();
    }

    /** The event as whoever did it sees it. */
    LabelEvent seen(String traceId, Instant writtenAt) {
        boolean state = key.isState() && content != null;
        return new LabelEvent(
                seq,
                batch,
                LabelEvent.Action.DO,
                traceId,
                key.step,
                key.candidate,
                key.annotator,
                key.isLabel() && content != null ? label(traceId) : null,
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
                LabelSource.valueOf(content.source),
                content.correction);
    }
}
