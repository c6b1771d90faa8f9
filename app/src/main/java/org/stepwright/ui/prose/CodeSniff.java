package org.stepwright.ui.prose;

import java.util.List;
import java.util.Set;

/** Tells whether texts are lines of a program that stand without a fence. */
public final class CodeSniff {
    private static final int LINES_LOOKED_AT = 400;
    private static final double MOST = 0.5;

    private static final Set<String> FIRST_WORDS =
            Set.of(
                    "def",
                    "return",
                    "import",
                    "from",
                    "class",
                    "for",
                    "while",
                    "if",
                    "elif",
                    "else:",
                    "try:",
                    "except",
                    "print",
                    "public",
                    "private",
                    "static",
                    "void",
                    "int",
                    "#include",
                    "const",
                    "let",
                    "var",
                    "function",
                    "async",
                    "await",
                    "raise",
                    "assert",
                    "with",
                    "}",
                    "{",
                    "};",
                    "else");

    private CodeSniff() {}

    /**
     * @param texts the steps of an answer
     * @return whether most of their lines are code, so that {@code # …} is a comment and no heading
     */
    public static boolean mostly(List<String> texts) {
        int code = 0;
        int all = 0;
        for (String text : texts) {
            for (String line : text.split("\n", LINES_LOOKED_AT)) {
                if (!line.isBlank() && all < LINES_LOOKED_AT) {
                    all++;
                    code += code(line) ? 1 : 0;
                }
            }
        }
        return all >= 3 && code > all * MOST;
    }

    private static boolean code(String line) {
        String t = line.strip();
        if (t.startsWith("```") || t.endsWith(".") && t.indexOf('(') < 0) {
            return false;
        }
        String first = t.split("[\\s(]", 2)[0];
        char last = t.charAt(t.length() - 1);
        boolean ends = ":;{})]".indexOf(last) >= 0;
        boolean opens =
                FIRST_WORDS.contains(first) && (ends || t.length() < 80 && first.equals("return"));
        boolean assigns = assigns(t);
        boolean indented = line.startsWith("    ") || line.startsWith("\t");
        return opens
                || assigns
                || indented
                || t.startsWith("#") && !t.startsWith("##")
                || t.equals("\"\"\"");
    }

    /** {@code name = …} without words before the sign; a sum has a number or a space there. */
    private static boolean assigns(String t) {
        int at = t.indexOf(" = ");
        if (at <= 0 || t.indexOf('\\') >= 0 || t.indexOf('$') >= 0) {
            return false;
        }
        boolean name = Character.isLetter(t.charAt(0)) && t.substring(0, at).indexOf(' ') < 0;
        String value = t.substring(at + 3);
        boolean program =
                value.indexOf('(') > 0
                        || value.indexOf('[') >= 0
                        || value.startsWith("{")
                        || value.startsWith("\"")
                        || value.startsWith("'");
        return name && at > 1 && program;
    }
}
