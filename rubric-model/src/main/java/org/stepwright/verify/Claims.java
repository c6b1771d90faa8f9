package org.stepwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stepwright.verify.SideReader.Run;
import org.stepwright.verify.Token.Kind;

/** Finds the equalities between numbers in the tokens of a step. */
final class Claims {
    /**
     * One equality.
     *
     * @param left its left side
     * @param right its right side
     * @param about whether it only claims to be near
     * @param doubtful whether words around it may change what it says
     */
    record Claim(Side left, Side right, boolean about, boolean doubtful) {}

    private static final Set<String> ABOUT =
            Set.of("about", "approximately", "roughly", "around", "nearly", "approx", "almost");

    /** Before a number these words change its meaning. */
    private static final Set<String> CHANGING =
            Set.of(
                    "of",
                    "twice",
                    "double",
                    "triple",
                    "half",
                    "by",
                    "times",
                    "than",
                    "step",
                    "from",
                    "third",
                    "quarter",
                    "divided",
                    "multiplied",
                    "added",
                    "subtracted",
                    "squared",
                    "sqrt",
                    "dozen",
                    "and",
                    "every",
                    "to");

    private final List<Token> tokens;

    private Claims(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Claim> of(List<Token> tokens, int most) {
        Claims claims = new Claims(tokens);
        List<Claim> found = new ArrayList<>();
        List<Run> left = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tokens.size() && found.size() < most; i++) {
            if (i < tokens.size() && !claims.bounds(i)) {
                continue;
            }
            List<Run> runs = claims.runs(from, i);
            if (from > 0 && claims.equalsAt(from - 1)) {
                claims.claim(left, from, runs, found);
            }
            left = i < tokens.size() && claims.equalsAt(i) ? claims.ending(runs, i) : List.of();
            from = i + 1;
        }
        return found;
    }

    private boolean bounds(int i) {
        return tokens.get(i).is(Kind.BREAK) || equalsAt(i);
    }

    private boolean equalsAt(int i) {
        return tokens.get(i).is(Kind.EQUALS) || tokens.get(i).is(Kind.ABOUT);
    }

    /** The last run, if it reaches up to the equals sign. */
    private List<Run> ending(List<Run> runs, int end) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        return last != null && last.side() != null && last.to() == end ? List.of(last) : List.of();
    }

    private void claim(List<Run> left, int from, List<Run> runs, List<Claim> found) {
        int start = from;
        boolean about = tokens.get(from - 1).is(Kind.ABOUT);
        while (start < tokens.size()
                && tokens.get(start).is(Kind.WORD)
                && ABOUT.contains(tokens.get(start).text())) {
            about = true;
            start++;
        }
        if (left.isEmpty() || runs.isEmpty()) {
            return;
        }
        Run before = left.get(0);
        Run after = runs.get(0);
        if (after.from() != start || after.side() == null || !decidable(before, after)) {
            return;
        }
        boolean doubtful = changed(before.from()) || asks(after.to()) || goesOn(runs);
        found.add(new Claim(before.side(), after.side(), about, doubtful));
    }

    /** Another number right behind the right side, as in "5 hours 30", may belong to it. */
    private boolean goesOn(List<Run> runs) {
        if (runs.size() < 2 || runs.get(0).to() != runs.get(1).from()) {
            return false;
        }
        int end = runs.get(1).to();
        return end >= tokens.size() || !equalsAt(end);
    }

    /** Two bare numbers are a conversion or a name, not a calculation. */
    private boolean decidable(Run before, Run after) {
        if (!before.side().bare()) {
            return true;
        }
        boolean whole = before.from() == 0 || bounds(before.from() - 1);
        return whole && before.side().units().isEmpty() && !after.side().bare();
    }

    private boolean changed(int from) {
        return from > 0
                && tokens.get(from - 1).is(Kind.WORD)
                && CHANGING.contains(tokens.get(from - 1).text());
    }

    private boolean asks(int to) {
        return to < tokens.size() && tokens.get(to).is(Kind.BREAK, "?");
    }

    private List<Run> runs(int from, int to) {
        List<Run> runs = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (!startsRun(i, from)) {
                i++;
                continue;
            }
            Run run = SideReader.read(tokens, i, to);
            if (run.side() == null && tokens.get(i).is(Kind.OPEN)) {
                i++;
                continue;
            }
            boolean clear = run.side() != null && !touched(i, run.to(), from, to);
            runs.add(clear ? run : new Run(run.from(), run.to(), null));
            i = run.to();
        }
        return runs;
    }

    private boolean startsRun(int i, int from) {
        Token token = tokens.get(i);
        boolean minus =
                token.is(Kind.OPERATOR, "-")
                        && i == from
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).is(Kind.NUMBER)
                        && token.end() == tokens.get(i + 1).start();
        return token.is(Kind.NUMBER) || token.is(Kind.OPEN) || minus;
    }

    /** Whether something that is not understood stands right before or behind. */
    private boolean touched(int start, int end, int from, int to) {
        if (start > from) {
            Token before = tokens.get(start - 1);
            boolean open = before.is(Kind.OPEN) && !closedWithin(end, to);
            if (!before.is(Kind.WORD) && !open) {
                return true;
            }
        }
        if (end >= to) {
            return false;
        }
        Token behind = tokens.get(end);
        boolean words = tokens.get(end - 1).is(Kind.WORD) || tokens.get(end - 1).is(Kind.CLOSE);
        return switch (behind.kind()) {
            case WORD -> false;
            case CLOSE -> false;
            case NUMBER, OPEN -> !words;
            default -> true;
        };
    }

    private boolean closedWithin(int from, int to) {
        return from < to && tokens.get(from).is(Kind.CLOSE);
    }
}
