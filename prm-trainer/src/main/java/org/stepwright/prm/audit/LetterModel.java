package org.stepwright.prm.audit;

import java.util.List;

/**
 * How expected the letters of a text are: the chance of each character after the two before it, as
 * counted in other texts. Counts sit in a table of fixed size by hash, so rare sequences may share
 * a place; characters are folded to some hundred classes, so that digits or rare signs do not
 * surprise by being rare.
 */
final class LetterModel {
    private static final int SLOTS = 1 << 18;
    private static final int CLASSES = 128;
    private static final int MOST_READ = 4000;

    private final int[] triples = new int[SLOTS];
    private final int[] pairs = new int[SLOTS];

    /**
     * @param texts what is usual
     */
    LetterModel(List<String> texts) {
        for (String text : texts) {
            int a = 0;
            int b = 0;
            int n = Math.min(MOST_READ, text.length());
            for (int i = 0; i < n; i++) {
                int c = folded(text.charAt(i));
                triples[slot(a, b, c)]++;
                pairs[slot(a, b, CLASSES)]++;
                a = b;
                b = c;
            }
        }
    }

    /**
     * @param text any text
     * @return bits a character: the mean over the text, then the highest mean over any 24
     *     characters in a row, then the lowest; 0 of nothing
     */
    double[] surprise(String text) {
        int n = Math.min(MOST_READ, text.length());
        double[] bits = new double[n];
        double sum = 0;
        int a = 0;
        int b = 0;
        for (int i = 0; i < n; i++) {
            int c = folded(text.charAt(i));
            double chance =
                    (triples[slot(a, b, c)] + 0.05) / (pairs[slot(a, b, CLASSES)] + 0.05 * CLASSES);
            bits[i] = -Math.log(Math.min(1, chance)) / Math.log(2);
            sum += bits[i];
            a = b;
            b = c;
        }
        if (n == 0) {
            return new double[3];
        }
        int window = Math.min(24, n);
        double run = 0;
        double most = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            run += bits[i] - (i >= window ? bits[i - window] : 0);
            if (i >= window - 1) {
                most = Math.max(most, run / window);
                least = Math.min(least, run / window);
            }
        }
        return new double[] {sum / n, most, least};
    }

    private static int folded(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 'a';
        }
        if (c >= '0' && c <= '9') {
            return '0';
        }
        if (c < 0x80) {
            return c < ' ' ? ' ' : c;
        }
        // one class for each block of other scripts and signs, folded into the low ones
        return (c >>> 8) % 31;
    }

    private static int slot(int a, int b, int c) {
        int h = (a * 131 + b) * 131 + c;
        h *= 0x9E3779B9;
        return h >>> 14;
    }
}
