package org.stepwright.storage;

import java.util.Objects;
import java.util.Set;

/**
 * How a team works on a workspace.
 *
 * @param overlap how many people are to label each trace, 1 to 100
 * @param blind whether annotators do not see each other's labels before they are done
 * @param goldShare the share of an annotator's traces that are gold ones, in [0, 1]
 * @param repeatShare the share of an annotator's traces that are served once more, in [0, 1]
 * @param repeatAfterDays how many days have to lie between the first time and the second, 0 to
 *     3,650
 * @param sliceShare the share of all problems in the random slice for evaluation, in [0, 1]
 * @param shownSources which kinds of suggestions are shown before a trace is submitted, of {@link
 *     #SOURCES}
 * @param shownAfterSubmit whether all suggestions are shown once it is submitted
 * @param consensus how one label is made of several: MAJORITY or DAWID_SKENE
 * @param screening how many screening traces a new annotator labels first, 0 to 1,000
 */
public record ProjectSettings(
        int overlap,
        boolean blind,
        double goldShare,
        double repeatShare,
        int repeatAfterDays,
        double sliceShare,
        Set<String> shownSources,
        boolean shownAfterSubmit,
        String consensus,
        int screening) {
    /** The kinds of sources of suggestions: what stands before the colon of a source. */
    public static final Set<String> SOURCES = Set.of("verifier", "model", "judge");

    /** The ways to make one label of several. */
    public static final Set<String> CONSENSUS = Set.of("MAJORITY", "DAWID_SKENE");

    /** What holds where nothing was set. */
    public static final ProjectSettings DEFAULTS =
            new ProjectSettings(
                    1, true, 0.05, 0, 14, 0.10, Set.of("verifier"), true, "MAJORITY", 0);

    /**
     * Copies.
     *
     * @throws IllegalArgumentException when a value is out of its range
     */
    public ProjectSettings {
        require(overlap >= 1 && overlap <= 100, "An overlap is 1 to 100.");
        require(goldShare >= 0 && goldShare <= 1, "The share of gold is in [0, 1].");
        require(repeatShare >= 0 && repeatShare <= 1, "The share of repeats is in [0, 1].");
        require(repeatAfterDays >= 0 && repeatAfterDays <= 3650, "Days are 0 to 3650.");
        require(sliceShare >= 0 && sliceShare <= 1, "The share of the slice is in [0, 1].");
        shownSources = Set.copyOf(shownSources);
        require(SOURCES.containsAll(shownSources), "Sources are of " + SOURCES + ".");
        Objects.requireNonNull(consensus, "consensus");
        require(CONSENSUS.contains(consensus), "A consensus is of " + CONSENSUS + ".");
        require(screening >= 0 && screening <= 1000, "Screening traces are 0 to 1000.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * @param newOverlap as in the record
     * @return these settings with another value
     */
    public ProjectSettings withOverlap(int newOverlap) {
        return new ProjectSettings(
                newOverlap,
                blind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newBlind as in the record
     * @return these settings with another value
     */
    public ProjectSettings withBlind(boolean newBlind) {
        return new ProjectSettings(
                overlap,
                newBlind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newGoldShare as in the record
     * @return these settings with another value
     */
    public ProjectSettings withGoldShare(double newGoldShare) {
        return new ProjectSettings(
                overlap,
                blind,
                newGoldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newRepeatShare as in the record
     * @return these settings with another value
     */
    public ProjectSettings withRepeatShare(double newRepeatShare) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                newRepeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newRepeatAfterDays as in the record
     * @return these settings with another value
     */
    public ProjectSettings withRepeatAfterDays(int newRepeatAfterDays) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                repeatShare,
                newRepeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newSliceShare as in the record
     * @return these settings with another value
     */
    public ProjectSettings withSliceShare(double newSliceShare) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                newSliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newShownSources as in the record
     * @return these settings with another value
     */
    public ProjectSettings withShownSources(Set<String> newShownSources) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                newShownSources,
                shownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newShownAfterSubmit as in the record
     * @return these settings with another value
     */
    public ProjectSettings withShownAfterSubmit(boolean newShownAfterSubmit) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                newShownAfterSubmit,
                consensus,
                screening);
    }

    /**
     * @param newConsensus as in the record
     * @return these settings with another value
     */
    public ProjectSettings withConsensus(String newConsensus) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                newConsensus,
                screening);
    }

    /**
     * @param newScreening as in the record
     * @return these settings with another value
     */
    public ProjectSettings withScreening(int newScreening) {
        return new ProjectSettings(
                overlap,
                blind,
                goldShare,
                repeatShare,
                repeatAfterDays,
                sliceShare,
                shownSources,
                shownAfterSubmit,
                consensus,
                newScreening);
    }
}
