package org.stepwright.audit;

/**
 * What a rule says of one text.
 *
 * @param rule the rule
 * @param strength how sure, in [0, 1]
 * @param message a plain sentence
 */
record Found(JunkRule rule, double strength, String message) {
    private static final int SHOWN = 40;

    JunkHit at(String traceId, int step) {
        return new JunkHit(rule, traceId, step, strength, message);
    }

    /** The end of a text, on one line, for a message. */
    static String end(String text) {
        String tail = text.strip();
        boolean cut = tail.length() > SHOWN;
        String shown = cut ? tail.substring(from(tail, tail.length() - SHOWN)) : tail;
        return (cut ? "…" : "") + oneLine(shown);
    }

    /** The beginning of a text, on one line, for a message. */
    static String start(String text) {
        String head = text.strip();
        return head.length() <= SHOWN
                ? oneLine(head)
                : oneLine(head.substring(0, from(head, SHOWN))) + "…";
    }

    /** Never between the two halves of a character. */
    private static int from(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
    }
}
