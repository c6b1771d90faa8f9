package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.stepwright.audit.Benchmarks.Held;
import org.stepwright.audit.Benchmarks.Place;
import org.stepwright.label.LabelledTrace;
import org.stepwright.near.IntList;
import org.stepwright.near.LongIndex;
import org.stepwright.near.NearTexts;
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
    private final NearTexts texts = new NearTexts();
    private final Benchmarks benchmarks;
    private final RowTable rows = new RowTable();
    private final IntList textEnds = new IntList();
    private final IntList textsOf = new IntList();
    private final LongIndex contents = new LongIndex();
    private final IntList contentOf = new IntList();
    private final List<String> parts = new ArrayList<>();
    private final Map<String, String> partNames = new HashMap<>();
    private final Map<Integer, List<Held>> held = new HashMap<>();
    private NearPairs pairs;

    /**
     * @param options how to look
     */
    public LeakStudy(LeakOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        benchmarks = new Benchmarks(options.words());
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
                benchmarks.add(texts.add(key), key, new Place(file, line));
            }
        }
    }

    /**
     * @param row the next row; its texts are not kept
     */
    public void add(AuditRow row) {
        pairs = null;
        rows.add(row);
        String part = options.splitOf().part(row);
        parts.add(partNames.computeIfAbsent(part, name -> name));
        for (String problem : row.labelled().trace().problems()) {
            String key = ProblemKey.of(problem);
            if (!key.isEmpty()) {
                textsOf.add(text(key));
            }
        }
        textEnds.add(textsOf.size());
        contentOf.add(contents.add(new PrefixDigests(row.labelled().trace()).whole()));
    }

    private int text(String key) {
        int known = texts.size();
        int text = texts.add(key);
        if (text == known) {
            List<Held> found = benchmarks.heldBy(key, options.contained());
            if (!found.isEmpty()) {
                held.put(text, found);
            }
        }
        return text;
    }

    /**
     * @return leaks between parts, one a row at most, about the row in the part that is learned
     *     from; then leaks from benchmarks, one a row and benchmark at most; each by trace id
     */
    public List<AuditFinding> findings() {
        List<AuditFinding> found = new ArrayList<>();
        Upper[] uppers = uppers();
        for (int row = 0; row < rows.size(); row++) {
            splitLeak(row, uppers, found);
            benchmarkLeaks(row, found);
        }
        found.sort(
                Comparator.comparing(AuditFinding::kind)
                        .thenComparing(AuditFinding::traceId)
                        .thenComparing(AuditFinding::other)
                        .thenComparing(AuditFinding::message));
        return List.copyOf(found);
    }

    private NearPairs pairs() {
        if (pairs == null) {
            pairs = new NearPairs(texts);
        }
        return pairs;
    }

    private int[] textsOf(int row) {
        return textsOf.range(row == 0 ? 0 : textEnds.get(row - 1), textEnds.get(row));
    }

    // ---- parts of a split

    /** A row of the part where its problem does most harm, and how near the problem is. */
    private record Upper(int row, double similarity) {}

    /** For each text the first row of the uppermost part that has it; null where none has one. */
    private Upper[] uppers() {
        Upper[] uppers = new Upper[texts.size()];
        for (int row = 0; row < rows.size(); row++) {
            if (!parts.get(row).isEmpty()) {
                for (int text : textsOf(row)) {
                    uppers[text] = upper(uppers[text], new Upper(row, 1));
                }
            }
        }
        return uppers;
    }

    private Upper upper(Upper a, Upper b) {
        return a == null || upperFirst().compare(b, a) < 0 ? b : a;
    }

    private Comparator<Upper> upperFirst() {
        Comparator<Upper> byPart =
                (a, b) -> SplitOf.compare(parts.get(b.row()), parts.get(a.row()));
        return byPart.thenComparing(Comparator.comparingDouble(Upper::similarity).reversed())
                .thenComparing(Upper::row, rows.byName());
    }

    private void splitLeak(int row, Upper[] uppers, List<AuditFinding> found) {
        String part = parts.get(row);
        if (part.isEmpty()) {
            return;
        }
        Upper[] best = {null};
        for (int text : textsOf(row)) {
            pairs().forSelfAndNear(
                            text,
                            (other, similarity) -> {
                                if (uppers[other] != null) {
                                    int seen = uppers[other].row();
                                    best[0] = upper(best[0], new Upper(seen, similarity));
                                }
                            });
        }
        if (best[0] != null && SplitOf.compare(parts.get(best[0].row()), part) > 0) {
            found.add(splitLeak(row, best[0]));
        }
    }

    private AuditFinding splitLeak(int row, Upper leak) {
        String how =
                leak.similarity() < 1
                        ? "nearly the same problem (" + Shown.percent(leak.similarity()) + " alike)"
                        : "the same problem";
        return new AuditFinding(
                FindingKind.SPLIT_LEAK,
                rows.id(row),
                AuditFinding.WHOLE_TRACE,
                rows.id(leak.row()),
                leak.similarity(),
                "It is in the part "
                        + parts.get(row)
                        + ", and "
                        + rows.named(leak.row(), row)
                        + " in the part "
                        + parts.get(leak.row())
                        + " has "
                        + how
                        + ".");
    }

    // ---- benchmarks

    private record Hit(int problem, double strength, String how) {}

    private void benchmarkLeaks(int row, List<AuditFinding> found) {
        Map<String, Hit> best = new TreeMap<>();
        for (int text : textsOf(row)) {
            pairs().forSelfAndNear(
                            text,
                            (other, similarity) -> {
                                if (other < benchmarks.size()) {
                                    hit(best, new Hit(other, similarity, whole(similarity)));
                                }
                            });
            for (Held part : held.getOrDefault(text, List.of())) {
                hit(best, new Hit(part.problem(), part.share(), contained(part.share())));
            }
        }
        best.forEach(
                (file, hit) ->
                        found.add(
                                new AuditFinding(
                                        FindingKind.BENCHMARK_LEAK,
                                        rows.id(row),
                                        AuditFinding.WHOLE_TRACE,
                                        place(hit, file).shown(),
                                        hit.strength(),
                                        "Its problem "
                                                + hit.how()
                                                + " the one in "
                                                + file
                                                + ", line "
                                                + place(hit, file).line()
                                                + ".")));
    }

    private Place place(Hit hit, String file) {
        return benchmarks.places(hit.problem()).stream()
                .filter(place -> place.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void hit(Map<String, Hit> best, Hit hit) {
        for (Place place : benchmarks.places(hit.problem())) {
            best.merge(
                    place.file(),
                    hit,
                    (a, b) ->
                            a.strength() > b.strength()
                                            || a.strength() == b.strength()
                                                    && place(a, place.file()).line() <= place.line()
                                    ? a
                                    : b);
        }
    }

    private static String whole(double similarity) {
        return similarity < 1
                ? "is nearly the same (" + Shown.percent(similarity) + " alike) as"
                : "is";
    }

    private static String contained(double share) {
        return "holds " + Shown.percent(share) + " of the wording of";
    }

    // ---- files

    /**
     * @return what each two files share, by name, where they share anything; empty when there are
     *     more than 200 files
     */
    public List<FileOverlap> overlaps() {
        Partition groups = new Partition(texts.size());
        pairs().joinIn(groups);
        for (int row = 0; row < rows.size(); row++) {
            int[] own = textsOf(row);
            for (int text : own) {
                groups.join(own[0], text);
            }
        }
        FileOverlaps overlaps = new FileOverlaps(rows.files());
        for (int row = 0; row < rows.size(); row++) {
            int file = rows.fileNumber(row);
            overlaps.trace(file, contentOf.get(row));
            for (int text : textsOf(row)) {
                overlaps.problem(file, text, groups.root(text));
            }
        }
        return overlaps.list();
    }

    /**
     * @return plain sentences about what was not looked at in full; mostly empty
     */
    public List<String> notes() {
        return texts.oneIn() == 1
                ? List.of()
                : List.of(
                        "There is so much text in the problems that they were compared by one in "
                                + texts.oneIn()
                                + " of their word groups.");
    }
}
