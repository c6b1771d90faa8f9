package org.stepwright.prm.signal;

/**
 * A hashed bag of words: each word and number adds to one of {@value #SIZE} slots. Cosines between
 * bags stand in for the likeness of texts where no encoder runs. A handful of words that say
 * nothing by themselves are left out, else they alone make any two texts alike.
 */
final class BagOfWords {
    static final int SIZE = 512;

    private static final java.util.Set<String> SILENT =
            java.util.Set.of(
                    "the", "a", "an", "of", "to", "in", "is", "are", "and", "or", "we", "that",
                    "this", "it", "for", "on", "as", "by", "with", "be", "at", "from");

    private final float[] slots = new float[SIZE];
    private double squares;

    static BagOfWords of(Words text) {
        BagOfWords bag = new BagOfWords();
        for (String word : text.words) {
            if (!SILENT.contains(word)) {
                bag.slots[slot(word)]++;
            }
        }
        for (String number : text.numbers) {
            bag.slots[slot(number)]++;
        }
        for (int i = 0; i < SIZE; i++) {
            // The root keeps a word that is said ten times from drowning the others.
            bag.slots[i] = (float) Math.sqrt(bag.slots[i]);
        }
        bag.squares = dot(bag.slots, bag.slots);
        return bag;
    }

    /**
     * Adds another bag, scaled to length 1, so that a long step weighs no more than a short one.
     */
    void add(BagOfWords other) {
        if (other.squares > 0) {
            float scale = (float) (1 / Math.sqrt(other.squares));
            for (int i = 0; i < SIZE; i++) {
                slots[i] += scale * other.slots[i];
            }
            squares = dot(slots, slots);
        }
    }

    /**
     * @return the cosine in [0, 1]; 0 when one of the bags is empty
     */
    double cosine(BagOfWords other) {
        double product = squares * other.squares;
        return product == 0 ? 0 : Math.min(1, dot(slots, other.slots) / Math.sqrt(product));
    }

    private static int slot(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return (hash >>> 16) & (SIZE - 1);
    }

    private static double dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
