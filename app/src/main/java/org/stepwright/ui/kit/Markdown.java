package org.stepwright.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark) that people write, as nodes. It shows text and nothing else: HTML stands as
 * it was written, links and pictures are their words, nothing is fetched or opened.
 */
public final class Markdown {
    /** More than this nobody reads at one glance; the rest is left out. */
    private static final int LONGEST = 20_000;

    private Markdown() {}

    /**
     * @param markdown the text
     * @return its paragraphs, lists and headings, one under the other
     */
    public static VBox node(String markdown) {
        VBox box = new VBox(6);
        box.getStyleClass().add("markdown");
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().setAll(new MarkdownNodes().blocks(parse(markdown)));
        return box;
    }

    /**
     * @param markdown the text
     * @return the same in a quiet colour
     */
    public static VBox quiet(String markdown) {
        VBox box = node(markdown);
        box.getStyleClass().add("quiet");
        return box;
    }

    /**
     * @param markdown the text
     * @return its words on one line
     */
    public static String plain(String markdown) {
        StringBuilder words = new StringBuilder();
        Node root = parse(markdown);
        // Without recursion: quotes can nest as deep as the text is long.
        for (Node node = root; node != null; node = next(node, root)) {
            words.append(MarkdownNodes.words(node));
        }
        return words.toString().strip().replaceAll("\\s+", " ");
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

    private static Node parse(String markdown) {
        String text =
                markdown.length() > LONGEST ? markdown.substring(0, LONGEST) + " …" : markdown;
        return Parser.builder().build().parse(text);
    }
}
