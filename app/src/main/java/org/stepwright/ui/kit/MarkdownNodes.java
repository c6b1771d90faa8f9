package org.stepwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Draws a parsed Markdown text. */
final class MarkdownNodes {
    /** Deeper than people write; what is nested deeper stands as "…". */
    private static final int DEEPEST = 12;

    private int depth;

    /** The blocks of a document, a quote or an item. */
    List<javafx.scene.Node> blocks(Node parent) {
        List<javafx.scene.Node> nodes = new ArrayList<>();
        if (++depth > DEEPEST) {
            nodes.add(new Text("…"));
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
        }
        if (block instanceof BlockQuote) {
            VBox quote = new VBox(4);
            quote.getStyleClass().add("markdown-quote");
            quote.getChildren().setAll(blocks(block));
            return quote;
        }
        List<Text> texts = new ArrayList<>();
        String style = block instanceof Heading ? "text-strong" : "";
        if (block instanceof Paragraph || block instanceof Heading) {
            inline(block, style, texts);
        } else {
            String code = words(block).stripTrailing();
            texts.add(styled(code, block instanceof HtmlBlock ? "" : "text-code"));
        }
        TextFlow flow = new TextFlow(texts.toArray(javafx.scene.Node[]::new));
        flow.getStyleClass().add("step-text");
        return flow;
    }

    private VBox list(ListBlock list) {
        VBox items = new VBox(3);
        int number = list instanceof OrderedList ordered ? first(ordered) : 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                Text mark = new Text(list instanceof OrderedList ? number++ + "." : "•");
                VBox content = new VBox(3);
                content.getChildren().setAll(blocks(item));
                HBox.setHgrow(content, Priority.ALWAYS);
                items.getChildren().add(new HBox(8, mark, content));
            }
        }
        return items;
    }

    private static int first(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }

    private void inline(Node parent, String style, List<Text> texts) {
        if (++depth <= DEEPEST) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                String words = words(node);
                if (!words.isEmpty()) {
                    texts.add(styled(words, node instanceof Code ? "text-code" : style));
                }
                inline(node, styleOf(node, style), texts);
            }
        }
        depth--;
    }

    private static String styleOf(Node node, String around) {
        return node instanceof StrongEmphasis
                ? "text-strong"
                : node instanceof Emphasis && around.isEmpty() ? "text-emphasis" : around;
    }

    /** What a node itself says, without what is in it. */
    static String words(Node node) {
        if (node instanceof org.commonmark.node.Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof HtmlInline html) {
            return html.getLiteral();
        } else if (node instanceof HtmlBlock html) {
            return html.getLiteral();
        } else if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        } else if (node instanceof IndentedCodeBlock code) {
            return code.getLiteral();
        } else if (node instanceof HardLineBreak) {
            return "\n";
        }
        boolean gap = node instanceof SoftLineBreak || node instanceof Paragraph;
        return gap ? " " : "";
    }

    private static Text styled(String words, String style) {
        Text text = new Text(words);
        if (!style.isEmpty()) {
            text.getStyleClass().add(style);
        }
        return text;
    }
}
