package org.stepwright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void marksBecomeStylesAndListsBecomeItems() {
        Parent node = Markdown.node("Look for **dates**.\n\n- the `order` date\n- *delivery*");
        assertThat(texts(node))
                .contains("Look for /", "dates/text-strong", "order/text-code")
                .contains("delivery/text-emphasis");
        assertThat(texts(node)).contains("•/");
    }

    @Test
    void whatWouldFetchOrRunStandsAsText() {
        Parent node = Markdown.node("See <script> [here](http://a.b) ![pic](http://a.b/c)");
        assertThat(texts(node)).contains("<script>/", "here/", "pic/");
    }

    @Test
    void plainIsTheWordsOnOneLine() {
        assertThat(Markdown.plain("# One\n\n- two **three**\n- four\n\n`five`"))
                .isEqualTo("One two three four five");
    }

    @Test
    void aTextThatNestsWithoutEndIsCutOff() {
        String quotes = ">".repeat(200_000) + " deep";
        assertThat(texts(Markdown.node(quotes))).containsExactly("…/");
        assertThat(Markdown.plain(quotes)).isNotNull();
    }

    private static List<String> texts(Parent parent) {
        List<String> found = new ArrayList<>();
        parent.getChildrenUnmodifiable()
                .forEach(
                        child -> {
                            if (child instanceof Text text) {
                                found.add(
                                        text.getText()
                                                + "/"
                                                + String.join(" ", text.getStyleClass()));
                            } else if (child instanceof Parent inner) {
                                found.addAll(texts(inner));
                            }
                        });
        return found;
    }
}
