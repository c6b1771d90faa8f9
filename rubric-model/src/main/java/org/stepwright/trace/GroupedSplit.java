package org.stepwright.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits problems into parts so that no problem, nor a near-duplicate, is in two of them. */
public final class GroupedSplit {
    private GroupedSplit() {}

    /**
     * Deterministic. A group's part depends on its text, the seed and which other groups there are,
     * never on the order of the rows. Where there are groups enough, every part with a share above
     * 0 gets at least one.
     *
     * @param problems one problem a row; rows of the same problem stay together
     * @param ratios shares of groups for each part
     * @param seed any number
     * @return one part a row
     */
    public static List<Part> of(List<String> problems, SplitRatios ratios, long seed) {
        return ofRows(problems.stream().map(List::of).toList(), ratios, seed);
    }

    /**
     * As {@link #of}, where a row's problem may have several texts.
     *
     * @param rows for each row all texts of its problem, as {@link Trace#problems} gives them, at
     *     least one
     * @param ratios shares of groups for each part
     * @param seed any number
     * @return one part a row
     */
    public static List<Part> ofRows(List<List<String>> rows, SplitRatios ratios, long seed) {
        return assign(rows, ratios, seed).parts();
    }

    /**
     * Which part and which group of problems each row belongs to.
     *
     * @param parts one part a row
     * @param groups the groups of the rows
     */
    public record Assigned(List<Part> parts, ProblemGroups groups) {
        /** Copies. */
        public Assigned {
            parts = List.copyOf(parts);
        }
    }

    /**
     * As {@link #ofRows}, and tells the groups.
     *
     * @param rows as above
     * @param ratios as above
     * @param seed as above
     * @return the parts and the groups that they are made of
     */
    public static Assigned assign(List<List<String>> rows, SplitRatios ratios, long seed) {
        ProblemGroups groups = ProblemGroups.ofRows(rows);
        Part[] partOf = partOfGroups(shuffled(rows, groups, seed), ratios);
        List<Part> parts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            parts.add(partOf[groups.group(i)]);
        }
        return new Assigned(parts, groups);
    }

    private record Ranked(int group, long rank, String key) {}

    private static List<Integer> shuffled(
            List<List<String>> rows, ProblemGroups groups, long seed) {
        String[] first = new String[groups.count()];
        for (int i = 0; i < rows.size(); i++) {
            int group = groups.group(i);
            for (String problem : rows.get(i)) {
                String key = ProblemKey.of(problem);
                if (first[group] == null || key.compareTo(first[group]) < 0) {
                    first[group] = key;
                }
            }
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int g = 0; g < first.length; g++) {
            ranked.add(new Ranked(g, rank(first[g], seed), first[g]));
        }
        ranked.sort(Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::key));
        return ranked.stream().map(Ranked::group).toList();
    }

    private static long rank(String key, long seed) {
        long h = Shingles.mix(seed + 0x9e3779b97f4a7c15L);
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            h = Shingles.mix(h + b + 0x9e3779b97f4a7c15L);
        }
        return h;
    }

    private static Part[] partOfGroups(List<Integer> order, SplitRatios ratios) {
        int n = order.size();
        int validation = size(ratios.validation(), n, n - 1);
        int test = size(ratios.test(), n, n - 1 - validation);
        Part[] parts = new Part[n];
        for (int i = 0; i < n; i++) {
            Part part = i < test ? Part.TEST : i < test + validation ? Part.VALIDATION : Part.TRAIN;
            parts[order.get(i)] = part;
        }
        return parts;
    }

    private static int size(double share, int groups, int most) {
        if (share == 0) {
            return 0;
        }
        return Math.max(0, Math.min(most, Math.max(1, (int) Math.round(share * groups))));
    }
}
