package org.stepwright.assets.samples;

/** One problem and how to answer it. */
interface SampleCase {
    /**
     * @return what is asked
     */
    String problem();

    /**
     * Writes an answer; whenever the pen says that it slips, the answer goes wrong there and is
     * carried on from the wrong value as a real one would be.
     *
     * @param pen takes the steps
     * @return the final result, for comparison with a right answer's
     */
    String answer(Pen pen);
}
