package org.stepwright.ui.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows pages in place of a screen's content, one over the other, under a bar with the way back.
 * Esc goes back; the focus returns to where it was. Use on the UI thread.
 */
public final class SubPages {
    private final StackPane over;
    private final Messages texts = Messages.of("");
    private final ReadOnlyObjectWrapper<SubPage> current = new ReadOnlyObjectWrapper<>();
    private final Deque<Shown> shown = new ArrayDeque<>();

    private record Shown(SubPage page, Node frame, Node focus, List<Node> covered) {}

    /**
     * @param over the screen's root; what is in it is hidden while a page is shown
     */
    public SubPages(StackPane over) {
        this.over = over;
    }

    /**
     * Shows a page; nothing happens when it is in sight already.
     *
     * @param page the page
     */
    public void open(SubPage page) {
        if (current.get() == page) {
            return;
        }
        if (shown.stream().anyMatch(s -> s.page() == page)) {
            while (current.get() != page) {
                back();
            }
            return;
        }
        Node focus = over.getScene() == null ? null : over.getScene().getFocusOwner();
        List<Node> covered = new ArrayList<>();
        for (Node node : over.getChildren()) {
            if (node.isVisible() && !node.visibleProperty().isBound()) {
                covered.add(node);
            }
        }
        Node frame = frame(page);
        covered.forEach(node -> node.setVisible(false)); // hidden, it takes no focus by Tab
        over.getChildren().add(frame);
        shown.push(new Shown(page, frame, focus, covered));
        current.set(page);
        page.shown();
    }

    private Node frame(SubPage page) {
        Button back = Kit.button(texts.text("back"), this::back);
        back.setId("page-back");
        back.setGraphic(Kit.icon(Feather.ARROW_LEFT));
        back.getStyleClass().add("flat");
        HBox bar = Kit.row(back, Kit.title(page.title()), Kit.spacer());
        bar.getChildren().addAll(page.actions());
        bar.getStyleClass().add("sub-page-bar");
        BorderPane frame = new BorderPane(page.node());
        frame.setTop(bar);
        frame.getStyleClass().add("sub-page");
        frame.setId("sub-page");
        return frame;
    }

    /** Goes back to what was there before; nothing happens when no page is shown. */
    public void back() {
        Shown top = shown.poll();
        if (top == null) {
            return;
        }
        over.getChildren().remove(top.frame());
        ((BorderPane) top.frame()).setCenter(null);
        top.covered().forEach(node -> node.setVisible(true));
        current.set(shown.isEmpty() ? null : shown.peek().page());
        top.page().hidden();
        if (top.focus() != null && top.focus().getScene() == over.getScene()) {
            top.focus().requestFocus();
        }
    }

    /** Goes back as often as needed to see the screen's own content. */
    public void backToScreen() {
        while (!shown.isEmpty()) {
            back();
        }
    }

    /**
     * @param event a key that was pressed on the screen
     * @return whether the page in sight took it; false when none is
     */
    public boolean key(KeyEvent event) {
        SubPage page = current.get();
        if (page == null) {
            return false;
        }
        if (page.key(event)) {
            return true;
        }
        boolean choosing = event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
        if (event.getCode() == KeyCode.ESCAPE && !choosing) {
            back();
            return true;
        }
        return false;
    }

    /**
     * @return the page in sight, null for none
     */
    public ReadOnlyObjectProperty<SubPage> current() {
        return current.getReadOnlyProperty();
    }
}
