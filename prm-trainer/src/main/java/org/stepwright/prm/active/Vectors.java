package org.stepwright.prm.active;

import java.util.List;
import org.stepwright.work.Progress;

/** Gives traces a place by which near and far can be told. */
public interface Vectors {
    /**
     * @param traceIds traces
     * @param progress told how far it is; asked for cancel
     * @return one vector a trace, all of one length, in the same order
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    float[][] of(List<String> traceIds, Progress progress);
}
