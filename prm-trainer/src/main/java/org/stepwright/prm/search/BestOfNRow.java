package org.stepwright.prm.search;

/**
 * Shares of problems answered right, in [0, 1], by ways of picking among N answers.
 *
 * @param n how many answers a problem
 * @param problems how many problems
 * @param first the first answer
 * @param majority the most frequent answer
 * @param weightedMajority the answer with the highest sum of scores; NaN when a score is under 0
 * @param best the answer with the highest score
 * @param oracle any right answer among the N
 */
public record BestOfNRow(
        int n,
        int problems,
        double first,
        double majority,
        double weightedMajority,
        double best,
        double oracle) {}
