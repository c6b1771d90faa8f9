package org.stepwright.audit;

/** Tells programs, queries and data from prose, whose rules are others. */
final class Code {
    private static final int LOOKED = 4000;

    private Code() {}

    /**
     * @param text any text
     * @return whether at least a third of its lines end or begin as lines of a program do, or it is
     *     in a code block
     */
    static boolean looksLike(String text) {
        if (text.startsWith("    ")
                || text.startsWith("\t")
                || text.startsWith("```")
                || text.startsWith("# ") && text.indexOf('\n') < 0 && false
                || text.stripLeading().startsWith("{\"")) {
            return true;
        }
        int lines = 0;
        int code = 0;
        int from = 0;
        int most = Math.min(text.length(), LOOKED);
        while (from < most) {
            int to = text.indexOf('\n', from);
            to = to < 0 || to > most ? most : to;
            if (!isBlank(text, from, to)) {
                lines++;
                code += isCode(text, from, to) ? 1 : 0;
            }
            from = to + 1;
        }
        return code > 0 && 3 * code >= lines;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCode(String text, int from, int to) {
        String line = text.substring(from, to);
        String bare = line.strip();
        char end = bare.charAt(bare.length() - 1);
        return (end == ';' || end == '{') && bare.indexOf('$') < 0
                || bare.equals("}")
                || bare.startsWith("import ") && bare.indexOf('.') < 0
                || bare.startsWith("def ")
                || bare.startsWith("class ") && end == ':'
                || bare.startsWith("return ") && line.startsWith(" ")
                || bare.startsWith("//")
                || bare.startsWith("#include")
                || bare.startsWith("SELECT ")
                || bare.startsWith("FROM ")
                || bare.startsWith("WHERE ")
                || line.startsWith("    ") && bare.indexOf(" = ") > 0 && bare.indexOf('\\') < 0
                || end == ':'
                        && (bare.startsWith("for ")
                                || bare.startsWith("if ")
                                || bare.startsWith("while "))
                || bare.startsWith("print(");
    }
}
