package org.stepwright.audit;

import java.util.Arrays;
import org.stepwright.near.IntList;
import org.stepwright.near.NearIndex;
import org.stepwright.near.NearTexts;
import org.stepwright.near.Partition;

/** All pairs of near-equal texts, each text with its neighbours. */
final class NearPairs {
    /** Different texts are never wholly alike, though all of their shingles may be the same. */
    private static final double MOST = 0.99;

    private final int[] lastOf;
    private final IntList neighbours = new IntList();
    private final IntList before = new IntList();
    private final IntList similarities = new IntList();

    NearPairs(NearTexts texts) {
        lastOf = new int[texts.size()];
        Arrays.fill(lastOf, -1);
        NearIndex index = texts.index();
        for (int i = 0; i < lastOf.length; i++) {
            int text = i;
            index.forEarlier(
                    text,
                    other -> true,
                    (other, similarity) -> {
                        put(text, other, similarity);
                        put(other, text, similarity);
                    });
        }
    }

    private void put(int text, int neighbour, double similarity) {
        before.add(lastOf[text]);
        lastOf[text] = neighbours.size();
        neighbours.add(neighbour);
        similarities.add(Float.floatToIntBits((float) Math.min(MOST, similarity)));
    }

    /** Shows a text itself, with 1, and each of its neighbours. */
    void forSelfAndNear(int text, NearIndex.Sink sink) {
        sink.accept(text, 1);
        for (int entry = lastOf[text]; entry >= 0; entry = before.get(entry)) {
            double similarity = Float.intBitsToFloat(similarities.get(entry));
            sink.accept(neighbours.get(entry), similarity);
        }
    }

    /** Joins all near-equal texts. */
    void joinIn(Partition partition) {
        for (int text = 0; text < lastOf.length; text++) {
            int one = text;
            forSelfAndNear(one, (other, similarity) -> partition.join(one, other));
        }
    }
}
