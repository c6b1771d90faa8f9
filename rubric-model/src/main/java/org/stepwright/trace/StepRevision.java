package org.stepwright.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.stepwright.work.WorkFailed;

/**
 * The steps of a trace cut anew: split, merged, or both. The text stays what it was; only where one
 * step ends and the next begins changes. Splitting trims the parts and the revised trace remembers
 * the white space between them, so merging them again gives the same text.
 *
 * <p>The revised trace has the id {@code root~digest}: the id of the trace that was there before
 * any revision and eight hexadecimal digits of the SHA-256 of the replaced trace's id and the new
 * steps. So the same revision of the same trace gives the same trace on every machine, and no trace
 * comes twice in a chain of revisions.
 *
 * <p>What a step carries besides its text stays with its first piece: its context, and its
 * alternatives, which go on from the same prefix. Where a step is merged into the one before, its
 * context is joined to that one's and its alternatives are kept behind that one's, each led in by
 * the text that now comes before it in the same step.
 *
 * @param before the trace that is replaced
 * @param revised the trace that replaces it
 * @param pieces for each step of the revised trace the pieces of the old steps that it is made of,
 *     in order, at least one
 */
public record StepRevision(Trace before, Trace revised, List<List<StepPiece>> pieces) {
    /** Copies. */
    public StepRevision {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(revised, "revised");
        pieces = pieces.stream().map(List::copyOf).toList();
        if (pieces.size() != revised.steps().size()) {
            throw new IllegalArgumentException("Every new step is made of pieces.");
        }
    }

    /**
     * Splits a step in two.
     *
     * @param trace a trace
     * @param step the step's index, from 0
     * @param offset where its second part begins, in characters of its text; white space on both
     *     sides is trimmed
     * @return the revision
     * @throws WorkFailed when one part would be empty, or the step is a tool call
     */
    public static StepRevision split(Trace trace, int step, int offset) {
        TreeSet<StepPlace> starts = new TreeSet<>(starts(trace));
        starts.add(new StepPlace(step, offset));
        return of(trace, starts);
    }

    /**
     * Merges a step with the one after it.
     *
     * @param trace a trace
     * @param step the first step's index, from 0
     * @return the revision
     * @throws WorkFailed when there is none after it, one of them is a tool call, or they are of
     *     different kinds
     */
    public static StepRevision merge(Trace trace, int step) {
        if (step + 1 >= trace.steps().size()) {
            throw new WorkFailed("This is the last step; there is none after it to merge with.");
        }
        TreeSet<StepPlace> starts = new TreeSet<>(starts(trace));
        starts.remove(StepPlace.startOf(step + 1));
        return of(trace, starts);
    }

    /**
     * @param trace a trace
     * @return where its steps begin now
     */
    public static List<StepPlace> starts(Trace trace) {
        return IntStream.range(0, trace.steps().size()).mapToObj(StepPlace::startOf).toList();
    }

    /**
     * Sets all boundaries anew.
     *
     * @param trace a trace with at least one step
     * @param starts where the new steps begin, in any order; the start of the first one need not be
     *     named
     * @return the revision
     * @throws WorkFailed when nothing would change, a step would be empty, a tool call would be
     *     split or merged, or steps of different kinds would be merged
     */
    public static StepRevision of(Trace trace, Collection<StepPlace> starts) {
        TreeSet<StepPlace> sorted = new TreeSet<>(starts);
        sorted.add(StepPlace.startOf(0));
        if (List.copyOf(sorted).equals(starts(trace))) {
            throw new WorkFailed("The steps are as they were; split or merge one first.");
        }
        List<List<StepPiece>> pieces = pieces(trace, sorted);
        StepGaps gaps = StepGaps.of(trace);
        List<Step> steps = pieces.stream().map(p -> step(trace, gaps, p)).toList();
        return new StepRevision(trace, revised(trace, steps, pieces), pieces);
    }

    private static List<List<StepPiece>> pieces(Trace trace, TreeSet<StepPlace> starts) {
        StepPlace last = starts.last();
        if (last.step() >= trace.steps().size()) {
            throw new IllegalArgumentException("There is no step " + last.step() + ".");
        }
        List<List<StepPiece>> all = new ArrayList<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            StepPlace first = StepPlace.startOf(i);
            boolean joins = !starts.contains(first);
            List<StepPlace> inside =
                    List.copyOf(starts.subSet(first, false, StepPlace.startOf(i + 1), false));
            List<StepPiece> here = StepCuts.cut(i, trace.steps().get(i), inside);
            for (StepPiece piece : here) {
                if (!joins) {
                    all.add(new ArrayList<>());
                }
                joins = false;
                all.get(all.size() - 1).add(piece);
            }
        }
        return all;
    }

    private static Step step(Trace trace, StepGaps gaps, List<StepPiece> pieces) {
        StepKind kind = StepCuts.commonKind(trace, pieces);
        StringBuilder text = new StringBuilder();
        StringBuilder context = new StringBuilder();
        List<String> alternatives = new ArrayList<>();
        for (StepPiece piece : pieces) {
            Step old = trace.steps().get(piece.step());
            if (text.length() > 0) {
                text.append(gaps.before(piece.step()));
            }
            if (piece.first()) {
                old.alternatives().forEach(a -> alternatives.add(text + a));
                context.append(context.length() > 0 && !old.context().isEmpty() ? "\n\n" : "");
                context.append(old.context());
            }
            text.append(old.text(), piece.from(), piece.to());
        }
        return new Step(text.toString(), kind, context.toString(), alternatives);
    }

    private static Trace revised(Trace trace, List<Step> steps, List<List<StepPiece>> pieces) {
        StepGaps known = StepGaps.of(trace);
        StepGaps gaps = new StepGaps();
        for (int i = 1; i < pieces.size(); i++) {
            StepPiece piece = pieces.get(i).get(0);
            List<StepPiece> left = pieces.get(i - 1);
            String old = trace.steps().get(piece.step()).text();
            gaps.set(
                    i,
                    piece.first()
                            ? known.before(piece.step())
                            : old.substring(left.get(left.size() - 1).to(), piece.from()));
        }
        Map<String, String> metadata = new TreeMap<>(trace.metadata());
        metadata.put(Trace.REVISION_OF, trace.id());
        metadata.remove(Trace.REVISION_GAPS);
        if (!gaps.text().isEmpty()) {
            metadata.put(Trace.REVISION_GAPS, gaps.text());
        }
        return new Trace(
                StepCuts.id(trace, steps),
                trace.problem(),
                steps,
                trace.outcome(),
                trace.reference(),
                metadata);
    }

    /**
     * @param trace a trace, maybe a revision
     * @return the id of the trace that was there before any revision
     */
    public static String rootId(Trace trace) {
        return StepCuts.root(trace);
    }

    /**
     * @param root the id of a trace before any revision
     * @param id an id
     * @return whether it is that trace's id or has the form of the id of one of its revisions
     */
    public static boolean isCutOf(String root, String id) {
        return StepCuts.isCut(root, id);
    }

    /**
     * @param step a step of the old trace, from 0
     * @return the step of the revised trace that holds its beginning
     */
    public int firstOf(int step) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).stream().anyMatch(p -> p.step() == step)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no step " + step + ".");
    }

    /**
     * @param step a step of the revised trace, from 0
     * @return whether it is the same step as before, maybe at another index
     */
    public boolean untouched(int step) {
        return pieces.get(step).size() == 1 && pieces.get(step).get(0).whole();
    }
}
