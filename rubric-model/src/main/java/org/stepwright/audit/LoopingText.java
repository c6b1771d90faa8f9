package org.stepwright.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * The same words over and over: a run of repeats of up to {@value #LONGEST_UNIT} words, of a few
 * characters, of lines, or text so monotonous that it packs to next to nothing. Numbers, rules of
 * dashes and terms of a formula repeat for good reason and do not count. Linear in the text.
 */
final class LoopingText {
    static final int LONGEST_UNIT = 40;

    private static final int LEAST_CHARACTERS = 60;
    private static final int LEAST_REPEATS = 4;
    private static final int PACKED_FROM = 1500;
    private static final int PACKED_MOST = 1 << 16;
    private static final double PACKED_TO = 0.09;

    private LoopingText() {}

    static Optional<Found> of(Step step) {
        String text = step.text();
        if (text.length() < LEAST_CHARACTERS) {
            return Optional.empty();
        }
        Optional<Found> words = words(text);
        if (words.isPresent()) {
            return words;
        }
        Optional<Found> characters = characters(text);
        if (characters.isPresent()) {
            return characters;
        }
        Optional<Found> lines = lines(text);
        return lines.isPresent() || step.kind() == StepKind.TOOL_CALL ? lines : packed(text);
    }

    /**
     * @param trace a trace
     * @return by step the finding that its text came before, where at least a quarter of the steps
     *     and at least three only repeat one before; calls of tools and lines of programs may
     */
    static Map<Integer, Found> steps(Trace trace) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, Found> found = new HashMap<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            if (step.kind() != StepKind.TOOL_CALL
                    && step.text().length() >= 20
                    && !Code.looksLike(step.text())) {
                int before = seen.merge(step.text(), 1, Integer::sum) - 1;
                if (before > 0) {
                    found.put(i, again(before));
                }
            }
        }
        boolean loop = found.size() >= Math.max(3, (trace.steps().size() + 3) / 4);
        return loop ? found : Map.of();
    }

    private static Found again(int before) {
        return new Found(
                JunkRule.LOOP,
                Math.min(1, 0.6 + 0.1 * before),
                "The step says word for word what "
                        + (before == 1 ? "a step" : before + " steps")
                        + " before it said.");
    }

    private record Word(int from, int to, int hash, boolean letters) {}

    private static Optional<Found> words(String text) {
        List<Word> words = cut(text);
        for (int period = 1; period <= Math.min(LONGEST_UNIT, words.size() / 3); period++) {
            int run = 0;
            for (int i = period; i < words.size(); i++) {
                run = same(text, words.get(i), words.get(i - period)) ? run + 1 : 0;
                boolean ends =
                        i + 1 == words.size()
                                || !same(text, words.get(i + 1), words.get(i + 1 - period));
                if (run > 0 && ends) {
                    Optional<Found> found = run(text, words, i, run, period);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> run(
            String text, List<Word> words, int last, int run, int period) {
        int repeats = run / period + 1;
        Word first = words.get(last - run - period + 1);
        int length = words.get(last).to() - first.from();
        int letters = 0;
        for (int i = last - period + 1; i <= last; i++) {
            letters += words.get(i).letters() ? 1 : 0;
        }
        int needed = letters >= 3 ? LEAST_REPEATS : letters == 2 ? 6 : 10;
        boolean monotone = letters > 0 && 2 * letters >= period;
        if (!monotone || repeats < needed || length < LEAST_CHARACTERS) {
            return Optional.empty();
        }
        String unit = text.substring(words.get(last - period + 1).from(), words.get(last).to());
        return Optional.of(
                new Found(
                        JunkRule.LOOP,
                        Math.min(1, 0.6 + 0.4 * length / text.length()),
                        "The step repeats “"
                                + Found.start(unit)
                                + "” "
                                + repeats
                                + " times in a row."));
    }

    private static List<Word> cut(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int from = at;
            int hash = 0;
            int letters = 0;
            boolean command = false;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                char c = text.charAt(at++);
                hash = 31 * hash + c;
                letters += Character.isLetter(c) ? 1 : 0;
                command |= "\\_^={}$&|<>".indexOf(c) >= 0;
            }
            if (at > from) {
                boolean word = letters >= 2 && 2 * letters > at - from && !command;
                words.add(new Word(from, at, hash, word));
            }
        }
        return words;
    }

    private static boolean same(String text, Word a, Word b) {
        int length = a.to() - a.from();
        return a.hash() == b.hash()
                && length == b.to() - b.from()
                && text.regionMatches(a.from(), text, b.from(), length);
    }

    /** Without spaces: aaaa, hahaha, or a language that writes without them. */
    private static Optional<Found> characters(String text) {
        for (int period = 1; period <= 24; period++) {
            int run = 0;
            for (int i = period; i <= text.length(); i++) {
                if (i < text.length() && text.charAt(i) == text.charAt(i - period)) {
                    run++;
                } else {
                    if (run + period >= LEAST_CHARACTERS
                            && run >= 4 * period
                            && hasLetters(text, i - period, i)) {
                        return Optional.of(
                                new Found(
                                        JunkRule.LOOP,
                                        Math.min(1, 0.6 + 0.4 * run / text.length()),
                                        "The step repeats “"
                                                + Found.start(text.substring(i - period, i))
                                                + "” "
                                                + (run / period + 1)
                                                + " times in a row."));
                    }
                    run = 0;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasLetters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ("\\_^={}$&|+*".indexOf(c) >= 0) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return 2 * letters >= to - from;
    }

    private static Optional<Found> lines(String text) {
        Map<String, Integer> seen = new HashMap<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            String line = text.substring(from, to).strip();
            if (line.length() >= 20 && isProse(line)) {
                int times = seen.merge(line, 1, Integer::sum);
                if (times >= LEAST_REPEATS && times * line.length() * 3 >= text.length()) {
                    return Optional.of(
                            new Found(
                                    JunkRule.LOOP,
                                    0.8,
                                    "The line “"
                                            + Found.start(line)
                                            + "” comes at least "
                                            + LEAST_REPEATS
                                            + " times in the step."));
                }
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    private static boolean isProse(String line) {
        return line.indexOf(' ') > 0 && hasLetters(line, 0, line.length());
    }

    private static Optional<Found> packed(String text) {
        if (text.length() < PACKED_FROM) {
            return Optional.empty();
        }
        String looked = text.substring(0, Math.min(PACKED_MOST, text.length()));
        if (!hasLetterMajority(looked)) {
            return Optional.empty();
        }
        double ratio = ratio(looked);
        return ratio > PACKED_TO
                ? Optional.empty()
                : Optional.of(
                        new Found(
                                JunkRule.LOOP,
                                0.8,
                                "The step says the same again and again: it packs to a "
                                        + (ratio > 0.05 ? "tenth" : "twentieth")
                                        + " of its length."));
    }

    private static boolean hasLetterMajority(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return 2 * letters > text.length();
    }

    /** Packed size by size, both in bytes. */
    static double ratio(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[8192];
            long packed = 0;
            while (!deflater.finished()) {
                packed += deflater.deflate(out);
            }
            return bytes.length == 0 ? 1 : (double) packed / bytes.length;
        } finally {
            deflater.end();
        }
    }
}
