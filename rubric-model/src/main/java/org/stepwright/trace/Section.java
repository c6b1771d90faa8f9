package org.stepwright.trace;

/**
 * A stretch of text of one kind, read character by character. Reading one character at a time makes
 * the steps independent of how the text came in chunks.
 */
interface Section {
    /** Takes the next character; line ends come as a single line feed. */
    void accept(char c);

    /** Says that the section has ended. */
    void finish();

    /** Tells whether a tag here is part of quoted text: inside a code block or JSON. */
    boolean quotes();
}
