package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A date or a total in a step.
 *
 * @param start where it starts
 * @param end where it ends
 * @param shown how the step writes it
 * @param date the date, or null
 * @param total the total, or null
 */
record Ordered(int start, int end, String shown, Dated date, BigDecimal total) {
    /** How far behind its label a total may stand. */
    private static final int MAX_GAP = 60;

    /** How far a calculation behind a label may reach. */
    private static final int MAX_CALCULATION = 300;

    private static final String ENDS = "\n;!?";

    /** The dates whose place in time is clear. */
    static List<Ordered> dates(String text, int most) {
        List<Ordered> found = new ArrayList<>();
        for (Dated date : Dated.of(text, most)) {
            if (date.year() > 0 && !date.unclear()) {
                String shown = text.substring(date.start(), date.end());
                found.add(new Ordered(date.start(), date.end(), shown, date, null));
            }
        }
        return found;
    }

    /** The number behind each label; where a calculation follows, its result. */
    static List<Ordered> totals(String text, Pattern label, int most) {
        List<Ordered> found = new ArrayList<>();
        Matcher matcher = label.matcher(text);
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        while (starts.size() <= most && matcher.find()) {
            starts.add(matcher.start());
            ends.add(matcher.end());
        }
        for (int i = 0; i < Math.min(most, starts.size()); i++) {
            int next = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            total(text, ends.get(i), next).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Ordered> total(String text, int from, int next) {
        int end = from;
        int last = Math.min(next, from + MAX_CALCULATION);
        while (end < last && ENDS.indexOf(text.charAt(end)) < 0 && !fullStop(text, end)) {
            end++;
        }
        String sentence = text.substring(from, end);
        List<Figure> figures = Figure.of(sentence, at -> false, 50);
        if (figures.isEmpty() || figures.get(0).start() > MAX_GAP) {
            return Optional.empty();
        }
        Figure figure = figures.get(0);
        int equals = sentence.lastIndexOf('=');
        for (Figure later : figures) {
            boolean result = equals > figure.start() && later.start() > equals;
            figure = result && figure.start() < equals ? later : figure;
        }
        boolean minus =
                figure.start() > 0 && "-−".indexOf(sentence.charAt(figure.start() - 1)) >= 0;
        int start = from + figure.start() - (minus ? 1 : 0);
        int stop = from + figure.end();
        BigDecimal value = minus ? figure.value().negate() : figure.value();
        return Optional.of(new Ordered(start, stop, text.substring(start, stop), null, value));
    }

    private static boolean fullStop(String text, int at) {
        boolean last = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return text.charAt(at) == '.' && last;
    }

    /** Negative when this comes before the other; empty when that is not clear. */
    Optional<Integer> compare(Ordered other) {
        return total == null ? date.compare(other.date) : Optional.of(total.compareTo(other.total));
    }
}
