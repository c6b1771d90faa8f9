package org.stepwright.ui.prose;

import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Draws texts that models write: Markdown with tables, LaTeX, code. It shows text and nothing else:
 * HTML and links stand as they were written, nothing is fetched or opened. Line breaks and the
 * spaces before a line stay, so that code without a fence is still readable. Belongs to the UI
 * thread; formulas that take long are typeset in the background and appear when they are ready.
 */
public final class Prose {
    /** More than this is not parsed as one; a longer text is for several calls. */
    public static final int LONGEST = 20_000;

    /** Time for formulas of one text that are typeset at once, in nanoseconds. */
    private static final long AT_ONCE = 4_000_000;

    private static final Set<Class<? extends Block>> BLOCKS =
            Set.of(
                    Heading.class,
                    FencedCodeBlock.class,
                    ThematicBreak.class,
                    ListBlock.class,
                    BlockQuote.class);

    private final Typesetter typesetter = new Typesetter();
    private final Parser parser =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .enabledBlockTypes(BLOCKS)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .build();
    private long left;

    /** Gets the formulas' fonts ready in the background, so that the first formula is quick. */
    public void warmUp() {
        typesetter.warmUp();
    }

    /**
     * @param text Markdown with LaTeX; what is over {@link #LONGEST} stands as plain text
     * @return its blocks, one under the other
     */
    public VBox node(String text) {
        VBox box = new VBox(6);
        box.getStyleClass().add("prose");
        box.setMinHeight(Region.USE_PREF_SIZE);
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        ProseSource source = ProseSource.of(head);
        left = AT_ONCE;
        box.getChildren()
                .setAll(new ProseNodes(source, this::view).blocks(parser.parse(source.text())));
        if (text.length() > LONGEST) {
            box.getChildren().add(flow(text.substring(LONGEST)));
        }
        return box;
    }

    /**
     * @param text any text
     * @return it as it stands, in the font of code
     */
    public Node code(String text) {
        TextFlow flow = flow(text);
        flow.getStyleClass().add("prose-code");
        return flow;
    }

    /**
     * @param text Markdown with LaTeX
     * @param longest the most characters of the answer
     * @return its beginning on one line of plain text, with formulas in signs
     */
    public static String line(String text, int longest) {
        String head = text.substring(0, Math.min(text.length(), longest * 4));
        ProseSource source = ProseSource.of(head);
        StringBuilder words = new StringBuilder();
        source.parts(
                source.text(),
                new ProseSource.Parts() {
                    @Override
                    public void words(String said) {
                        words.append(said);
                    }

                    @Override
                    public void formula(Formula formula) {
                        words.append(MathSigns.plain(formula.latex()));
                    }
                });
        String line = words.toString().replaceAll("[\\s\u00A0]+", " ").strip();
        if (line.length() <= longest && head.length() == text.length()) {
            return line;
        }
        String cut = line.substring(0, Math.min(line.length(), longest));
        int space = cut.lastIndexOf(' ');
        return cut.substring(0, space > longest / 2 ? space : cut.length()).strip() + "…";
    }

    private static TextFlow flow(String text) {
        TextFlow flow = new TextFlow(Spans.of(text).toArray(Node[]::new));
        flow.getStyleClass().add("step-text");
        return flow;
    }

    private FormulaView view(Formula formula) {
        FormulaShape shape = typesetter.known(formula);
        if (shape == null && left > 0) {
            long start = System.nanoTime();
            shape = typesetter.now(formula);
            left -= System.nanoTime() - start;
        }
        FormulaView view = new FormulaView(formula, shape);
        if (shape == null) {
            typesetter.later(formula, made -> Platform.runLater(() -> view.shape(made)));
        }
        return view;
    }
}
