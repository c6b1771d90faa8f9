package org.stepwright.trace;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The white space that stood between two steps before they were split, so that merging them gives
 * the first text back. Steps themselves are trimmed. Kept in a trace's metadata as {@code
 * 2=20;5=a,a}: index of the second step, then the characters in hexadecimal.
 */
final class StepGaps {
    /** What is put between steps when nobody knows what was there: a paragraph's end. */
    static final String UNKNOWN = "\n\n";

    private static final int LONGEST = 10_000;

    private final Map<Integer, String> before = new TreeMap<>();

    /** The gaps that a trace remembers; what cannot be read counts as unknown. */
    static StepGaps of(Trace trace) {
        StepGaps gaps = new StepGaps();
        String text = trace.metadata().getOrDefault(Trace.REVISION_GAPS, "");
        if (!text.isEmpty() && text.length() <= LONGEST) {
            for (String entry : text.split(";")) {
                gaps.read(entry);
            }
        }
        return gaps;
    }

    private void read(String entry) {
        int eq = entry.indexOf('=');
        if (eq < 0) {
            return;
        }
        try {
            StringBuilder gap = new StringBuilder();
            String codes = entry.substring(eq + 1);
            for (String code : codes.isEmpty() ? new String[0] : codes.split(",")) {
                gap.append((char) Integer.parseInt(code, 16));
            }
            if (gap.toString().isBlank()) {
                before.put(Integer.parseInt(entry.substring(0, eq)), gap.toString());
            }
        } catch (NumberFormatException e) {
            // Written by someone else; the usual gap does.
        }
    }

    /** What stood before a step. */
    String before(int step) {
        return before.getOrDefault(step, UNKNOWN);
    }

    /** Says what stands before a step; the usual gap need not be said. */
    void set(int step, String gap) {
        if (!gap.equals(UNKNOWN)) {
            before.put(step, gap);
        }
    }

    /** As metadata; empty when there is nothing to remember. */
    String text() {
        return before.entrySet().stream()
                .map(e -> e.getKey() + "=" + codes(e.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String codes(String gap) {
        return gap.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(","));
    }
}
