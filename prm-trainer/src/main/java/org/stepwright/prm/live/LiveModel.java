package org.stepwright.prm.live;

/** A model that answers over a connection. Safe for use by many threads. */
public interface LiveModel {
    /**
     * @return how it is reached
     */
    Connection connection();

    /**
     * @return whether answers are replayed from a file; then everything that shows them says so
     */
    boolean recorded();

    /**
     * Starts one answer and returns at once.
     *
     * @param r what is asked
     * @param l hears the answer as it arrives
     * @return the running call
     * @throws org.stepwright.work.WorkFailed when a recording does not hold the prompt
     */
    LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l);

    /**
     * @param text any text
     * @return whether the key of the connection stands in it; what came from the server is not kept
     *     then
     */
    default boolean repeatsKey(String text) {
        return false;
    }
}
