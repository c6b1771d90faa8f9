package org.stepwright.prm.train;

import java.util.Map;
import org.stepwright.work.Progress;

/** Fits a head: from rows of numbers to the logit of the reward. Deterministic. */
interface Learner {
    /**
     * @return its name, as manifests give it
     */
    String name();

    /**
     * @return its settings by name, for the manifest
     */
    Map<String, String> parameters();

    /**
     * @param design what to learn from, both classes present
     * @param seed seed of whatever is random
     * @param progress told about finished rounds; asked for cancel between rounds
     * @return the fitted head
     * @throws LearnerMissing when its native library does not load here
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    Head fit(Design design, long seed, Progress progress);

    /** A fitted head: adds itself to a graph. */
    interface Head {
        /**
         * @param graph a graph whose input is {@code features}
         * @param prefix what the names of its nodes begin with
         * @return name of the value that holds the logit, [n, 1]
         */
        String addTo(OnnxGraph graph, String prefix);
    }

    /** The learner's native library does not load on this system. */
    final class LearnerMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LearnerMissing(Throwable cause) {
            super("The learner's native library does not load.", cause);
        }
    }
}
