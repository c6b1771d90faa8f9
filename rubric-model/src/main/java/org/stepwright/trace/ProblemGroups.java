package org.stepwright.trace;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.near.IntList;
import org.stepwright.near.NearIndex;
import org.stepwright.near.NearTexts;
import org.stepwright.near.Partition;

/**
 * Problems that are the same or nearly the same. Groups depend on the set of problems only, not on
 * their order. 100,000 problems take seconds.
 */
public final class ProblemGroups {
    private final int[] groups;
    private final int count;
    private final int[] groupOfText;

    private ProblemGroups(int[] groups, int count, int[] groupOfText) {
        this.groups = groups;
        this.count = count;
        this.groupOfText = groupOfText;
    }

    /**
     * @param problems problems in any order
     * @return their groups: equal keys and near-duplicates share one, also through a chain of them.
     *     Near means a Jaccard similarity of at least 0.8 of their three-word shingles, without
     *     those that very many of the problems share
     */
    public static ProblemGroups of(List<String> problems) {
        Builder builder = new Builder();
        problems.forEach(problem -> builder.add(List.of(problem)));
        return builder.build();
    }

    /**
     * @param rows for each row all texts of its problem, as {@link Trace#problems} gives them, at
     *     least one
     * @return the rows' groups: as {@link #of}, and a row joins the groups of all its texts
     */
    public static ProblemGroups ofRows(List<List<String>> rows) {
        Builder builder = new Builder();
        rows.forEach(builder::add);
        return builder.build();
    }

    /**
     * Takes rows one by one and keeps no text of theirs, so that their number is bounded by time
     * and not by memory. Not safe for several threads.
     */
    public static final class Builder {
        private final NearTexts texts = new NearTexts();
        private final IntList textOf = new IntList();
        private final IntList alike = new IntList();

        /**
         * @param problems all texts of a row's problem, as {@link Trace#problems} gives them, at
         *     least one
         */
        public void add(List<String> problems) {
            addKeys(problems.stream().map(ProblemKey::of).toList());
        }

        /**
         * @param keys the keys of a row's problems
         * @return their numbers: equal keys share one, and new ones follow each other from 0
         */
        int[] addKeys(List<String> keys) {
            int[] numbers = keys.stream().mapToInt(texts::add).toArray();
            textOf.add(numbers[0]);
            for (int text : numbers) {
                if (text != numbers[0]) {
                    alike.add(numbers[0]);
                    alike.add(text);
                }
            }
            return numbers;
        }

        /**
         * @return the groups of the rows in the order in which they were added
         */
        public ProblemGroups build() {
            Partition partition = new Partition(texts.size());
            for (int i = 0; i < alike.size(); i += 2) {
                partition.join(alike.get(i), alike.get(i + 1));
            }
            NearIndex index = texts.index();
            for (int i = 0; i < texts.size(); i++) {
                int text = i;
                index.forEarlier(
                        text,
                        other -> partition.root(other) != partition.root(text),
                        (other, similarity) -> partition.join(other, text));
            }
            return number(partition);
        }

        private ProblemGroups number(Partition partition) {
            Map<Integer, Integer> numbers = new HashMap<>();
            int[] groups = new int[textOf.size()];
            for (int row = 0; row < groups.length; row++) {
                int root = partition.root(textOf.get(row));
                numbers.putIfAbsent(root, numbers.size());
                groups[row] = numbers.get(root);
            }
            int[] groupOfText = new int[texts.size()];
            for (int text = 0; text < groupOfText.length; text++) {
                groupOfText[text] = numbers.get(partition.root(text));
            }
            return new ProblemGroups(groups, numbers.size(), groupOfText);
        }
    }

    /**
     * @param known problems to look for
     * @return a matcher that is safe for many threads
     */
    public static Matcher matcher(Collection<String> known) {
        NearTexts texts = new NearTexts();
        known.forEach(problem -> texts.add(ProblemKey.of(problem)));
        NearIndex index = texts.index();
        return problem -> {
            String key = ProblemKey.of(problem);
            boolean[] found = {texts.find(key) >= 0};
            if (!found[0]) {
                index.forNear(key, (other, similarity) -> found[0] = true);
            }
            return found[0];
        };
    }

    /**
     * @param i the index of a row
     * @return its group, from 0, numbered by first occurrence
     */
    public int group(int i) {
        return groups[i];
    }

    /**
     * @return how many groups there are
     */
    public int count() {
        return count;
    }

    /**
     * @param text the number that {@link Builder#addKeys} gave
     * @return its group
     */
    int groupOfText(int text) {
        return groupOfText[text];
    }

    /** Tells whether a problem is among known ones. */
    public interface Matcher {
        /**
         * @param problem what was asked
         * @return whether a known problem is the same or nearly the same
         */
        boolean matches(String problem);
    }
}
