package org.stepwright.prm.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;

/**
 * What the signals remember of the problem and the steps so far. Linear in the length of each new
 * step, whatever came before. For one thread at a time.
 */
public final class SignalState implements StepFeatures.State {
    private static final Set<String> DOUBT =
            Set.of(
                    "wait",
                    "hmm",
                    "however",
                    "but",
                    "actually",
                    "mistake",
                    "mistakes",
                    "error",
                    "incorrect",
                    "incorrectly",
                    "wrong",
                    "recheck",
                    "reconsider",
                    "reevaluate",
                    "revisit",
                    "contradiction",
                    "contradicts",
                    "confusion",
                    "misunderstanding",
                    "misinterpreted",
                    "oversight",
                    "overlooked",
                    "apologize",
                    "sorry",
                    "correct",
                    "correction",
                    "seems",
                    "appears",
                    "unclear",
                    "instead",
                    "maybe",
                    "perhaps",
                    "might",
                    "sure",
                    "unfortunately",
                    "inconsistent");

    private static final Set<String> ASSUMPTION =
            Set.of(
                    "assume",
                    "assumes",
                    "assumed",
                    "assuming",
                    "assumption",
                    "suppose",
                    "supposing",
                    "presume",
                    "presumably",
                    "probably",
                    "likely",
                    "typically",
                    "usually",
                    "approximately",
                    "approximate",
                    "approx",
                    "about",
                    "roughly",
                    "estimate",
                    "estimated",
                    "around",
                    "guess",
                    "consider",
                    "if");

    private final String problem;
    private final Verifier arithmetic;
    private final BagOfWords problemBag;
    private final BagOfWords sum = new BagOfWords();
    private final Set<String> seenWords = new HashSet<>();
    private final Set<String> seenNumbers = new HashSet<>();
    private final Set<String> unusedNumbers;
    private final int problemNumbers;
    private final Set<Long> seenTriples = new HashSet<>();
    private BagOfWords previous = new BagOfWords();
    private int index;
    private int doubtBefore;
    private boolean failed;

    SignalState(String problem, Verifier arithmetic) {
        this.problem = problem;
        this.arithmetic = arithmetic;
        Words words = new Words(problem);
        problemBag = BagOfWords.of(words);
        remember(words);
        unusedNumbers = new HashSet<>(words.numbers);
        problemNumbers = unusedNumbers.size();
    }

    /**
     * @param step the next step
     * @return the step's signals, one for each of {@link Signals#NAMES}; all finite
     */
    @Override
    public float[] next(Step step) {
        remember(new Words(step.context()));
        Words words = new Words(StepMarker.dropped(step.text()));
        BagOfWords bag = BagOfWords.of(words);
        int doubt = count(words, DOUBT);
        int holding = 0;
        int failing = 0;
        // Only the step itself: equalities of earlier steps were counted when those steps came.
        for (Finding finding : arithmetic.check(new Prefix(problem, null, List.of(step)))) {
            if (finding.holds()) {
                holding++;
            } else {
                failing++;
            }
        }
        failed |= failing > 0;
        unusedNumbers.removeAll(Set.copyOf(words.numbers));
        double perTen = 10.0 / Math.max(1, words.length);
        double[] values = {
            Math.log1p(index),
            Math.log1p(words.length),
            Math.log1p(doubt),
            Math.log1p(doubtBefore),
            Math.log1p(count(words, ASSUMPTION)),
            Math.log1p(holding),
            Math.log1p(failing),
            failed ? 1 : 0,
            Math.log1p(words.numbers.size()),
            Math.log1p(newOnes(words.numbers, seenNumbers)),
            share(newOnes(words.words, seenWords), Set.copyOf(words.words).size()),
            share(unusedNumbers.size(), problemNumbers),
            bag.cosine(problemBag),
            bag.cosine(previous),
            bag.cosine(sum),
            repetition(words.words),
            perTen * words.equalSigns,
            perTen * words.mathCharacters,
            perTen * words.digits / 10,
            step.text().contains("\\boxed") ? 1 : 0,
        };
        remember(words);
        sum.add(bag);
        previous = bag;
        doubtBefore += doubt;
        index++;
        return floats(values);
    }

    private void remember(Words words) {
        seenWords.addAll(words.words);
        seenNumbers.addAll(words.numbers);
    }

    /** Share of the step's triples that a step before had; then remembers the step's own. */
    private double repetition(List<String> words) {
        Set<Long> own = new HashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            long hash = words.get(i).hashCode();
            hash = hash * 1_000_003L + words.get(i + 1).hashCode();
            own.add(hash * 1_000_003L + words.get(i + 2).hashCode());
        }
        long known = own.stream().filter(seenTriples::contains).count();
        seenTriples.addAll(own);
        return share(known, own.size());
    }

    private static long newOnes(List<String> all, Set<String> seen) {
        return all.stream().distinct().filter(one -> !seen.contains(one)).count();
    }

    private static int count(Words words, Set<String> of) {
        int count = 0;
        for (String word : words.words) {
            if (of.contains(word)) {
                count++;
            }
        }
        return count;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
