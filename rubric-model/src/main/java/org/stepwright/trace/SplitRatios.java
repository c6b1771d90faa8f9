package org.stepwright.trace;

import org.stepwright.work.WorkFailed;

/**
 * The sizes of a split's parts.
 *
 * @param train the share of problems for training, above 0
 * @param validation the share for validation, at least 0
 * @param test the share for testing, at least 0; the three sum to 1
 */
public record SplitRatios(double train, double validation, double test) {
    /** 80 % training, 10 % validation, 10 % test. */
    public static final SplitRatios DEFAULT = new SplitRatios(0.8, 0.1, 0.1);

    /** Validates. */
    public SplitRatios {
        if (!(train > 0 && validation >= 0 && test >= 0)
                || !(Math.abs(train + validation + test - 1) <= 1e-9)) {
            throw new IllegalArgumentException(
                    "The shares of a split are at least 0, training is above 0, and they sum to"
                            + " 1.");
        }
    }

    /**
     * @param text such as {@code 80/10/10}; any three numbers, read as proportions
     * @return the ratios
     * @throws WorkFailed when the text is no such thing
     */
    public static SplitRatios parse(String text) {
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 3) {
                double train = Double.parseDouble(parts[0].strip());
                double validation = Double.parseDouble(parts[1].strip());
                double test = Double.parseDouble(parts[2].strip());
                double sum = train + validation + test;
                return new SplitRatios(train / sum, validation / sum, test / sum);
            }
        } catch (IllegalArgumentException e) {
            // said below, with what would be right
        }
        throw new WorkFailed(
                "The split \""
                        + text
                        + "\" is not three proportions for training, validation and test; write for"
                        + " example 80/10/10.");
    }
}
