package org.stepwright.storage;

import java.util.List;

/**
 * What carrying labels over would do.
 *
 * @param labels labels under the older version
 * @param kept ratings carried over as they are
 * @param renamed ratings carried over under another id
 * @param mapped ratings carried over by a table of values
 * @param dropped ratings that are not carried over
 * @param stepsToRevisit labels of steps that an annotator is asked to look at again
 * @param toRate criteria to rate in these labels, all together
 * @param uses what each move does, in the order of the plan
 * @param examples the first labels that are touched, 200 at most
 */
public record MigrationPreview(
        long labels,
        long kept,
        long renamed,
        long mapped,
        long dropped,
        long stepsToRevisit,
        long toRate,
        List<MoveUse> uses,
        List<TouchedLabel> examples) {
    /** Copies. */
    public MigrationPreview {
        uses = List.copyOf(uses);
        examples = List.copyOf(examples);
    }
}
