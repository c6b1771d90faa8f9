package org.stepwright.prm.eval;

/**
 * Steps of similar reward, for the reliability diagram.
 *
 * @param from the lowest reward in it
 * @param to the highest reward in it
 * @param meanReward the mean reward
 * @param shareCorrect the share of correct steps, in [0, 1]
 * @param count how many steps, at least 1
 */
public record ReliabilityBin(
        double from, double to, double meanReward, double shareCorrect, int count) {}
