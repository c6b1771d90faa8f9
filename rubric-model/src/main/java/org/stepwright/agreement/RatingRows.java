package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ratings of steps by one criterion, where two people or more rated it. */
final class RatingRows {
    private final List<Integer> traces = new ArrayList<>();
    private final List<double[]> ratings = new ArrayList<>();

    void add(int trace, double[] values) {
        traces.add(trace);
        ratings.add(values);
    }

    int items() {
        return ratings.size();
    }

    Tally build() {
        double[] values =
                ratings.stream()
                        .flatMapToDouble(Arrays::stream)
                        .map(v -> v + 0.0) // -0 and 0 are one value
                        .sorted()
                        .distinct()
                        .toArray();
        AlphaCounts counts = new AlphaCounts(values.length);
        for (int i = 0; i < ratings.size(); i++) {
            int[] ranks =
                    Arrays.stream(ratings.get(i))
                            .mapToInt(v -> Arrays.binarySearch(values, v + 0.0))
                            .toArray();
            counts.add(traces.get(i), ranks);
        }
        return counts.build();
    }
}
