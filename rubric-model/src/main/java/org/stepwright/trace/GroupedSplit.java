package org.stepwright.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stepwright.near.Hashes;

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
        Builder builder = new Builder(ratios, seed);
        problems.forEach(problem -> builder.add(List.of(problem)));
        return builder.build();
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
        Builder builder = new Builder(ratios, seed);
        rows.forEach(builder::add);
        return builder.assign();
    }

    /**
     * Takes rows one by one and keeps no whole texts of theirs; gives the same parts as {@link
     * #ofRows}. Not safe for several threads.
     */
    public static final class Builder {
        /** Characters of each problem by which the first of a group is told. */
        private static final int HEAD = 500;

        private final SplitRatios ratios;
        private final long seed;
        private final ProblemGroups.Builder groups = new ProblemGroups.Builder();
        private final List<Ranked> texts = new ArrayList<>();
        private int rows;

        /**
         * @param ratios shares of groups for each part
         * @param seed any number
         */
        public Builder(SplitRatios ratios, long seed) {
            this.ratios = ratios;
            this.seed = seed;
        }

        /**
         * @param problems all texts of a row's problem, as {@link Trace#problems} gives them, at
         *     least one
         */
        public void add(List<String> problems) {
            List<String> keys = problems.stream().map(ProblemKey::of).toList();
            int[] numbers = groups.addKeys(keys);
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] == texts.size()) {
                    String key = keys.get(i);
                    String head = key.substring(0, Math.min(HEAD, key.length()));
                    texts.add(new Ranked(numbers[i], rank(key, seed), head));
                }
            }
            rows++;
        }

        /**
         * @return one part a row, in the order in which they were added
         */
        public List<Part> build() {
            return assign().parts();
        }

        /**
         * @return one part a row, in the order in which they were added, and the groups
         */
        public Assigned assign() {
            ProblemGroups built = groups.build();
            Part[] partOf = partOfGroups(shuffled(built), ratios);
            List<Part> parts = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                parts.add(partOf[built.group(i)]);
            }
            return new Assigned(parts, built);
        }

        private List<Integer> shuffled(ProblemGroups built) {
            Ranked[] first = new Ranked[built.count()];
            for (Ranked text : texts) {
                int group = built.groupOfText(text.number());
                if (first[group] == null || BY_TEXT.compare(text, first[group]) < 0) {
                    first[group] = text;
                }
            }
            List<Ranked> ranked = new ArrayList<>(List.of(first));
            ranked.sort(BY_RANK);
            return ranked.stream().map(text -> built.groupOfText(text.number())).toList();
        }
    }

    private record Ranked(int number, long rank, String head) {}

    private static final Comparator<Ranked> BY_RANK =
            Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::head);

    private static final Comparator<Ranked> BY_TEXT =
            Comparator.comparing(Ranked::head).thenComparingLong(Ranked::rank);

    private static long rank(String key, long seed) {
        long h = Hashes.mix(seed + 0x9e3779b97f4a7c15L);
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            h = Hashes.mix(h + b + 0x9e3779b97f4a7c15L);
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
