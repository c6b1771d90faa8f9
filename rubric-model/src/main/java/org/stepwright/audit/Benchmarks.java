package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.stepwright.near.IntList;
import org.stepwright.near.LongIndex;
import org.stepwright.near.Shingles;

/**
 * The problems of benchmark files, and their runs of words. A run that very many of them share is a
 * turn of phrase and tells nothing; it is left out, as in the study of GPT-3.
 */
final class Benchmarks {
    private static final int COMMON_ABOVE = 50;

    private final int words;
    private final List<List<Place>> places = new ArrayList<>();
    private final IntList ownRuns = new IntList();
    private final LongIndex runs = new LongIndex();
    private final IntList users = new IntList();
    private final IntList lastOf = new IntList();

    /** The entries of runs: a problem, and the entry before of the same run or -1. */
    private final IntList problems = new IntList();

    private final IntList before = new IntList();

    Benchmarks(int words) {
        this.words = words;
    }

    /** A row of a benchmark file. */
    record Place(String file, long line) {
        String shown() {
            return file + ":" + line;
        }
    }

    /** A benchmark problem, and the share of its runs that a text holds. */
    record Held(int problem, double share) {}

    /** How many different problems there are. */
    int size() {
        return places.size();
    }

    /**
     * Adds a row.
     *
     * @param problem the problem's number; a new one is {@link #size()}
     * @param key its normalised text
     */
    void add(int problem, String key, Place place) {
        if (problem == places.size()) {
            places.add(new ArrayList<>(1));
            addRuns(problem, key);
        }
        List<Place> known = places.get(problem);
        if (known.stream().noneMatch(p -> p.file().equals(place.file()))) {
            known.add(place);
        }
    }

    private void addRuns(int problem, String key) {
        long[] own = distinct(key);
        ownRuns.add(own.length);
        for (long run : own) {
            int known = runs.size();
            int number = runs.add(run);
            if (number == known) {
                users.add(0);
                lastOf.add(-1);
            }
            users.set(number, users.get(number) + 1);
            if (users.get(number) <= COMMON_ABOVE) {
                before.add(lastOf.get(number));
                lastOf.set(number, problems.size());
                problems.add(problem);
            } else if (users.get(number) == COMMON_ABOVE + 1) {
                forUsers(number, p -> ownRuns.set(p, ownRuns.get(p) - 1));
                ownRuns.set(problem, ownRuns.get(problem) - 1);
            } else {
                ownRuns.set(problem, ownRuns.get(problem) - 1);
            }
        }
    }

    private void forUsers(int run, IntConsumer sink) {
        for (int entry = lastOf.get(run); entry >= 0; entry = before.get(entry)) {
            sink.accept(problems.get(entry));
        }
    }

    private long[] distinct(String key) {
        return Arrays.stream(Shingles.runs(key, words)).distinct().toArray();
    }

    /** The rows that a problem stands in, at most one a file. */
    List<Place> places(int problem) {
        return places.get(problem);
    }

    /** The problems of whose runs a text holds at least a share, by number. */
    List<Held> heldBy(String key, double atLeast) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (long run : distinct(key)) {
            int number = runs.find(run);
            if (number >= 0 && users.get(number) <= COMMON_ABOVE) {
                forUsers(number, problem -> shared.merge(problem, 1, Integer::sum));
            }
        }
        List<Held> held = new ArrayList<>();
        shared.forEach(
                (problem, count) -> {
                    double share = (double) count / ownRuns.get(problem);
                    if (share >= atLeast) {
                        held.add(new Held(problem, share));
                    }
                });
        held.sort(Comparator.comparingInt(Held::problem));
        return held;
    }
}
