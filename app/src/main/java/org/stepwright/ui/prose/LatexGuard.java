package org.stepwright.ui.prose;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through to the typesetter only what it is known to draw. A list of what is allowed keeps out
 * commands that define macros, read files or draw without bounds; they are not worth their danger
 * in a text from outside.
 */
final class LatexGuard {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 40;
    private static final int MOST_COMMANDS = 600;

    private static final Set<String> COMMANDS =
            Set.of(
                    """
                    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa
                    lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi
                    psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
                    times cdot div pm mp ast star circ bullet oplus ominus otimes oslash odot
                    cap cup setminus wedge vee land lor neg lnot sqcap sqcup uplus amalg wr
                    le leq leqslant ge geq geqslant ne neq lt gt approx equiv cong sim simeq asymp
                    propto ll gg prec succ preceq succeq doteq models perp parallel mid nmid vdash
                    dashv in ni notin subset subseteq supset supseteq subsetneq supsetneq nsubseteq
                    to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow
                    longrightarrow longleftarrow Longrightarrow Longleftarrow Longleftrightarrow
                    longleftrightarrow mapsto longmapsto implies impliedby iff uparrow downarrow
                    Uparrow Downarrow nearrow searrow swarrow nwarrow rightharpoonup
                    rightleftharpoons hookrightarrow xrightarrow xleftarrow
                    infty partial nabla forall exists nexists emptyset varnothing angle triangle
                    square Box diamond therefore because prime ell hbar imath jmath Re Im wp aleph
                    beth top bot checkmark degree dagger ddagger S P copyright measuredangle
                    sum prod coprod int iint iiint oint bigcup bigcap bigvee bigwedge bigoplus
                    bigotimes limits nolimits lim limsup liminf sup inf max min arg det dim exp ln
                    log lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan gcd hom
                    ker deg Pr bmod pmod mod operatorname
                    frac dfrac tfrac cfrac binom dbinom tbinom sqrt root overline underline
                    overbrace underbrace overrightarrow overleftarrow overleftrightarrow
                    widehat widetilde hat tilde bar vec dot ddot acute grave check breve mathring
                    overset underset stackrel substack boxed fbox phantom hphantom vphantom not
                    text textbf textit textrm texttt textsf mbox mathrm mathbf mathit mathsf mathtt
                    mathcal mathbb mathfrak mathscr boldsymbol bold rm bf it
                    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr
                    lfloor rfloor lceil rceil langle rangle lbrace rbrace lbrack rbrack vert Vert
                    quad qquad displaystyle textstyle scriptstyle dots ldots cdots vdots ddots
                    dotsc dotsb colon hline choose over atop atopwithdelims
                    """
                            .strip()
                            .split("\\s+"));

    /** Commands that the typesetter knows under another name. */
    private static final Map<String, String> RENAMED =
            Map.ofEntries(
                    Map.entry("lvert", "|"),
                    Map.entry("rvert", "|"),
                    Map.entry("lVert", "\\|"),
                    Map.entry("rVert", "\\|"),
                    Map.entry("nonumber", ""),
                    Map.entry("notag", ""),
                    Map.entry("hfill", "\\quad "),
                    Map.entry("thinspace", "\\, "),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("dotsm", "\\cdots "),
                    Map.entry("dotsi", "\\cdots "),
                    Map.entry("operatornamewithlimits", "\\operatorname"),
                    Map.entry("textnormal", "\\text"),
                    Map.entry("textup", "\\text"));

    /** Environments and what the typesetter calls them; the empty name is none. */
    private static final Map<String, String> ENVIRONMENTS =
            Map.ofEntries(
                    Map.entry("align", "align"),
                    Map.entry("align*", "align"),
                    Map.entry("aligned", "aligned"),
                    Map.entry("split", "aligned"),
                    Map.entry("gather", "gather"),
                    Map.entry("gather*", "gather"),
                    Map.entry("gathered", "gathered"),
                    Map.entry("equation", ""),
                    Map.entry("equation*", ""),
                    Map.entry("displaymath", ""),
                    Map.entry("array", "array"),
                    Map.entry("matrix", "matrix"),
                    Map.entry("pmatrix", "pmatrix"),
                    Map.entry("bmatrix", "bmatrix"),
                    Map.entry("vmatrix", "vmatrix"),
                    Map.entry("Vmatrix", "Vmatrix"),
                    Map.entry("smallmatrix", "smallmatrix"),
                    Map.entry("cases", "cases"),
                    Map.entry("dcases", "cases"));

    private static final String SINGLE = "\\,;:! {}%$#&_|>";

    private final String latex;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int nested;
    private int commands;

    private LatexGuard(String latex) {
        this.latex = latex;
    }

    /** Whether a command, without its backslash, is drawn. */
    static boolean draws(String command) {
        return COMMANDS.contains(command) || RENAMED.containsKey(command);
    }

    /** Whether an environment is drawn. */
    static boolean drawsEnvironment(String name) {
        return ENVIRONMENTS.containsKey(name);
    }

    /**
     * @param latex what stands between a formula's delimiters
     * @return the same in the typesetter's words, or empty when it is not to see it
     */
    static Optional<String> pass(String latex) {
        if (latex.isBlank() || latex.length() > LONGEST) {
            return Optional.empty();
        }
        LatexGuard guard = new LatexGuard(latex.strip());
        return guard.walk() ? Optional.of(guard.out.toString()) : Optional.empty();
    }

    private boolean walk() {
        int i = 0;
        while (i < latex.length()) {
            char c = latex.charAt(i);
            if (c == '\\') {
                i = command(i + 1);
                if (i < 0) {
                    return false;
                }
                continue;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0
                    || depth > DEEPEST
                    || Character.isISOControl(c) && c != '\n' && c != '\t') {
                return false;
            }
            if (c == '%' || c == '#') {
                out.append('\\'); // alone they would hide the rest or name a parameter
            }
            out.append(c);
            i++;
        }
        return depth == 0;
    }

    /** Where it goes on after a command, or -1 when that is not allowed. */
    private int command(int from) {
        if (from >= latex.length() || ++commands > MOST_COMMANDS) {
            return -1;
        }
        int end = lettersEnd(latex, from);
        if (end == from) {
            char c = latex.charAt(from);
            out.append('\\').append(c);
            return SINGLE.indexOf(c) < 0 ? -1 : from + 1;
        }
        String name = latex.substring(from, end);
        if (name.equals("begin") || name.equals("end")) {
            return environment(name, end);
        }
        if (name.equals("left") && ++nested > DEEPEST) {
            return -1;
        }
        String renamed = RENAMED.get(name);
        if (renamed != null) {
            out.append(renamed);
            return end;
        }
        out.append('\\').append(name);
        return COMMANDS.contains(name) ? end : -1;
    }

    private int environment(String name, int from) {
        int close = latex.indexOf('}', from);
        if (from >= latex.length() || latex.charAt(from) != '{' || close < 0) {
            return -1;
        }
        String known = ENVIRONMENTS.get(latex.substring(from + 1, close));
        if (known == null || name.equals("begin") && ++nested > DEEPEST) {
            return -1;
        }
        if (!known.isEmpty()) {
            out.append('\\').append(name).append('{').append(known).append('}');
        }
        return close + 1;
    }

    /** The end of the letters that begin at a place; only ASCII letters name commands. */
    static int lettersEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
