package org.stepwright.ui.label;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.stepwright.label.LabelMode;
import org.stepwright.label.Verdict;

/** The ways through a trace, one for each mode. */
final class LabelFlows {
    private LabelFlows() {}

    /** The way of a mode; comparing answers is done elsewhere, its traces are open freely. */
    static LabelFlow of(LabelMode mode) {
        return switch (mode) {
            case FREE, COMPARE, SUGGESTIONS -> new Free(mode);
            case FIRST_ERROR -> new FirstError();
            case ALTERNATIVES -> new Alternatives();
            case SPARKS_FIRST -> new SparksFirst();
        };
    }

    /** Every step in any order; suggestions are reviewed in the same way. */
    private record Free(LabelMode mode) implements LabelFlow {}

    /** From the first step to the first error, none left out, and no further. */
    private static final class FirstError implements LabelFlow {
        @Override
        public LabelMode mode() {
            return LabelMode.FIRST_ERROR;
        }

        @Override
        public Optional<Refusal> refuses(TraceSheet sheet, Spot at) {
            int wrong = sheet.firstWrong();
            if (wrong >= 0 && at.step() > wrong) {
                return Optional.of(new Refusal(Hint.ENDED, Spot.of(wrong), false));
            }
            Spot missing = sheet.missing(false);
            return missing == null || at.step() <= missing.step()
                    ? Optional.empty()
                    : Optional.of(new Refusal(Hint.IN_ORDER, missing, false));
        }

        @Override
        public Spot after(TraceSheet sheet, Spot at, Verdict given) {
            return given == Verdict.WRONG ? at : move(sheet, at, 1);
        }

        /** What lies behind the first step without a verdict, or behind the first error, waits. */
        @Override
        public Spot limit(TraceSheet sheet, Spot wanted) {
            Spot missing = sheet.missing(false);
            int last =
                    missing != null
                            ? missing.step()
                            : sheet.firstWrong() >= 0 ? sheet.firstWrong() : sheet.size() - 1;
            return Spot.of(Math.max(0, Math.min(last, wanted.step())));
        }

        @Override
        public Optional<Refusal> unfinished(TraceSheet sheet) {
            return Optional.ofNullable(sheet.missing(false))
                    .map(spot -> new Refusal(Hint.IN_ORDER, spot, false));
        }

        @Override
        public boolean complete(TraceSheet sheet, Spot at) {
            return sheet.missing(false) == null
                    && (at.step() == sheet.firstWrong() || at.step() == sheet.size() - 1);
        }
    }

    /** A step and its alternatives in turn, then the next step. */
    private static final class Alternatives implements LabelFlow {
        @Override
        public LabelMode mode() {
            return LabelMode.ALTERNATIVES;
        }

        @Override
        public Spot start(TraceSheet sheet) {
            Spot missing = sheet.missing(true);
            return missing != null ? missing : Spot.of(Math.max(0, sheet.firstWrong()));
        }

        @Override
        public Spot move(TraceSheet sheet, Spot at, int by) {
            int step = at.step();
            int candidate = at.candidate() + by;
            if (candidate >= sheet.candidates(step)) {
                return step + 1 < sheet.size() ? Spot.of(step + 1) : at;
            }
            if (candidate >= 0) {
                return new Spot(step, candidate);
            }
            return step > 0 ? new Spot(step - 1, sheet.candidates(step - 1) - 1) : at;
        }

        @Override
        public Optional<Refusal> unfinished(TraceSheet sheet) {
            return Optional.ofNullable(sheet.missing(true))
                    .map(spot -> new Refusal(Hint.INCOMPLETE, spot, true));
        }
    }

    /**
     * First only what is insightful, then verdicts. A trace with a verdict is in its second pass.
     */
    private static final class SparksFirst implements LabelFlow {
        private final Set<String> turned = new HashSet<>();

        @Override
        public LabelMode mode() {
            return LabelMode.SPARKS_FIRST;
        }

        @Override
        public int part(TraceSheet sheet) {
            return turned.contains(sheet.trace().id()) || sheet.verdicts() > 0 ? 2 : 1;
        }

        @Override
        public boolean turn(TraceSheet sheet) {
            if (part(sheet) == 2) {
                return false;
            }
            turned.add(sheet.trace().id());
            return true;
        }

        @Override
        public Optional<Refusal> refuses(TraceSheet sheet, Spot at) {
            return part(sheet) == 1
                    ? Optional.of(new Refusal(Hint.SPARKS_ONLY, at, false))
                    : Optional.empty();
        }
    }
}
