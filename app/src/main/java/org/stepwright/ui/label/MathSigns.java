package org.stepwright.ui.label;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the commonest LaTeX commands as the signs that they mean; the rest stays as written. */
final class MathSigns {
    private static final Map<String, String> SIGNS = signs();

    private MathSigns() {}

    private static Map<String, String> signs() {
        Map<String, String> s = new LinkedHashMap<>();
        s.put("\\times", "×");
        s.put("\\cdot", "·");
        s.put("\\div", "÷");
        s.put("\\pm", "±");
        s.put("\\leq", "≤");
        s.put("\\le", "≤");
        s.put("\\geq", "≥");
        s.put("\\ge", "≥");
        s.put("\\neq", "≠");
        s.put("\\approx", "≈");
        s.put("\\pi", "π");
        s.put("\\infty", "∞");
        s.put("\\sqrt", "√");
        s.put("\\left", "");
        s.put("\\right", "");
        s.put("\\dfrac", "\\frac");
        s.put("\\tfrac", "\\frac");
        s.put("\\quad", "  ");
        s.put("\\,", " ");
        s.put("\\;", " ");
        s.put("\\!", "");
        s.put("\\%", "%");
        s.put("\\$", "$");
        return s;
    }

    static String plain(String latex) {
        String text = latex;
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            text = replaceCommand(text, sign.getKey(), sign.getValue());
        }
        text = unwrap(text, "\\text{");
        text = unwrap(text, "\\boxed{");
        return fractions(text);
    }

    /**
     * A command ends where its letters end: {@code \\le} is not the beginning of {@code \\left}.
     */
    private static String replaceCommand(String text, String command, String sign) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(command); at >= 0; at = text.indexOf(command, at + 1)) {
            int end = at + command.length();
            boolean letters = Character.isLetter(command.charAt(command.length() - 1));
            if (letters && end < text.length() && Character.isLetter(text.charAt(end))) {
                continue;
            }
            out.append(text, from, at).append(sign);
            from = end;
        }
        return out.append(text.substring(from)).toString();
    }

    private static String unwrap(String text, String opening) {
        String out = text;
        for (int at = out.indexOf(opening); at >= 0; at = out.indexOf(opening, at)) {
            int close = closing(out, at + opening.length());
            if (close < 0) {
                return out;
            }
            out =
                    out.substring(0, at)
                            + out.substring(at + opening.length(), close)
                            + out.substring(close + 1);
        }
        return out;
    }

    private static String fractions(String text) {
        String opening = "\\frac{";
        String out = text;
        for (int at = out.indexOf(opening); at >= 0; at = out.indexOf(opening, at)) {
            int top = closing(out, at + opening.length());
            int bottom =
                    top < 0 || top + 1 >= out.length() || out.charAt(top + 1) != '{'
                            ? -1
                            : closing(out, top + 2);
            if (bottom < 0) {
                return out;
            }
            out =
                    out.substring(0, at)
                            + group(out.substring(at + opening.length(), top))
                            + "/"
                            + group(out.substring(top + 2, bottom))
                            + out.substring(bottom + 1);
        }
        return out;
    }

    private static String group(String part) {
        boolean simple =
                part.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == ',');
        return simple ? part : "(" + part + ")";
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
