package org.stepwright.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/** How work is cut into stretches of time. A trace is never cut. */
@FunctionalInterface
public interface Slicing {
    /**
     * @param at when each trace was labelled, rising
     * @param labels how many labels each of them got
     * @return for each trace the name of its stretch; equal names stand together
     */
    List<String> names(List<Instant> at, List<Integer> labels);

    /**
     * @param zone where a week begins
     * @return weeks (ISO 8601), named as {@code 2026-W48}
     */
    static Slicing weeks(ZoneId zone) {
        return (at, labels) -> at.stream().map(t -> week(t.atZone(zone))).toList();
    }

    private static String week(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * @param size the labels of a stretch, at least 1; one ends with the trace that reaches it
     * @return stretches of about equally many labels, named by number from 1
     */
    static Slicing blocks(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A block has at least one label.");
        }
        return (at, labels) -> {
            String[] names = new String[at.size()];
            int block = 1;
            int filled = 0;
            for (int i = 0; i < names.length; i++) {
                names[i] = String.valueOf(block);
                filled += labels.get(i);
                if (filled >= size) {
                    block++;
                    filled = 0;
                }
            }
            return List.of(names);
        };
    }
}
