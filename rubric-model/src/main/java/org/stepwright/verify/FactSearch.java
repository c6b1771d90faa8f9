package org.stepwright.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwright.trace.Step;

/**
 * Looks for the facts of a step in a source.
 *
 * @param source what facts may be taken from
 * @param prefix the problem and the steps so far
 */
record FactSearch(String source, Prefix prefix) {
    private static final int MOST = 100_000;

    /** Characters of earlier steps that are looked through for calculations. */
    private static final int MAX_BACK = 200_000;

    /** Places of a day's number that are looked at, and how far around each. */
    private static final int MAX_PLACES = 5_000;

    private static final int AROUND = 30;

    private static final int MIN_ID_DIGITS = 4;
    private static final String PUNCTUATION = ".,;:!?";

    List<Finding> check(FactsInStep facts) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.numbers().isEmpty()) {
            numbers(facts, findings);
        }
        if (!facts.dates().isEmpty()) {
            dates(facts, findings);
        }
        for (String id : facts.ids()) {
            findings.add(finding(Words.contains(source, id), id));
        }
        if (!facts.quotes().isEmpty()) {
            String plain = Passage.plain(source);
            for (String quote : facts.quotes()) {
                findings.add(finding(quoted(plain, quote), quote));
            }
        }
        return findings;
    }

    private void numbers(FactsInStep facts, List<Finding> findings) {
        Set<BigDecimal> known = new HashSet<>();
        for (Figure figure : Figure.of(source, at -> false, MOST)) {
            known.add(figure.value().stripTrailingZeros());
        }
        boolean all =
                facts.numbers().stream()
                        .allMatch(f -> known.contains(f.value().stripTrailingZeros()));
        if (!all && !addDerived(known)) {
            return;
        }
        for (Figure figure : facts.numbers()) {
            String shown = facts.text().substring(figure.start(), figure.end());
            boolean holds = known.contains(figure.value().stripTrailingZeros()) || endsAnId(shown);
            findings.add(finding(holds, shown));
        }
    }

    /** "Certificate 7504069" may be certificate_7504069. */
    private boolean endsAnId(String digits) {
        int at = digits.length() < MIN_ID_DIGITS ? -1 : source.indexOf(digits);
        while (at >= 0) {
            int end = at + digits.length();
            boolean joined = at > 0 && "_-".indexOf(source.charAt(at - 1)) >= 0;
            boolean ends = end == source.length() || !digit(end);
            if (joined && ends) {
                return true;
            }
            at = source.indexOf(digits, end);
        }
        return false;
    }

    /** Adds what earlier steps worked out; false when there is too much to look through. */
    private boolean addDerived(Set<BigDecimal> known) {
        List<Step> steps = prefix.steps();
        int left = MAX_BACK;
        for (int i = steps.size() - 2; i >= 0; i--) {
            String text = steps.get(i).text();
            left -= text.length();
            if (left < 0) {
                return false;
            }
            if (text.indexOf('=') >= 0 || text.indexOf('≈') >= 0 || text.contains("\\approx")) {
                known.addAll(FactsInStep.derived(text, Figure.of(text, at -> false, MOST)));
            }
        }
        return true;
    }

    private void dates(FactsInStep facts, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (Dated date : facts.dates()) {
            String shown = facts.text().substring(date.start(), date.end());
            if (seen.add(shown)) {
                boolean literal = Words.contains(source, shown);
                Boolean holds = literal ? Boolean.TRUE : near(date);
                if (holds != null) {
                    findings.add(finding(holds, shown));
                }
            }
        }
    }

    /** Reads dates only around the day's number; null when there are too many such places. */
    private Boolean near(Dated date) {
        String day = "" + date.day();
        int at = source.indexOf(day);
        for (int i = 0; at >= 0; i++) {
            if (i == MAX_PLACES) {
                return null;
            }
            int from = Math.max(0, at - AROUND);
            int end = Math.min(source.length(), at + AROUND);
            boolean starts = at == 0 || !digit(at - 1) || source.charAt(at - 1) == '0';
            boolean ends = at + day.length() == source.length() || !digit(at + day.length());
            if (starts
                    && ends
                    && Dated.of(source.substring(from, end), AROUND).stream()
                            .anyMatch(date::sameDay)) {
                return true;
            }
            at = source.indexOf(day, at + 1);
        }
        return false;
    }

    private boolean digit(int at) {
        return Character.isDigit(source.charAt(at));
    }

    /** A closing comma or full stop may belong to the sentence around a quotation. */
    static boolean quoted(String plainSource, String quote) {
        String plain = Passage.plain(quote).strip();
        int end = plain.length();
        while (end > 0 && PUNCTUATION.indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 || Words.indexOf(plainSource, plain.substring(0, end), 0) >= 0;
    }

    private static Finding finding(boolean holds, String fact) {
        String shown = Options.shown(fact);
        String message =
                holds ? shown + " occurs in the source." : shown + " does not occur in the source.";
        return new Finding(holds, fact, message);
    }
}
