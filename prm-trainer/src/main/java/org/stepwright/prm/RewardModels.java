package org.stepwright.prm;

import java.nio.file.Path;

/** Opens reward models from their bundles. */
public final class RewardModels {
    private RewardModels() {}

    /**
     * @param bundle a bundle's file
     * @return the model, ready for use by many threads; the caller closes it
     * @throws org.stepwright.work.WorkFailed when the file is missing, is no bundle, was changed,
     *     or asks for a recipe or an encoder that is not here
     */
    public static RewardModel open(Path bundle) {
        return open(ModelBundle.read(bundle));
    }

    /**
     * @param bundle a bundle in memory
     * @return the model, ready for use by many threads; the caller closes it
     * @throws org.stepwright.work.WorkFailed when it asks for a recipe or an encoder that is not
     *     here, or its graph does not load
     */
    public static RewardModel open(ModelBundle bundle) {
        throw new UnsupportedOperationException();
    }
}
