package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A date in a text: {@code 2024-05-20}, {@code 20 May 2024}, {@code May 20th}, {@code 05/20/2024},
 * {@code 20.05.2024}. Two numbers that may both be a month keep both readings.
 *
 * @param start where it starts
 * @param end where it ends
 * @param year its year; 0 when it is not given
 * @param month its month, 1 to 12
 * @param day its day
 * @param unclear whether month and day may be the other way round
 * @param time the time behind an ISO date, or null
 */
record Dated(int start, int end, int year, int month, int day, boolean unclear, LocalTime time) {
    private static final String MONTH =
            "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern DATE =
            Pattern.compile(
                    "\\b(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?)?\\b"
                            + "|\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
                            + MONTH
                            + "(?:,? (\\d{4})\\b)?"
                            + "|\\b"
                            + MONTH
                            + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?"
                            + "|\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\b");
    private static final int LEAP_YEAR = 2000;

    /**
     * @param text any text; the caller bounds it
     * @param most the most that are read
     * @return the dates in order
     */
    static List<Dated> of(String text, int most) {
        List<Dated> dates = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (dates.size() < most && matcher.find()) {
            read(matcher).ifPresent(dates::add);
        }
        return dates;
    }

    private static Optional<Dated> read(Matcher m) {
        if (m.group(1) != null) {
            return date(m, number(m, 1), number(m, 2), number(m, 3), time(m));
        }
        if (m.group(7) != null) {
            return date(m, number(m, 9), month(m.group(8)), number(m, 7), null);
        }
        if (m.group(10) != null) {
            return date(m, number(m, 12), month(m.group(10)), number(m, 11), null);
        }
        int first = number(m, 13);
        int second = number(m, 14);
        boolean dayFirst = first > 12 || m.group().indexOf('.') > 0;
        return dayFirst
                ? date(m, number(m, 15), second, first, null)
                : date(m, number(m, 15), first, second, null);
    }

    private static Optional<Dated> date(Matcher m, int year, int month, int day, LocalTime time) {
        try {
            LocalDate.of(year == 0 ? LEAP_YEAR : year, month, day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        boolean unclear = m.group().indexOf('/') > 0 && month <= 12 && day <= 12 && month != day;
        return Optional.of(new Dated(m.start(), m.end(), year, month, day, unclear, time));
    }

    private static LocalTime time(Matcher m) {
        int hour = number(m, 4);
        int minute = number(m, 5);
        boolean given = m.group(4) != null && hour < 24 && minute < 60 && number(m, 6) < 60;
        return given ? LocalTime.of(hour, minute, number(m, 6)) : null;
    }

    private static int number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static int month(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(start) / 3 + 1;
    }

    /** Whether both may be the same day. */
    boolean sameDay(Dated other) {
        boolean years = year == 0 || other.year == 0 || year == other.year;
        boolean plain = month == other.month && day == other.day;
        boolean swapped = (unclear || other.unclear) && month == other.day && day == other.month;
        return years && (plain || swapped);
    }

    /** The order of two dates; empty when a year is missing or one of them is unclear. */
    Optional<Integer> compare(Dated other) {
        if (year == 0 || other.year == 0 || unclear || other.unclear) {
            return Optional.empty();
        }
        int days =
                LocalDate.of(year, month, day)
                        .compareTo(LocalDate.of(other.year, other.month, other.day));
        return Optional.of(
                days != 0 || time == null || other.time == null
                        ? days
                        : time.compareTo(other.time));
    }
}
