package org.stepwright.storage.format.span;

/**
 * One thing that somebody said in a conversation.
 *
 * @param role who
 * @param kind what it is
 * @param text what is said; of a tool's call the arguments as JSON
 * @param callId the id of a tool's call or of the call that this is the result of; empty if unknown
 * @param name the tool's name; empty if unknown or no tool
 */
record Part(Role role, Kind kind, String text, String callId, String name) {
    /** Who speaks. */
    enum Role {
        /** Instructions. */
        SYSTEM,
        /** Who asks. */
        USER,
        /** The model. */
        ASSISTANT,
        /** A tool. */
        TOOL
    }

    /** What is said. */
    enum Kind {
        /** Plain text. */
        TEXT,
        /** Hidden reasoning. */
        REASONING,
        /** A call of a tool. */
        CALL,
        /** What a tool gave back. */
        RESULT
    }

    static Part text(Role role, String text) {
        return new Part(role, Kind.TEXT, text, "", "");
    }

    static Part call(String callId, String name, String arguments) {
        return new Part(Role.ASSISTANT, Kind.CALL, arguments, callId, name);
    }

    static Part result(String callId, String name, String text) {
        return new Part(Role.TOOL, Kind.RESULT, text, callId, name);
    }

    boolean isBlank() {
        return kind == Kind.CALL ? name.isBlank() : text.isBlank();
    }

    /**
     * The same for what histories repeat, even when white space or ids differ. 128 bits stand for
     * the text, so that long histories are not kept twice.
     *
     * @param role who said it
     * @param kind what it was
     * @param name the tool that was called
     * @param one a polynomial of the characters
     * @param other another one
     */
    record Key(Role role, Kind kind, String name, long one, long other) {}

    Key key() {
        long one = 7;
        long other = 11;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                one = one * 0x9E3779B97F4A7C15L + c;
                other = (other ^ c) * 0xC2B2AE3D27D4EB4FL + (other >>> 29);
            }
        }
        return new Key(role, kind, kind == Kind.CALL ? name : "", one, other);
    }

    /** A step's text. */
    String stepText() {
        return kind == Kind.CALL ? name + "(" + text + ")" : text;
    }
}
