package org.stepwright.app;

import org.stepwright.label.QueueOrder;

/**
 * What a ranking did.
 *
 * @param order the order
 * @param model the name of the model whose scores it goes by; empty if none
 * @param traces how many traces were ranked
 * @param scored how many of them the model has scored
 * @param scoredNow how many of these it scored for this ranking
 * @param slice how many of the traces are of the random slice
 * @param share the slice's share of all problems, in [0, 1]
 */
public record RankReport(
        QueueOrder order,
        String model,
        int traces,
        int scored,
        int scoredNow,
        int slice,
        double share) {}
