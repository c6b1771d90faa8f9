package org.stepwright.prm.live;

/** What has arrived of an answer. Safe for use by many threads. */
final class Gathered {
    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private boolean sealed;

    /**
     * @param limit most characters of text and reasoning together
     */
    Gathered(int limit) {
        this.limit = limit;
    }

    /** What became of a piece. */
    enum Fate {
        KEPT,
        /** It came after the end, so nobody may hear of it. */
        LATE,
        /** It would pass the limit; it was not kept. */
        TOO_LONG
    }

    synchronized Fate addText(String chunk) {
        return add(text, chunk);
    }

    synchronized Fate addReasoning(String chunk) {
        return add(reasoning, chunk);
    }

    private Fate add(StringBuilder to, String chunk) {
        if (sealed) {
            return Fate.LATE;
        }
        if ((long) text.length() + reasoning.length() + chunk.length() > limit) {
            return Fate.TOO_LONG;
        }
        to.append(chunk);
        return Fate.KEPT;
    }

    /** Closes the collection; true for the one who closed it. */
    synchronized boolean seal() {
        boolean first = !sealed;
        sealed = true;
        return first;
    }

    synchronized boolean sealed() {
        return sealed;
    }

    synchronized boolean started() {
        return !text.isEmpty() || !reasoning.isEmpty();
    }

    synchronized String text() {
        return text.toString();
    }

    synchronized String reasoning() {
        return reasoning.toString();
    }
}
