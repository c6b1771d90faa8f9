package org.stepwright.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small building blocks that look the same everywhere; their looks are in stepwright.css. */
public final class Kit {
    private Kit() {}

    /**
     * @param text the text
     * @return a heading for a page
     */
    public static Label title(String text) {
        Label label = styled(text, "page-title");
        label.setWrapText(true);
        return label;
    }

    /**
     * @param text the text
     * @return a heading for a card or a part of a panel
     */
    public static Label heading(String text) {
        return styled(text, "heading");
    }

    /**
     * @param text the text
     * @return quiet text that wraps
     */
    public static Label muted(String text) {
        return wrapping(styled(text, "muted"));
    }

    /**
     * @param text the text
     * @return plain text that wraps
     */
    public static Label body(String text) {
        return wrapping(new Label(text));
    }

    /**
     * @param text the text, with a sign where the tone carries meaning
     * @param tone its looks
     * @return a small pill that only tells
     */
    public static Label badge(String text, Tone tone) {
        Label badge = styled(text, "badge");
        badge.getStyleClass().add(tone.styleClass());
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    /**
     * @param key a key as printed on it
     * @return a key cap
     */
    public static Label keyCap(String key) {
        Label cap = styled(key, "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /**
     * @param text the text
     * @return a pill to switch on and off, ticked while on; a ToggleGroup makes several a choice
     */
    public static ToggleButton chip(String text) {
        Label tick = new Label("✓");
        ToggleButton chip = new ToggleButton(text);
        // A graphic that was hidden when the button was first laid out stays without a size.
        chip.selectedProperty().addListener((o, was, is) -> chip.setGraphic(is ? tick : null));
        chip.getStyleClass().add("chip");
        return chip;
    }

    /**
     * @param text the text
     * @param action what it does
     * @return a button
     */
    public static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /**
     * @param text the text
     * @param action what it does
     * @return the one button of a page that most people want next
     */
    public static Button primary(String text, Runnable action) {
        Button button = button(text, action);
        button.getStyleClass().addAll(Styles.SUCCESS, "primary");
        return button;
    }

    /**
     * @param icon the icon
     * @param says what it does, for the tooltip and for screen readers
     * @param action what it does
     * @return a flat button with an icon only
     */
    public static Button iconButton(Ikon icon, String says, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(e -> action.run());
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        return button;
    }

    /**
     * @param icon the icon
     * @return its node
     */
    public static FontIcon icon(Ikon icon) {
        return new FontIcon(icon);
    }

    /**
     * @return a region that takes all space left over in a row
     */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /**
     * @param nodes side by side, centred on one line
     * @return a row
     */
    public static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /**
     * @param nodes one under the other
     * @return a column
     */
    public static VBox column(Node... nodes) {
        return new VBox(8, nodes);
    }

    /**
     * @param nodes one under the other
     * @return a framed card
     */
    public static VBox card(Node... nodes) {
        VBox card = column(nodes);
        card.getStyleClass().add("panel-card");
        return card;
    }

    /**
     * @param title the heading, or empty for none
     * @param nodes the content
     * @return a framed card under a heading
     */
    public static VBox card(String title, Node... nodes) {
        VBox card = card(nodes);
        if (!title.isEmpty()) {
            card.getChildren().add(0, heading(title));
        }
        return card;
    }

    /**
     * @param title the page's title
     * @param subtitle what the page is for, or empty
     * @param actions at the right of the title
     * @return the head of a page
     */
    public static VBox pageHead(String title, String subtitle, Node... actions) {
        HBox line = row(title(title), spacer());
        line.getChildren().addAll(actions);
        return subtitle.isEmpty() ? new VBox(4, line) : new VBox(4, line, muted(subtitle));
    }

    /**
     * @param nodes one under the other
     * @return a page that scrolls and keeps a readable measure
     */
    public static ScrollPane page(Node... nodes) {
        VBox content = new VBox(16, nodes);
        content.getStyleClass().add("page");
        return scroll(content);
    }

    /**
     * @param content as wide as the view
     * @return a scroll pane without a frame
     */
    public static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /**
     * @param label what the field holds
     * @param field the field
     * @return both, tied together for screen readers
     */
    public static VBox field(String label, Node field) {
        Label name = styled(label, "field-label");
        name.setLabelFor(field);
        if (field instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return new VBox(4, name, field);
    }

    /**
     * @param icon a large quiet icon
     * @param title what is not there yet
     * @param text the one next thing to do
     * @param action its button, or null
     * @return what stands where a list or a page is empty
     */
    public static VBox emptyState(Ikon icon, String title, String text, Button action) {
        VBox box = new VBox(12);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        Label words = muted(text);
        words.setMaxWidth(440);
        words.setAlignment(Pos.CENTER);
        box.getChildren().addAll(icon(icon), styled(title, "empty-title"), words);
        if (action != null) {
            box.getChildren().add(action);
        }
        return box;
    }

    /**
     * @param tone its looks
     * @param sentence what happened and what to do
     * @param actions buttons at the right
     * @return a strip across a page; screen readers read the sentence
     */
    public static HBox banner(Tone tone, String sentence, Node... actions) {
        Label words = body(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox banner = row(words);
        banner.getChildren().addAll(actions);
        banner.getStyleClass().addAll("banner", tone.styleClass());
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.setAccessibleText(sentence);
        return banner;
    }

    /**
     * @param node a node
     * @param shown whether it is seen and takes room
     */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
