package org.stepwright.prm.audit;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;

/**
 * The numbers that a text is judged by: hashed sequences of one to three characters, and what its
 * characters and words look like beside texts of the same workspace. One linear scan of at most
 * {@value #MOST_READ} characters.
 */
final class TextFeatures {
    static final int HASHED = 256;
    static final int PLAIN = 28;
    static final int WIDTH = HASHED + PLAIN;

    private static final int MOST_READ = 4000;
    private static final int WORD_SLOTS = 1 << 18;

    private final LetterModel letters;
    private final double usualBits;
    private final boolean[] known = new boolean[WORD_SLOTS];

    /**
     * @param usual texts of the workspace
     */
    TextFeatures(List<String> usual) {
        letters = new LetterModel(usual);
        int[] seen = new int[WORD_SLOTS];
        for (String text : usual) {
            for (String word : words(cut(text))) {
                seen[slot(word)]++;
            }
        }
        for (int i = 0; i < WORD_SLOTS; i++) {
            known[i] = seen[i] >= 2;
        }
        usualBits =
                usual.stream().mapToDouble(t -> letters.surprise(cut(t))[0]).average().orElse(0);
    }

    float[] of(String whole) {
        String text = cut(whole);
        float[] row = new float[WIDTH];
        hashed(text, row);
        double[] plain = plain(text);
        for (int i = 0; i < PLAIN; i++) {
            row[i] = (float) plain[i];
        }
        return row;
    }

    private static String cut(String text) {
        return text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
    }

    /** Roots of counts, to length 1, so that a long text weighs no more than a short one. */
    private static void hashed(String text, float[] row) {
        int before = ' ';
        int last = ' ';
        for (int i = 0; i < text.length(); i++) {
            int c = Character.toLowerCase(text.charAt(i));
            c = c >= '0' && c <= '9' ? '0' : c;
            row[PLAIN + bucket(c)]++;
            row[PLAIN + bucket(last * 31 + c + 7_001)]++;
            row[PLAIN + bucket((before * 31 + last) * 31 + c + 900_001)]++;
            before = last;
            last = c;
        }
        double squares = 0;
        for (int i = 0; i < HASHED; i++) {
            squares += row[PLAIN + i];
            row[PLAIN + i] = (float) Math.sqrt(row[PLAIN + i]);
        }
        for (int i = 0; i < HASHED && squares > 0; i++) {
            row[PLAIN + i] /= (float) Math.sqrt(squares);
        }
    }

    private static int bucket(int code) {
        int h = code * 0x9E3779B9;
        return (h ^ h >>> 15) >>> 7 & HASHED - 1;
    }

    private double[] plain(String text) {
        int n = Math.max(1, text.length());
        int alphabetic = 0;
        int digits = 0;
        int upper = 0;
        int spaces = 0;
        int foreign = 0;
        int run = 1;
        int longestRun = 1;
        int changes = 0;
        Set<Character> distinct = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            alphabetic += Character.isLetter(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            upper += Character.isUpperCase(c) ? 1 : 0;
            spaces += Character.isWhitespace(c) ? 1 : 0;
            foreign += c >= 0x80 ? 1 : 0;
            run = i > 0 && c == text.charAt(i - 1) ? run + 1 : 1;
            longestRun = Math.max(longestRun, run);
            // from small to capital inside a word
            changes +=
                    i > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1))
                            ? 1
                            : 0;
            distinct.add(c);
        }
        List<String> words = words(text);
        int unknown = 0;
        int longest = 0;
        int sum = 0;
        Set<String> different = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        String before = "";
        for (String word : words) {
            unknown += known[slot(word)] ? 0 : 1;
            longest = Math.max(longest, word.length());
            sum += word.length();
            different.add(word);
            pairs.add(before + ' ' + word);
            before = word;
        }
        int w = Math.max(1, words.size());
        double[] bits = letters.surprise(text);
        double ratio = ratio(text);
        return new double[] {
            Math.log1p(text.length()),
            (double) alphabetic / n,
            (double) digits / n,
            (double) upper / n,
            (double) spaces / n,
            (double) foreign / n,
            Math.log1p(longestRun),
            (double) changes / n,
            Math.log1p(distinct.size()),
            (double) unknown / w,
            Math.log1p(unknown),
            Math.log1p(longest),
            (double) sum / w,
            (double) different.size() / w,
            (double) pairs.size() / w,
            bits[0],
            bits[1],
            bits[2],
            ratio,
            // repetition shows in long texts only
            ratio * Math.log1p(text.length()),
            // bends, as a linear fit cannot take both ends of a scale for odd
            Math.max(0, bits[0] - usualBits),
            Math.max(0, usualBits - bits[0]),
            bits[0] * bits[0],
            bits[1] * bits[1],
            (double) unknown / w * unknown / w,
            (double) Math.max(0, different.size() - 1) / w * Math.log1p(w),
            (double) pairs.size() / w * Math.log1p(w),
            Math.max(0, 0.3 - ratio),
        };
    }

    /** Runs of letters in lower case. */
    private static List<String> words(String text) {
        List<String> words = new java.util.ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                word.append(Character.toLowerCase(c));
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static int slot(String word) {
        int h = word.hashCode() * 0x9E3779B9;
        return h >>> 14;
    }

    private static double ratio(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[4096];
            int packed = 0;
            while (!deflater.finished()) {
                packed += deflater.deflate(out);
            }
            return bytes.length == 0 ? 1 : (double) packed / bytes.length;
        } finally {
            deflater.end();
        }
    }
}
