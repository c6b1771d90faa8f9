package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.audit.Benchmarks.Place;
import org.stepwright.label.LabelledTrace;
import org.stepwright.near.IntList;
import org.stepwright.near.LongIndex;
import org.stepwright.near.Partition;
import org.stepwright.trace.ProblemKey;

/**
 * Finds problems that stand in two parts of a split, in a named benchmark, or in two files, so that
 * what is measured there is partly what was learned. Problems are compared, never answers: the same
 * or nearly the same words (Jaccard similarity of three-word shingles of at least 0.8, without
 * those that very many problems share); against benchmarks also the share of the benchmark
 * problem's runs of 13 words that the other text holds, which finds a problem inside a longer text.
 * Benchmark problems of fewer than 13 words are compared as wholes only.
 *
 * <p>What is found does not depend on the order of the rows. Keeps digests and shingles only. Not
 * safe for several threads.
 */
public final class LeakStudy {
    private final LeakOptions options;
    private final ProblemTable problems = new ProblemTable();
    private final Benchmarks benchmarks;
    private final RowTable rows = new RowTable();
    private final BenchmarkLeaks benchmarkLeaks;
    private final LongIndex contents = new LongIndex();
    private final IntList contentOf = new IntList();
    private final List<String> parts = new ArrayList<>();
    private final Map<String, String> partNames = new HashMap<>();

    /**
     * @param options how to look
     */
    public LeakStudy(LeakOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        benchmarks = new Benchmarks(options.words());
        benchmarkLeaks = new BenchmarkLeaks(rows, benchmarks, problems);
    }

    /**
     * Adds a row of a benchmark. All of them come before the first {@link #add}.
     *
     * @param file the benchmark's file, as findings name it
     * @param line the line, from 1, where the row starts
     * @param row the row; its problem counts, and the one that it rewrites
     * @throws IllegalStateException when rows to look at have come already
     */
    public void benchmark(String file, long line, LabelledTrace row) {
        if (rows.size() > 0) {
            throw new IllegalStateException("Benchmarks come before the rows to look at.");
        }
        for (String problem : row.trace().problems()) {
            String key = ProblemKey.of(problem);
            if (!key.isEmpty()) {
                benchmarks.add(problems.texts().add(key), key, new Place(file, line));
            }
        }
    }

    /**
     * @param row the next row; its texts are not kept
     */
    public void add(AuditRow row) {
        rows.add(row);
        String part = options.splitOf().part(row);
        parts.add(partNames.computeIfAbsent(part, name -> name));
        for (String problem : row.labelled().trace().problems()) {
            String key = ProblemKey.of(problem);
            if (!key.isEmpty()) {
                problems.addToRow(text(key));
            }
        }
        problems.endRow();
        contentOf.add(contents.add(new PrefixDigests(row.labelled().trace()).whole()));
    }

    private int text(String key) {
        int known = problems.texts().size();
        int text = problems.texts().add(key);
        if (text == known) {
            benchmarkLeaks.text(text, key, options.contained());
        }
        return text;
    }

    /**
     * @return leaks between parts, one a row at most, about the row in the part that is learned
     *     from; then leaks from benchmarks, one a row and benchmark at most; each by trace id
     */
    public List<AuditFinding> findings() {
        List<AuditFinding> found = new ArrayList<>();
        SplitLeaks splitLeaks = new SplitLeaks(rows, parts, problems);
        for (int row = 0; row < rows.size(); row++) {
            splitLeaks.add(row, found);
            benchmarkLeaks.add(row, found);
        }
        found.sort(
                Comparator.comparing(AuditFinding::kind)
                        .thenComparing(AuditFinding::traceId)
                        .thenComparing(AuditFinding::other)
                        .thenComparing(AuditFinding::message));
        return List.copyOf(found);
    }

    /**
     * @return what each two files share, by name, where they share anything; empty when there are
     *     more than 200 files
     */
    public List<FileOverlap> overlaps() {
        Partition groups = new Partition(problems.texts().size());
        problems.pairs().joinIn(groups);
        for (int row = 0; row < rows.size(); row++) {
            int[] own = problems.textsOf(row);
            for (int text : own) {
                groups.join(own[0], text);
            }
        }
        FileOverlaps overlaps = new FileOverlaps(rows.files());
        for (int row = 0; row < rows.size(); row++) {
            int file = rows.fileNumber(row);
            overlaps.trace(file, contentOf.get(row));
            for (int text : problems.textsOf(row)) {
                overlaps.problem(file, text, groups.root(text));
            }
        }
        return overlaps.list();
    }

    /**
     * @return plain sentences about what was not looked at in full; mostly empty
     */
    public List<String> notes() {
        return problems.texts().oneIn() == 1
                ? List.of()
                : List.of(
                        "There is so much text in the problems that they were compared by one in "
                                + problems.texts().oneIn()
                                + " of their word groups.");
    }
}
