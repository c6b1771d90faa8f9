package org.stepwright.ui.label.edit;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.stepwright.trace.StepPiece;
import org.stepwright.trace.StepPlace;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

/**
 * Where the steps of a trace begin, while somebody moves that. A caret goes through the text of the
 * old steps; boundaries are set and taken away at it. Whatever was done here is a revision that
 * holds, or nothing: what cannot be is refused at once. No view; confined to one thread.
 */
final class BoundaryEditor {
    private final Trace trace;
    private final List<StepPlace> first;
    private final Deque<TreeSet<StepPlace>> before = new ArrayDeque<>();
    private TreeSet<StepPlace> starts;
    private StepPlace caret;
    private String refusal = "";

    /**
     * @param trace a trace with steps
     * @param step where to begin; the caret stands at its second sentence, if it has one
     */
    BoundaryEditor(Trace trace, int step) {
        this.trace = Objects.requireNonNull(trace, "trace");
        first = StepRevision.starts(trace);
        starts = new TreeSet<>(first);
        caret = StepPlace.startOf(step);
        StepPlace second = sentence(caret, 1);
        if (second.step() == step) {
            caret = second;
        }
    }

    StepPlace caret() {
        return caret;
    }

    /** Why the last wish was refused; empty when it was not. */
    String refusal() {
        return refusal;
    }

    boolean changed() {
        return !List.copyOf(starts).equals(first);
    }

    /** The revision as it stands; empty while nothing is changed. */
    Optional<StepRevision> revision() {
        return changed() ? Optional.of(StepRevision.of(trace, starts)) : Optional.empty();
    }

    /** The pieces of each step as it would be. */
    List<List<StepPiece>> pieces() {
        return revision()
                .map(StepRevision::pieces)
                .orElseGet(() -> first.stream().map(p -> List.of(whole(p.step()))).toList());
    }

    private StepPiece whole(int step) {
        return new StepPiece(step, 0, text(step).length(), true);
    }

    /** Whether a step begins at the caret. */
    boolean atStart() {
        return starts.contains(caret);
    }

    /** Whether a step begins where none began before. */
    boolean isNew(StepPiece piece) {
        return !piece.first();
    }

    // --- the caret

    /** Moves by one sign of the text. */
    void character(int by) {
        refusal = "";
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(text(caret.step()));
        int next =
                by > 0
                        ? signs.following(Math.min(caret.offset(), last()))
                        : caret.offset() == 0
                                ? BreakIterator.DONE
                                : signs.preceding(caret.offset());
        caret = orNeighbour(next, by);
    }

    /** Moves to the next or the last place where a sentence or a line begins. */
    void sentence(int by) {
        refusal = "";
        caret = sentence(caret, by);
    }

    /** Moves to the next or the last place where a step begins. */
    void step(int by) {
        refusal = "";
        StepPlace next = by > 0 ? starts.higher(caret) : starts.lower(caret);
        caret = next == null ? caret : next;
    }

    private int last() {
        return Math.max(0, text(caret.step()).length() - 1);
    }

    /** A place in the caret's step; past its ends, in the step beside it. */
    private StepPlace orNeighbour(int offset, int by) {
        int length = text(caret.step()).length();
        if (offset != BreakIterator.DONE && offset < length) {
            return new StepPlace(caret.step(), offset);
        }
        if (by > 0) {
            return caret.step() + 1 < first.size() ? StepPlace.startOf(caret.step() + 1) : caret;
        }
        if (caret.step() == 0) {
            return StepPlace.startOf(0);
        }
        int previous = caret.step() - 1;
        return new StepPlace(previous, Math.max(0, text(previous).length() - 1));
    }

    private StepPlace sentence(StepPlace from, int by) {
        String text = text(from.step());
        if (by > 0) {
            for (int i = from.offset() + 1; i < text.length(); i++) {
                if (begins(text, i)) {
                    return new StepPlace(from.step(), i);
                }
            }
            return from.step() + 1 < first.size() ? StepPlace.startOf(from.step() + 1) : from;
        }
        int step = from.offset() == 0 ? from.step() - 1 : from.step();
        if (step < 0) {
            return from;
        }
        String there = text(step);
        for (int i = (from.offset() == 0 ? there.length() : from.offset()) - 1; i > 0; i--) {
            if (begins(there, i)) {
                return new StepPlace(step, i);
            }
        }
        return StepPlace.startOf(step);
    }

    /** Whether a sentence or a line begins at a place: a sign after white space after an end. */
    private static boolean begins(String text, int at) {
        if (Character.isWhitespace(text.charAt(at))
                || !Character.isWhitespace(text.charAt(at - 1))) {
            return false;
        }
        int i = at - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            if (text.charAt(i) == '\n') {
                return true;
            }
            i--;
        }
        return i >= 0 && ".!?:;。！？".indexOf(text.charAt(i)) >= 0;
    }

    // --- the boundaries

    /** A step begins at the caret from now on; the text before it ends one. */
    void split() {
        if (!atStart()) {
            TreeSet<StepPlace> next = new TreeSet<>(starts);
            next.add(caret);
            change(next);
        }
    }

    /** The step that the caret is in goes on to the end of the next one. */
    void mergeNext() {
        StepPlace next = starts.higher(caret);
        if (next == null) {
            refusal = "This is the last step; there is none after it to merge with.";
            return;
        }
        without(next);
    }

    /** The step that the caret is in is joined to the one before. */
    void mergePrevious() {
        StepPlace start = starts.floor(caret);
        if (start.equals(StepPlace.startOf(0))) {
            refusal = "This is the first step; there is none before it to merge with.";
            return;
        }
        without(start);
    }

    private void without(StepPlace place) {
        TreeSet<StepPlace> next = new TreeSet<>(starts);
        next.remove(place);
        change(next);
    }

    private void change(TreeSet<StepPlace> next) {
        try {
            if (!List.copyOf(next).equals(first)) {
                StepRevision.of(trace, next);
            }
            before.push(starts);
            starts = next;
            refusal = "";
        } catch (WorkFailed e) {
            refusal = e.getMessage();
        }
    }

    /** Takes the last split or merge back. */
    void undo() {
        refusal = "";
        if (!before.isEmpty()) {
            starts = before.pop();
        }
    }

    String text(int step) {
        return trace.steps().get(step).text();
    }
}
