package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts that a step names, each once, at most 200 of a kind.
 *
 * @param text the step
 * @param numbers its numbers, without small ones, step numbers and those that it derives
 * @param dates its dates
 * @param ids its tokens of letters and digits
 * @param quotes the words it quotes
 */
record FactsInStep(
        String text,
        List<Figure> numbers,
        List<Dated> dates,
        List<String> ids,
        List<String> quotes) {
    private static final int MOST = 200;
    private static final int MOST_READ = 5_000;
    private static final int MIN_ID = 4;
    private static final int MAX_ID = 100;
    private static final BigDecimal SMALL = BigDecimal.TEN;

    /** How far before an equals sign a calculation may start. */
    private static final int MAX_LEFT = 200;

    private static final Pattern ID =
            Pattern.compile("#?\\b[A-Za-z0-9](?:[A-Za-z0-9_]|-[A-Za-z0-9])+\\b");

    /** Letters with an index, numbers with a unit or an ordinal's end, words with a number. */
    private static final Pattern NO_ID =
            Pattern.compile(
                    "[a-zA-Z]_?\\d{1,2}|\\d+[a-z]{1,6}|[\\d_-]+|[A-Za-z_-]+|\\d+-[a-z]+(?:-[a-z]+)*|[A-Za-z][a-z]+-\\d{1,4}");

    private static final Pattern STEP_NUMBER =
            Pattern.compile(
                    "(?i)(?:(?:^|\\n)[\\s#*>-]*|\\b(?:step|part|option|item|no\\.?)\\s+#?)$");

    static FactsInStep of(String text, List<String> kinds) {
        List<Dated> dates = Dated.of(text, MOST);
        BitSet taken = new BitSet();
        dates.forEach(date -> taken.set(date.start(), date.end()));
        List<String> ids = ids(text, taken);
        List<String> quotes = new ArrayList<>();
        if (kinds.contains("quotes")) {
            for (Passage passage : Passage.of(text, MOST)) {
                quotes.add(text.substring(passage.start(), passage.end()));
            }
        }
        return new FactsInStep(
                text,
                kinds.contains("numbers") ? numbers(text, taken) : List.of(),
                kinds.contains("dates") ? dates : List.of(),
                kinds.contains("ids") ? ids : List.of(),
                quotes.stream().distinct().toList());
    }

    boolean isEmpty() {
        return numbers.isEmpty() && dates.isEmpty() && ids.isEmpty() && quotes.isEmpty();
    }

    /** The ids, each once; adds where they stand to the places that are taken. */
    private static List<String> ids(String text, BitSet taken) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = ID.matcher(text);
        while (ids.size() < MOST && matcher.find()) {
            String found = matcher.group();
            String id = found.startsWith("#") ? found.substring(1) : found;
            boolean command = matcher.start() > 0 && text.charAt(matcher.start() - 1) == '\\';
            if (!command && isId(id)) {
                ids.add(id);
                taken.set(matcher.start(), matcher.end());
            }
        }
        return List.copyOf(ids);
    }

    private static boolean isId(String token) {
        return token.length() >= MIN_ID
                && token.length() <= MAX_ID
                && !NO_ID.matcher(token).matches()
                && Dated.of(token, 1).isEmpty();
    }

    private static List<Figure> numbers(String text, BitSet taken) {
        List<Figure> all = Figure.of(text, taken::get, MOST_READ);
        Set<BigDecimal> seen = new HashSet<>(derived(text, all));
        List<Figure> numbers = new ArrayList<>();
        for (Figure figure : all) {
            boolean fact = !small(text, figure) && !numbersAStep(text, figure);
            if (fact && numbers.size() < MOST && seen.add(figure.value().stripTrailingZeros())) {
                numbers.add(figure);
            }
        }
        return numbers;
    }

    private static boolean small(String text, Figure figure) {
        return figure.value().stripTrailingZeros().scale() <= 0
                && figure.value().compareTo(SMALL) <= 0
                && !figure.measured(text);
    }

    private static boolean numbersAStep(String text, Figure figure) {
        int behind = figure.end();
        boolean marked = behind < text.length() && ".):".indexOf(text.charAt(behind)) >= 0;
        String before = text.substring(Math.max(0, figure.start() - 20), figure.start());
        Matcher matcher = STEP_NUMBER.matcher(before);
        return matcher.find()
                && (marked
                        || !matcher.group().isBlank()
                                && Character.isLetter(matcher.group().strip().charAt(0)));
    }

    /** The values behind an equals sign that has a number before it, without trailing zeros. */
    static Set<BigDecimal> derived(String text, List<Figure> figures) {
        Set<BigDecimal> derived = new HashSet<>();
        int before = -1;
        for (Figure figure : figures) {
            int sign = sign(text, figure.start());
            boolean near = before >= 0 && sign - before <= MAX_LEFT;
            if (sign >= 0 && near && oneCalculation(text.substring(before, sign))) {
                derived.add(figure.value().stripTrailingZeros());
            }
            before = figure.end();
        }
        return derived;
    }

    private static boolean oneCalculation(String between) {
        return !between.contains(". ") && !between.contains("\n\n") && !between.contains(";");
    }

    /** Where the equals sign right before a number stands; -1 if there is none. */
    private static int sign(String text, int start) {
        int at = start - 1;
        int last = Math.max(0, start - 20);
        while (at >= last && " \t$€£¥\\({[*&~-−".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        if (at >= last && "=≈".indexOf(text.charAt(at)) >= 0) {
            return at;
        }
        boolean about = at >= 6 && text.startsWith("\\approx", at - 6);
        return about ? at - 6 : -1;
    }
}
