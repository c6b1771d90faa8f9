package org.stepwright.assets.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the steps of one answer, asks at every chance for an error whether it is the one, and
 * remembers all chances. Wording and errors draw from two sources of randomness, so that an answer
 * reads the same up to its first error as it would without.
 */
final class Pen {
    /** A place where an answer can go wrong. */
    record Chance(int step, ErrorKind kind) {}

    private final Random words;
    private final Random errors;
    private final int slipAt;
    private final List<String> steps = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();

    /**
     * @param seed of the wording
     * @param slipAt which chance is taken, counted from 0; -1 for none
     */
    Pen(long seed, int slipAt) {
        words = new Random(seed);
        errors = new Random(seed ^ 0x5DEECE66DL);
        this.slipAt = slipAt;
    }

    /**
     * @param kind what could go wrong in the step that is written next
     * @return whether it does
     */
    boolean slips(ErrorKind kind) {
        chances.add(new Chance(steps.size(), kind));
        return chances.size() - 1 == slipAt;
    }

    /** Adds a step in one of several wordings. */
    void say(String... wordings) {
        steps.add(wordings[words.nextInt(wordings.length)]);
    }

    boolean coin() {
        return words.nextBoolean();
    }

    /**
     * @param right the right number, over 0
     * @param unit the smallest difference
     * @return a near number that is over 0 and wrong
     */
    long near(long right, long unit) {
        long[] shifts = {1, 2, 3, 5, 10, 10, 20};
        long shift = unit * shifts[errors.nextInt(shifts.length)];
        return errors.nextBoolean() || right <= shift ? right + shift : right - shift;
    }

    /**
     * @param right a number
     * @param others numbers it can be taken for
     * @return one of the others that is not the right one
     */
    long other(long right, long... others) {
        int start = errors.nextInt(others.length);
        for (int i = 0; i < others.length; i++) {
            long other = others[(start + i) % others.length];
            if (other != right) {
                return other;
            }
        }
        return near(right, 1);
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    List<Chance> chances() {
        return List.copyOf(chances);
    }
}
