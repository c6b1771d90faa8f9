package org.stepwright.ui.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/** Draws the blocks of a parsed text. */
final class ProseNodes {
    /** Deeper than people read; what is nested deeper stands as words. */
    private static final int DEEPEST = 12;

    private final ProseSource source;
    private final ProseLines lines;
    private int depth;

    ProseNodes(ProseSource source, Function<Formula, FormulaView> views) {
        this.source = source;
        lines = new ProseLines(source, views);
    }

    /** The blocks of a document, a quote or an item. */
    List<javafx.scene.Node> blocks(Node parent) {
        List<javafx.scene.Node> nodes = new ArrayList<>();
        if (++depth > DEEPEST) {
            nodes.add(flow(lines.words(parent)));
        } else {
            for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
                nodes.add(block(block));
            }
        }
        depth--;
        return nodes;
    }

    private javafx.scene.Node block(Node block) {
        if (block instanceof ListBlock list) {
            return list(list);
        } else if (block instanceof BlockQuote) {
            VBox quote = new VBox(4);
            quote.getStyleClass().add("markdown-quote");
            quote.getChildren().setAll(blocks(block));
            return quote;
        } else if (block instanceof FencedCodeBlock code) {
            return code(code);
        } else if (block instanceof Heading heading) {
            javafx.scene.Node node = lines.node(heading, "text-strong");
            node.getStyleClass().addAll("prose-heading", "prose-h" + heading.getLevel());
            return node;
        } else if (block instanceof ThematicBreak line) {
            Label mark =
                    new Label(line.getLiteral() == null ? "" : source.restore(line.getLiteral()));
            mark.getStyleClass().add("prose-rule");
            mark.setMaxWidth(Double.MAX_VALUE);
            return mark;
        } else if (block instanceof TableBlock table) {
            return new ProseTable(lines).node(table);
        }
        return lines.node(block, "");
    }

    private javafx.scene.Node code(FencedCodeBlock code) {
        VBox box = new VBox(3);
        box.getStyleClass().add("prose-fence");
        String language = code.getInfo() == null ? "" : source.restore(code.getInfo()).strip();
        if (!language.isEmpty()) {
            Label name = new Label(language);
            name.getStyleClass().add("prose-language");
            box.getChildren().add(name);
        }
        TextFlow flow = flow(source.restore(code.getLiteral()).stripTrailing());
        flow.getStyleClass().addAll("step-text", "prose-code");
        box.getChildren().add(flow);
        return box;
    }

    private static TextFlow flow(String words) {
        return new TextFlow(Spans.of(words).toArray(javafx.scene.Node[]::new));
    }

    private VBox list(ListBlock list) {
        VBox items = new VBox(list.isTight() ? 3 : 6);
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(item instanceof ListItem ? mark(list, item) : "");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            mark.getStyleClass().add("prose-mark");
            VBox content = new VBox(3);
            content.setMinWidth(0);
            content.getChildren().setAll(blocks(item));
            HBox.setHgrow(content, Priority.ALWAYS);
            items.getChildren().add(new HBox(8, mark, content));
        }
        items.getStyleClass().add("prose-list");
        return items;
    }

    /** The sign that was written: a minus must not become a dot, nor a 7. a 2. */
    private String mark(ListBlock list, Node item) {
        if (list instanceof BulletList bullets) {
            String sign = bullets.getMarker() == null ? "*" : bullets.getMarker();
            return sign.equals("-") ? "–" : sign.equals("+") ? "+" : "•";
        }
        List<SourceSpan> spans = item.getSourceSpans();
        String text = source.text();
        int from = spans.isEmpty() ? text.length() : spans.get(0).getInputIndex();
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end < text.length() ? text.substring(from, end + 1) : text.substring(from);
    }
}
