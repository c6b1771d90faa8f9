package org.stepwright.ui.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Draws what stands on lines: words in their styles, and formulas between them or under them. */
final class ProseLines {
    private static final int DEEPEST = 12;

    private final ProseSource source;
    private final Function<Formula, FormulaView> views;

    ProseLines(ProseSource source, Function<Formula, FormulaView> views) {
        this.source = source;
        this.views = views;
    }

    /** A paragraph, a heading or a cell; formulas on lines of their own divide it. */
    javafx.scene.Node node(Node parent, String style) {
        Lines made = new Lines();
        inline(parent, style, made, 0);
        made.endFlow();
        if (made.blocks.size() == 1) {
            return made.blocks.get(0);
        }
        VBox box = new VBox(4);
        box.getChildren().setAll(made.blocks);
        return box;
    }

    private void inline(Node parent, String style, Lines made, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (depth == DEEPEST) {
                made.words(words(node), style);
            } else if (node.getFirstChild() != null) {
                inline(node, style(node, style), made, depth + 1);
            } else if (node instanceof Code code) {
                made.words(source.restore(code.getLiteral()), "text-code");
            } else {
                source.parts(literal(node), made.in(style));
            }
        }
    }

    private static String style(Node node, String around) {
        String own =
                node instanceof StrongEmphasis
                        ? "text-strong"
                        : node instanceof Emphasis ? "text-emphasis" : "";
        return around.isEmpty() || own.isEmpty() || around.contains(own)
                ? around + own
                : around + " " + own;
    }

    /** What a node itself says, as the parser left it. */
    private static String literal(Node node) {
        if (node instanceof org.commonmark.node.Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof HtmlInline html) {
            return html.getLiteral();
        } else if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        }
        return node instanceof HardLineBreak || node instanceof SoftLineBreak ? "\n" : "";
    }

    /** All words of a node, without recursion: quotes can nest as deep as the text is long. */
    String words(Node root) {
        StringBuilder words = new StringBuilder(source.restore(literal(root)));
        for (Node node = next(root, root); node != null; node = next(node, root)) {
            words.append(source.restore(literal(node)));
            if (node instanceof org.commonmark.node.Block && words.length() > 0) {
                words.append(' ');
            }
        }
        return words.toString();
    }

    private static Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node last = node;
        while (last != root && last.getNext() == null) {
            last = last.getParent();
        }
        return last == root ? null : last.getNext();
    }

    /** Lines in the making. */
    private final class Lines implements ProseSource.Parts {
        private final List<javafx.scene.Node> blocks = new ArrayList<>();
        private final List<javafx.scene.Node> line = new ArrayList<>();
        private final List<FormulaView> formulas = new ArrayList<>();
        private final StringBuilder said = new StringBuilder();
        private String saidIn = "";
        private boolean breaksLine;
        private String style = "";
        private boolean afterDisplay;

        Lines in(String next) {
            style = next;
            return this;
        }

        @Override
        public void words(String words) {
            words(words, style);
        }

        private void words(String words, String styles) {
            String more = afterDisplay && words.startsWith("\n") ? words.substring(1) : words;
            afterDisplay = false;
            if (more.isEmpty()) {
                return;
            }
            if (!styles.equals(saidIn)) {
                endWords();
                saidIn = styles;
            }
            said.append(more);
            breaksLine = more.equals("\n");
        }

        /** Words in one style are few nodes, however many lines they stand on. */
        private void endWords() {
            if (said.length() == 0) {
                return;
            }
            for (Text text : Spans.of(said.toString())) {
                if (!saidIn.isEmpty()) {
                    text.getStyleClass().addAll(saidIn.split(" "));
                }
                line.add(text);
            }
            said.setLength(0);
        }

        @Override
        public void formula(Formula formula) {
            FormulaView view = views.apply(formula);
            if (!formula.display()) {
                endWords();
                afterDisplay = false;
                line.add(view);
                formulas.add(view);
                return;
            }
            endFlow();
            HBox row = new HBox(view);
            row.getStyleClass().add("formula-row");
            row.setMinWidth(0);
            row.widthProperty().addListener((o, was, is) -> view.limit(is.doubleValue() - 24));
            blocks.add(row);
            afterDisplay = true;
        }

        /** Ends a flow of words, without the line break before a formula that stands alone. */
        void endFlow() {
            if (said.length() > 0 && breaksLine) {
                said.setLength(said.length() - 1);
            }
            endWords();
            if (line.isEmpty() && !blocks.isEmpty()) {
                return;
            }
            TextFlow flow = new TextFlow(line.toArray(javafx.scene.Node[]::new));
            flow.getStyleClass().add("step-text");
            flow.setMinWidth(0);
            flow.setMinHeight(Region.USE_PREF_SIZE);
            if (!formulas.isEmpty()) {
                List<FormulaView> mine = List.copyOf(formulas);
                flow.widthProperty()
                        .addListener((o, was, is) -> mine.forEach(f -> f.limit(is.doubleValue())));
            }
            blocks.add(flow);
            line.clear();
            formulas.clear();
        }
    }
}
