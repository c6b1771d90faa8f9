package org.stepwright.prm.live;

import java.util.Objects;

/** Opens connections. Safe for use by many threads. */
public final class LiveModels {
    private final Secrets secrets;

    /**
     * @param secrets where keys are
     */
    public LiveModels(Secrets secrets) {
        this.secrets = Objects.requireNonNull(secrets, "secrets");
    }

    /**
     * Opens a connection; sends nothing yet.
     *
     * @param c how to reach the model
     * @return the model
     * @throws org.stepwright.work.WorkFailed when the key is missing, or a recording cannot be read
     */
    public LiveModel open(Connection c) {
        throw new UnsupportedOperationException(c.name() + secrets);
    }

    /**
     * Asks the model for a word. Blocks up to the connection's time-out.
     *
     * @param c how to reach the model
     * @return one short sentence with the latency
     * @throws org.stepwright.work.WorkFailed when it did not answer, with the reason
     */
    public String test(Connection c) {
        return open(c).connection().name();
    }
}
