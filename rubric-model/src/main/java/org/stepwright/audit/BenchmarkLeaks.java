package org.stepwright.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.audit.Benchmarks.Held;
import org.stepwright.audit.Benchmarks.Place;

/** Finds rows whose problem stands in a benchmark. */
final class BenchmarkLeaks {
    private final RowTable rows;
    private final Benchmarks benchmarks;
    private final ProblemTable problems;

    /** Which benchmark problems a text holds runs of, where it holds enough of them. */
    private final Map<Integer, List<Held>> held = new HashMap<>();

    /**
     * @param rows all rows
     * @param benchmarks the benchmarks' problems, whose texts have the first numbers
     * @param problems the rows' problems
     */
    BenchmarkLeaks(RowTable rows, Benchmarks benchmarks, ProblemTable problems) {
        this.rows = rows;
        this.benchmarks = benchmarks;
        this.problems = problems;
    }

    /** Looks for runs in a text that is new. */
    void text(int text, String key, double contained) {
        List<Held> found = benchmarks.heldBy(key, contained);
        if (!found.isEmpty()) {
            held.put(text, found);
        }
    }

    private record Hit(int problem, double strength, String how) {}

    void add(int row, List<AuditFinding> found) {
        Map<String, Hit> best = new TreeMap<>();
        for (int text : problems.textsOf(row)) {
            problems.pairs()
                    .forSelfAndNear(
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
}
