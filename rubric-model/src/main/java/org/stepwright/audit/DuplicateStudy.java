package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.stepwright.near.IntList;
import org.stepwright.near.LongIndex;
import org.stepwright.near.MinHash;
import org.stepwright.near.NearIndex;
import org.stepwright.near.NearTexts;
import org.stepwright.near.Partition;
import org.stepwright.trace.ProblemKey;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Finds traces that are in the data twice. Exact duplicates have the same problem and the same
 * steps but for form (see {@link ContentKey}), tool results and other context included. Near
 * duplicates answer the same or nearly the same problem with nearly the same steps: candidates by
 * MinHash and locality-sensitive hashing, compared by the Jaccard similarity of three-word
 * shingles. Several answers to one problem are no duplicates of each other.
 *
 * <p>What is found does not depend on the order of the rows. Of equal traces the one with most
 * labels is the one to keep (then the smallest id); findings are about the others. Keeps digests
 * and sketches, about a kilobyte a trace. Not safe for several threads.
 */
public final class DuplicateStudy {
    private final DuplicateOptions options;
    private final MinHash minHash;
    private final RowTable rows = new RowTable();
    private final LongIndex contents = new LongIndex();
    private final IntList contentOf = new IntList();
    private final List<Sketch> sketches = new ArrayList<>();
    private final IntList problemOf = new IntList();
    private final NearTexts problems = new NearTexts();
    private long leftOut;

    /**
     * @param options how to look
     */
    public DuplicateStudy(DuplicateOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        minHash = options.minHash();
    }

    /**
     * @param row the next row; its texts are not kept
     */
    public void add(AuditRow row) {
        Trace trace = row.labelled().trace();
        rows.add(row);
        int known = contents.size();
        int content = contents.add(new PrefixDigests(trace).whole());
        contentOf.add(content);
        if (content == known) {
            sketches.add(Sketch.of(answer(trace), minHash));
            problemOf.add(problems.add(ProblemKey.of(trace.problem())));
        }
    }

    private static String answer(Trace trace) {
        StringBuilder answer = new StringBuilder();
        List<Step> steps = trace.steps();
        for (int i = 0; i < steps.size(); i++) {
            String key = ContentKey.ofStep(steps.get(i).text(), i);
            answer.append(answer.length() == 0 || key.isEmpty() ? "" : " ").append(key);
        }
        return answer.toString();
    }

    /**
     * @return exact duplicates, then near duplicates, each by trace id; at most one finding a row
     */
    public List<AuditFinding> findings() {
        List<AuditFinding> found = new ArrayList<>();
        int[] best = bestRows(found);
        nearDuplicates(best, found);
        found.sort(
                Comparator.comparing(AuditFinding::kind)
                        .thenComparing(AuditFinding::traceId)
                        .thenComparing(AuditFinding::message));
        return List.copyOf(found);
    }

    /** The row to keep of each content; the others are exact duplicates of it. */
    private int[] bestRows(List<AuditFinding> found) {
        Comparator<Integer> worth = rows.worthFirst();
        int[] best = new int[contents.size()];
        Arrays.fill(best, -1);
        for (int row = 0; row < rows.size(); row++) {
            int content = contentOf.get(row);
            if (best[content] < 0 || worth.compare(row, best[content]) < 0) {
                best[content] = row;
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            int kept = best[contentOf.get(row)];
            if (kept != row) {
                found.add(exact(row, kept));
            }
        }
        return best;
    }

    private AuditFinding exact(int row, int kept) {
        return new AuditFinding(
                FindingKind.EXACT_DUPLICATE,
                rows.id(row),
                AuditFinding.WHOLE_TRACE,
                rows.id(kept),
                1,
                "It has the same problem and the same steps as " + rows.named(kept, row) + ".");
    }

    private void nearDuplicates(int[] best, List<AuditFinding> found) {
        int[] groups = problemGroups();
        List<Integer> order = new ArrayList<>();
        for (int row : best) {
            order.add(row);
        }
        order.sort(
                Comparator.<Integer>comparingInt(row -> group(row, groups))
                        .thenComparing(rows.worthFirst()));
        leftOut = 0;
        int from = 0;
        for (int i = 1; i <= order.size(); i++) {
            if (i == order.size()
                    || group(order.get(i), groups) != group(order.get(from), groups)) {
                nearDuplicates(order.subList(from, i), found);
                from = i;
            }
        }
    }

    private int group(int row, int[] groups) {
        return groups[problemOf.get(contentOf.get(row))];
    }

    /** Those among the answers to one group of problems, the one to keep first. */
    private void nearDuplicates(List<Integer> answers, List<AuditFinding> found) {
        if (answers.size() == 1) {
            return;
        }
        NearAnswers kept = new NearAnswers(options, minHash, answers.size());
        IntList keptRows = new IntList();
        for (int row : answers) {
            NearAnswers.Match match = kept.add(sketches.get(contentOf.get(row)));
            if (match == null) {
                keptRows.add(row);
            } else {
                found.add(near(row, keptRows.get(match.kept()), match.similarity()));
            }
        }
        leftOut += kept.leftOut();
    }

    private AuditFinding near(int row, int kept, double similarity) {
        boolean sameProblem =
                problemOf.get(contentOf.get(row)) == problemOf.get(contentOf.get(kept));
        return new AuditFinding(
                FindingKind.NEAR_DUPLICATE,
                rows.id(row),
                AuditFinding.WHOLE_TRACE,
                rows.id(kept),
                similarity,
                "It answers "
                        + (sameProblem ? "the same problem" : "nearly the same problem")
                        + " with nearly the same steps as "
                        + rows.named(kept, row)
                        + " ("
                        + Shown.percent(similarity)
                        + " alike).");
    }

    private int[] problemGroups() {
        Partition partition = new Partition(problems.size());
        NearIndex index = problems.index();
        for (int i = 0; i < problems.size(); i++) {
            int problem = i;
            index.forEarlier(
                    problem,
                    other -> partition.root(other) != partition.root(problem),
                    (other, similarity) -> partition.join(other, problem));
        }
        int[] groups = new int[problems.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = partition.root(i);
        }
        return groups;
    }

    /**
     * Counts over all rows so far.
     *
     * @return how many traces, different traces, different problems, and groups of near-equal
     *     problems
     */
    public DuplicateCounts counts() {
        long groups = Arrays.stream(problemGroups()).distinct().count();
        return new DuplicateCounts(rows.size(), contents.size(), problems.size(), groups);
    }

    /**
     * Call after {@link #findings}.
     *
     * @return plain sentences about what was not looked at in full; mostly empty
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (leftOut > 0) {
            notes.add(
                    "Some problems have very many answers that share parts of their text; answers"
                            + " to them were compared with "
                            + options.compared()
                            + " of each kind only, so near duplicates may be missing there.");
        }
        if (problems.oneIn() > 1) {
            notes.add(
                    "There is so much text in the problems that they were compared by one in "
                            + problems.oneIn()
                            + " of their word groups.");
        }
        return Collections.unmodifiableList(notes);
    }
}
