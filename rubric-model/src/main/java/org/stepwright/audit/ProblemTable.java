package org.stepwright.audit;

import org.stepwright.near.IntList;
import org.stepwright.near.NearTexts;

/** The problems of rows: which texts each row has, and which texts are near each other. */
final class ProblemTable {
    private final NearTexts texts = new NearTexts();
    private final IntList textEnds = new IntList();
    private final IntList textsOf = new IntList();
    private NearPairs pairs;

    /** All texts, to add to; those of benchmarks come first and belong to no row. */
    NearTexts texts() {
        return texts;
    }

    /** Adds a text to the row that is being added. */
    void addToRow(int text) {
        textsOf.add(text);
    }

    /** Ends the row that is being added. */
    void endRow() {
        textEnds.add(textsOf.size());
        pairs = null;
    }

    /** The texts of a row's problem, maybe none. */
    int[] textsOf(int row) {
        return textsOf.range(row == 0 ? 0 : textEnds.get(row - 1), textEnds.get(row));
    }

    /** Which of the texts so far are near-equal. */
    NearPairs pairs() {
        if (pairs == null) {
            pairs = new NearPairs(texts);
        }
        return pairs;
    }
}
