package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what was collected into groups, draws once for all of them, and reads the figures off. */
final class StudyBreakdown {
    private static final List<String> POSITIONS = List.of("1", "2", "3-5", "6-10", "more");

    private final List<String> annotators;
    private final List<VerdictRow> verdicts;
    private final List<FirstErrorRow> firstErrors;
    private final SortedMap<String, RatingRows> ratings;

    private final List<Tally> tallies = new ArrayList<>();

    StudyBreakdown(
            List<String> annotators,
            List<VerdictRow> verdicts,
            List<FirstErrorRow> firstErrors,
            SortedMap<String, RatingRows> ratings) {
        this.annotators = annotators;
        this.verdicts = verdicts;
        this.firstErrors = firstErrors;
        this.ratings = ratings;
    }

    /**
     * A group before its figures are known.
     *
     * @param names what it is
     * @param items how many steps
     * @param at the place of its first tally
     * @param kind which tallies follow
     */
    private record Group(List<String> names, long items, int at, Kind kind) {}

    private enum Kind {
        WITH_FIRST_ERROR,
        STEPS,
        ONE_ANNOTATOR,
        RATINGS
    }

    AgreementStudy study(List<String> sorted, Bootstrap bootstrap, int traces) {
        Group overall = verdictGroup(List.of("all"), verdicts, FirstErrorRow.all(firstErrors));
        SortedMap<List<String>, List<VerdictRow>> byPair = new TreeMap<>(pairOrder());
        long pairs = largestPairs(byPair);
        List<Group> pairGroups = new ArrayList<>();
        byPair.forEach((names, rows) -> pairGroups.add(pairGroup(names, rows)));
        List<Group> annotatorGroups = annotatorGroups(byPair);
        List<Group> positions = groups(byPosition());
        List<Group> stages = groups(byStage());
        List<Group> criteria = new ArrayList<>();
        ratings.forEach((id, rows) -> criteria.add(ratingGroup(id, rows)));

        List<List<Estimate>> estimates = bootstrap.estimates(tallies);
        return new AgreementStudy(
                sorted,
                traces,
                row(overall, estimates),
                pairs,
                rows(pairGroups, estimates),
                rows(annotatorGroups, estimates),
                rows(positions, estimates),
                rows(stages, estimates),
                rows(criteria, estimates),
                bootstrap.draws(tallies));
    }

    private static Comparator<List<String>> pairOrder() {
        return Comparator.<List<String>, String>comparing(p -> p.get(0))
                .thenComparing(p -> p.get(1));
    }

    private Group verdictGroup(List<String> names, List<VerdictRow> rows, Tally firstError) {
        int at = tallies.size();
        VerdictCounts counts = new VerdictCounts();
        rows.forEach(counts::add);
        tallies.addAll(counts.build());
        if (firstError != null) {
            tallies.add(firstError);
        }
        Kind kind = firstError == null ? Kind.STEPS : Kind.WITH_FIRST_ERROR;
        return new Group(names, counts.items(), at, kind);
    }

    private Group ratingGroup(String id, RatingRows rows) {
        tallies.add(rows.build());
        return new Group(List.of(id), rows.items(), tallies.size() - 1, Kind.RATINGS);
    }

    private List<Group> groups(Map<String, List<VerdictRow>> byName) {
        List<Group> groups = new ArrayList<>();
        byName.forEach((name, rows) -> groups.add(verdictGroup(List.of(name), rows, null)));
        return groups;
    }

    private Map<String, List<VerdictRow>> byPosition() {
        Map<String, List<VerdictRow>> groups = new LinkedHashMap<>();
        POSITIONS.forEach(p -> groups.put(p, new ArrayList<>()));
        verdicts.forEach(row -> groups.get(position(row.step())).add(row));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static String position(int step) {
        int place = step < 2 ? step : step < 5 ? 2 : step < 10 ? 3 : 4;
        return POSITIONS.get(place);
    }

    private Map<String, List<VerdictRow>> byStage() {
        Map<String, List<VerdictRow>> groups = new TreeMap<>();
        for (VerdictRow row : verdicts) {
            if (row.stage() != null) {
                groups.computeIfAbsent(row.stage(), s -> new ArrayList<>()).add(row);
            }
        }
        return groups;
    }

    /** Fills in the pairs that share most steps. */
    private long largestPairs(Map<List<String>, List<VerdictRow>> into) {
        Map<Long, Integer> shared = new HashMap<>();
        verdicts.forEach(row -> pairsOf(row).forEach(p -> shared.merge(p, 1, Integer::sum)));
        shared.entrySet().stream()
                .sorted(
                        Map.Entry.<Long, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(e -> names(e.getKey()), pairOrder()))
                .limit(AgreementStudy.MOST_PAIRS)
                .forEach(e -> into.put(names(e.getKey()), new ArrayList<>()));
        for (VerdictRow row : verdicts) {
            for (long pair : pairsOf(row)) {
                List<VerdictRow> rows = into.get(names(pair));
                if (rows != null) {
                    rows.add(row.only(first(pair), second(pair)));
                }
            }
        }
        return shared.size();
    }

    private static List<Long> pairsOf(VerdictRow row) {
        List<Long> pairs = new ArrayList<>();
        for (int b = 1; b < row.who().length; b++) {
            for (int a = 0; a < b; a++) {
                pairs.add((long) row.who()[a] << 32 | row.who()[b]);
            }
        }
        return pairs;
    }

    private static int first(long pair) {
        return (int) (pair >>> 32);
    }

    private static int second(long pair) {
        return (int) pair;
    }

    private List<String> names(long pair) {
        String first = annotators.get(first(pair));
        String second = annotators.get(second(pair));
        return first.compareTo(second) <= 0 ? List.of(first, second) : List.of(second, first);
    }

    private Group pairGroup(List<String> names, List<VerdictRow> rows) {
        int[] who = rows.get(0).who();
        return verdictGroup(names, rows, FirstErrorRow.pair(firstErrors, who[0], who[1]));
    }

    private List<Group> annotatorGroups(Map<List<String>, List<VerdictRow>> byPair) {
        SortedMap<String, List<VerdictRow>> own = new TreeMap<>();
        byPair.forEach(
                (names, rows) ->
                        names.forEach(
                                name ->
                                        own.computeIfAbsent(name, n -> new ArrayList<>())
                                                .addAll(rows)));
        List<Group> groups = new ArrayList<>();
        own.forEach(
                (name, rows) -> {
                    rows.sort(Comparator.comparingInt(VerdictRow::trace));
                    KappaCounts kappa = new KappaCounts(3);
                    AlphaCounts same = new AlphaCounts(3);
                    for (VerdictRow row : rows) {
                        kappa.add(row.trace(), row.who(), row.said());
                        same.add(row.trace(), row.said());
                    }
                    int at = tallies.size();
                    tallies.add(kappa.build());
                    tallies.add(same.build());
                    long steps = rows.stream().map(r -> steps(r)).distinct().count();
                    groups.add(new Group(List.of(name), steps, at, Kind.ONE_ANNOTATOR));
                });
        return groups;
    }

    private static long steps(VerdictRow row) {
        return (long) row.trace() << 32 | row.step();
    }

    private List<AgreementRow> rows(List<Group> groups, List<List<Estimate>> estimates) {
        return groups.stream().map(g -> row(g, estimates)).toList();
    }

    private AgreementRow row(Group group, List<List<Estimate>> all) {
        int at = group.at();
        int traces = tallies.get(at).cells().traces();
        Estimate none = Estimate.NONE;
        return switch (group.kind()) {
            case RATINGS -> {
                List<Estimate> alpha = all.get(at);
                yield new AgreementRow(
                        group.names(),
                        group.items(),
                        traces,
                        alpha.get(2),
                        none,
                        none,
                        alpha.get(0),
                        alpha.get(1),
                        0,
                        none);
            }
            case ONE_ANNOTATOR ->
                    new AgreementRow(
                            group.names(),
                            group.items(),
                            traces,
                            all.get(at + 1).get(2),
                            all.get(at).get(0),
                            none,
                            none,
                            none,
                            0,
                            none);
            case STEPS, WITH_FIRST_ERROR -> {
                boolean errors = group.kind() == Kind.WITH_FIRST_ERROR;
                List<Estimate> alpha = all.get(at + 2);
                yield new AgreementRow(
                        group.names(),
                        group.items(),
                        traces,
                        alpha.get(2),
                        all.get(at).get(0),
                        all.get(at + 1).get(0),
                        alpha.get(0),
                        alpha.get(1),
                        errors ? tallies.get(at + 3).cells().traces() : 0,
                        errors ? all.get(at + 3).get(0) : none);
            }
        };
    }
}
