package org.stepwright.ui.prose;

import java.util.HashMap;
import java.util.Map;

/**
 * Says LaTeX in one line of plain signs, for screen readers and until a formula is typeset; what it
 * does not know stays as written.
 */
final class MathSigns {
    private static final Map<String, String> SIGNS = signs();

    private MathSigns() {}

    private static Map<String, String> signs() {
        String pairs =
                """
                times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠
                approx ≈ equiv ≡ cong ≅ sim ∼ propto ∝ ll ≪ gg ≫ mid ∣ parallel ∥ perp ⊥ in ∈ notin ∉
                subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅
                to → rightarrow → leftarrow ← Rightarrow ⇒ Leftarrow ⇐ implies ⇒ iff ⇔
                Leftrightarrow ⇔ leftrightarrow ↔ mapsto ↦ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃
                angle ∠ triangle △ therefore ∴ because ∵ prime ′ ell ℓ sum ∑ prod ∏ int ∫ sqrt √
                land ∧ lor ∨ neg ¬ lnot ¬ wedge ∧ vee ∨ circ ° degree ° cdots ⋯ ldots … dots … bullet •
                star ⋆ ast * oplus ⊕ otimes ⊗ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩
                alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι
                kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ
                chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ
                Omega Ω
                """;
        Map<String, String> signs = new HashMap<>();
        String[] words = pairs.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            signs.put(words[i], words[i + 1]);
        }
        signs.putAll(Map.of("left", "", "right", "", "quad", "  ", "qquad", "   "));
        signs.putAll(Map.of("displaystyle", "", "dfrac", "\\frac", "tfrac", "\\frac"));
        return signs;
    }

    /** Whether a command, without its backslash, stands for one sign. */
    static boolean isSign(String name) {
        String sign = SIGNS.get(name);
        return sign != null && !sign.isBlank() && !sign.startsWith("\\");
    }

    /**
     * @param latex a formula without its delimiters
     * @return the same in signs
     */
    static String plain(String latex) {
        String text = signs(latex);
        for (String box : new String[] {"\\text{", "\\boxed{", "\\mathrm{", "\\mathbf{"}) {
            text = unwrap(text, box);
        }
        return fractions(text);
    }

    private static String signs(String latex) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < latex.length()) {
            char c = latex.charAt(i);
            if (c != '\\' || i + 1 == latex.length()) {
                out.append(c);
                i++;
                continue;
            }
            int end = LatexGuard.lettersEnd(latex, i + 1);
            if (end == i + 1) {
                char mark = latex.charAt(end);
                out.append(",;: ".indexOf(mark) >= 0 ? " " : mark == '!' ? "" : single(mark));
                i = end + 1;
            } else {
                String sign = SIGNS.get(latex.substring(i + 1, end));
                out.append(sign == null ? latex.substring(i, end) : sign);
                i = end;
            }
        }
        return out.toString();
    }

    private static String single(char mark) {
        return "%$#&_{}".indexOf(mark) >= 0 ? String.valueOf(mark) : "\\" + mark;
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
