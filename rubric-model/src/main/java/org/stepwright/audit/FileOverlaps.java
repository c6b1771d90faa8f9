package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Counts what each two files share. */
final class FileOverlaps {
    private static final int MOST_FILES = 200;

    private final List<String> files;
    private final Uses problems = new Uses();
    private final Uses groups = new Uses();
    private final Uses traces = new Uses();

    FileOverlaps(List<String> files) {
        this.files = files;
    }

    void problem(int file, int problem, int group) {
        problems.add(problem, file);
        groups.add(group, file);
    }

    void trace(int file, int content) {
        traces.add(content, file);
    }

    List<FileOverlap> list() {
        if (files.size() > MOST_FILES) {
            return List.of();
        }
        int[] byProblem = problems.inBoth(files.size());
        int[] byGroup = groups.inBoth(files.size());
        int[] byTrace = traces.inBoth(files.size());
        List<FileOverlap> list = new ArrayList<>();
        for (int a = 0; a < files.size(); a++) {
            for (int b = 0; b < files.size(); b++) {
                boolean named = !files.get(a).isEmpty() && !files.get(b).isEmpty();
                int at = Math.min(a, b) * files.size() + Math.max(a, b);
                if (named && files.get(a).compareTo(files.get(b)) < 0 && byGroup[at] > 0) {
                    list.add(
                            new FileOverlap(
                                    files.get(a),
                                    files.get(b),
                                    byProblem[at],
                                    byGroup[at],
                                    byTrace[at]));
                }
            }
        }
        list.sort(Comparator.comparing(FileOverlap::first).thenComparing(FileOverlap::second));
        return List.copyOf(list);
    }

    /** Which things are in which files: a thing in the upper half, a file in the lower. */
    private static final class Uses {
        private long[] uses = new long[64];
        private int size;

        void add(int thing, int file) {
            if (size == uses.length) {
                uses = Arrays.copyOf(uses, size * 2);
            }
            uses[size++] = ((long) thing << 32) | file;
        }

        /** For each two files, at first times files plus second, how many things are in both. */
        int[] inBoth(int files) {
            long[] sorted = Arrays.stream(uses, 0, size).sorted().distinct().toArray();
            int[] counts = new int[files * files];
            for (int i = 0; i < sorted.length; i++) {
                for (int j = i + 1; j < sorted.length && sorted[j] >> 32 == sorted[i] >> 32; j++) {
                    counts[(int) sorted[i] * files + (int) sorted[j]]++;
                }
            }
            return counts;
        }
    }
}
