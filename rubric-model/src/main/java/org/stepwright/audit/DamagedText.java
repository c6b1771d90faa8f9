package org.stepwright.audit;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * Characters that were damaged on the way: bytes of UTF-8 that were read as Windows-1252 or
 * Latin-1, replacement characters, control characters, escapes that nobody took out again.
 */
final class DamagedText {
    /** Byte of each character of Windows-1252 from 0x80 on; else -1. */
    private final byte[] bytes = new byte[1 << 16];

    private final boolean[] known = new boolean[1 << 16];

    DamagedText() {
        Charset windows = Charset.forName("windows-1252");
        for (int b = 0x80; b < 0x100; b++) {
            // Latin-1 holds controls where Windows has letters; both readings are seen
            learn((char) b, b);
            String c = new String(new byte[] {(byte) b}, windows);
            if (c.charAt(0) != '\uFFFD') {
                learn(c.charAt(0), b);
            }
        }
    }

    private void learn(char c, int b) {
        bytes[c] = (byte) b;
        known[c] = true;
    }

    Optional<Found> of(Step step) {
        String text = step.text();
        List<Found> found = new ArrayList<>();
        marks(text).ifPresent(found::add);
        misread(text).ifPresent(found::add);
        if (step.kind() != StepKind.TOOL_CALL) {
            escapes(text).ifPresent(found::add);
        }
        return found.stream().max((a, b) -> Double.compare(a.strength(), b.strength()));
    }

    private static Optional<Found> marks(String text) {
        int replaced = 0;
        int controls = 0;
        int halves = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            replaced += c == '\uFFFD' ? 1 : 0;
            controls += isControl(c) ? 1 : 0;
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                halves += Character.isSurrogate(c) ? 1 : 0;
            }
        }
        if (replaced > 0) {
            return damage(
                    1,
                    count(replaced, "character", "characters")
                            + " could not be read when this text was made (shown as \uFFFD).");
        }
        if (controls > 0) {
            return damage(
                    0.9,
                    "The step holds "
                            + count(controls, "control character", "control characters")
                            + " that no text needs.");
        }
        return halves == 0
                ? Optional.empty()
                : damage(
                        1,
                        "The step holds " + count(halves, "half", "halves") + " of a character.");
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f'
                || c >= '\u007F' && c < '\u00A0' && c != '\u0085';
    }

    /** Runs of bytes that are UTF-8 of a likely character. */
    private Optional<Found> misread(String text) {
        int sure = 0;
        int maybe = 0;
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            int length = sequence(text, i);
            if (length > 0) {
                char lead = text.charAt(i);
                boolean plain = lead == '\u00C2' || lead == '\u00C3' || length > 2;
                sure += plain ? 1 : 0;
                maybe += plain ? 0 : 1;
                first = first < 0 ? i : first;
                i += length - 1;
            } else if (text.startsWith("锟斤拷", i)) {
                sure++;
                first = first < 0 ? i : first;
            }
        }
        // a letter with an accent before a quotation mark looks like one misread letter; three
        // times it does not happen by chance
        if (sure == 0 && maybe < 3) {
            return Optional.empty();
        }
        int to = Math.min(text.length(), first + 12);
        return damage(
                sure + maybe > 1 ? 1 : 0.9,
                "Letters were read in the wrong encoding, as in “"
                        + Found.start(text.substring(Math.max(0, first - 8), to))
                        + "”.");
    }

    /** How many characters from here are the bytes of one likely character; 0 when none. */
    private int sequence(String text, int at) {
        int lead = at(text, at);
        if (lead >= 0xC2 && lead <= 0xDF) {
            int next = at(text, at + 1);
            if (!isTail(next)) {
                return 0;
            }
            int c = (lead & 0x1F) << 6 | next & 0x3F;
            return c >= 0xA0 && c <= 0x17F || c >= 0x391 && c <= 0x451 ? 2 : 0;
        }
        if (lead >= 0xE2 && lead <= 0xEF) {
            int second = at(text, at + 1);
            int third = at(text, at + 2);
            if (!isTail(second) || !isTail(third)) {
                return 0;
            }
            int c = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F;
            return c >= 0x2010 && c <= 0x2BFF
                            || c >= 0x3000 && c <= 0x30FF
                            || c >= 0x4E00 && c <= 0x9FFF
                            || c >= 0xAC00 && c <= 0xD7A3
                            || c >= 0xFF00 && c <= 0xFFFD
                    ? 3
                    : 0;
        }
        return lead == 0xF0 && at(text, at + 1) == 0x9F && isTail(at(text, at + 2)) ? 3 : 0;
    }

    private int at(String text, int i) {
        if (i >= text.length()) {
            return -1;
        }
        char c = text.charAt(i);
        return known[c] ? bytes[c] & 0xFF : -1;
    }

    private static boolean isTail(int b) {
        return b >= 0x80 && b <= 0xBF;
    }

    /** Line ends, letters and marks that are still written as escapes. */
    private static Optional<Found> escapes(String text) {
        int lines = 0;
        int units = 0;
        int entities = 0;
        boolean broken = text.indexOf('\n') >= 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                lines += !broken && isLineEnd(text, i) ? 1 : 0;
                units += isUnit(text, i) ? 1 : 0;
                i++;
            } else if (c == '&') {
                entities += isEntity(text, i) ? 1 : 0;
            }
        }
        if (lines >= 2) {
            return damage(0.8, "Line ends stand in the text as \\n, " + times(lines) + ".");
        }
        if (units >= 2) {
            return damage(0.8, "Letters stand in the text as \\u escapes, " + times(units) + ".");
        }
        return entities == 0
                ? Optional.empty()
                : damage(
                        entities > 1 ? 0.8 : 0.7,
                        "Marks stand in the text as HTML, such as &amp;, " + times(entities) + ".");
    }

    /** A \n that is no LaTeX command and does not end a string of a program. */
    private static boolean isLineEnd(String text, int at) {
        if (!text.startsWith("\\n", at)) {
            return false;
        }
        if (at + 2 >= text.length()) {
            return true;
        }
        char next = text.charAt(at + 2);
        return !(next >= 'a' && next <= 'z') && "\"'`,)]".indexOf(next) < 0;
    }

    private static boolean isUnit(String text, int at) {
        if (!text.startsWith("\\u", at) || at + 6 > text.length()) {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEntity(String text, int at) {
        for (String entity :
                List.of(
                        "&lt;", "&gt;", "&amp;", "&quot;", "&nbsp;", "&apos;", "&#39;", "&#x27;",
                        "&#34;", "&#10;")) {
            if (text.startsWith(entity, at)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Found> damage(double strength, String message) {
        return Optional.of(new Found(JunkRule.DAMAGE, strength, message));
    }

    private static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    private static String times(int n) {
        return n == 1 ? "once" : n + " times";
    }
}
