package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that a step cites.
 *
 * @param style how it is cited
 * @param text the citation, word for word
 * @param key the number, the author's last name, or the clause; the passage itself for a quotation
 * @param year the year with its letter, if any; empty unless the style is by author
 */
record Citation(Style style, String text, String key, String year) {
    /** How something is cited. */
    enum Style {
        /** A number of a list. */
        NUMBERS,
        /** An author and a year. */
        AUTHOR_YEAR,
        /** A clause, section or article by number. */
        CLAUSES,
        /** A passage between quotation marks. */
        QUOTES
    }

    private static final int MOST = 200;
    private static final int MOST_OF_RANGE = 50;
    private static final int MIN_WORDS = 4;

    private static final Pattern BRACKET =
            Pattern.compile("\\[(\\d{1,3}(?:\\s*[,;–-]\\s*\\d{1,3})*)\\]");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?:\\s*[–-]\\s*(\\d{1,3}))?");
    private static final String SURNAME = "(\\p{Lu}[\\p{L}'’-]+)";
    private static final String OTHERS =
            "(?:\\s+et\\s+al\\.?|(?:,\\s+\\p{Lu}[\\p{L}'’-]+)*,?\\s+(?:and|&)\\s+\\p{Lu}[\\p{L}'’-]+)?";
    private static final String YEAR = "((?:19|20)\\d\\d[a-z]?)";

    /** Between brackets, with or without others in the same brackets. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "[(\\[;]\\s*(?:see\\s+|cf\\.\\s+|e\\.g\\.,?\\s+)?("
                            + SURNAME
                            + OTHERS
                            + ",?\\s+"
                            + YEAR
                            + ")");

    private static final Pattern BESIDE =
            Pattern.compile("\\b(" + SURNAME + OTHERS + "\\s+[(\\[]" + YEAR + "[)\\]])");
    private static final Pattern CLAUSE =
            Pattern.compile(
                    "(?i)(?:§+|\\b(?:section|clause|article|paragraph|art\\.|sec\\.|para\\.))\\s*(\\d{1,4}(?:\\.\\d{1,4}){0,5})");

    /** What a step cites, each once, at most 200 of a style. */
    static List<Citation> of(String text, String style) {
        Set<Citation> found = new LinkedHashSet<>();
        boolean all = style.equals("all");
        if (all || style.equals("numbers")) {
            numbers(text, found);
        }
        if (all || style.equals("author-year")) {
            authors(INSIDE, text, found);
            authors(BESIDE, text, found);
        }
        if (all || style.equals("clauses")) {
            clauses(text, found);
        }
        if (all || style.equals("quotes")) {
            quotes(text, found);
        }
        return List.copyOf(found);
    }

    private static void numbers(String text, Set<Citation> found) {
        Matcher matcher = BRACKET.matcher(text);
        int most = MOST;
        while (most > 0 && matcher.find()) {
            Matcher number = NUMBER.matcher(matcher.group(1));
            while (most > 0 && number.find()) {
                int first = Integer.parseInt(number.group(1));
                int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
                for (int n = first; n <= last && n - first < MOST_OF_RANGE && most > 0; n++) {
                    found.add(new Citation(Style.NUMBERS, matcher.group(), "" + n, ""));
                    most--;
                }
            }
        }
    }

    private static void authors(Pattern pattern, String text, Set<Citation> found) {
        Matcher matcher = pattern.matcher(text);
        for (int most = MOST; most > 0 && matcher.find(); most--) {
            found.add(
                    new Citation(
                            Style.AUTHOR_YEAR,
                            matcher.group(1),
                            matcher.group(2),
                            matcher.group(3)));
        }
    }

    private static void clauses(String text, Set<Citation> found) {
        Matcher matcher = CLAUSE.matcher(text);
        for (int most = MOST; most > 0 && matcher.find(); most--) {
            found.add(new Citation(Style.CLAUSES, matcher.group(), matcher.group(1), ""));
        }
    }

    private static void quotes(String text, Set<Citation> found) {
        for (Passage passage : Passage.of(text, MOST)) {
            String quote = text.substring(passage.start(), passage.end());
            if (quote.strip().split("\\s+").length >= MIN_WORDS) {
                found.add(new Citation(Style.QUOTES, quote, quote, ""));
            }
        }
    }
}
