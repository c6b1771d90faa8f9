package org.stepwright.ui.kit;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls as little as needed to bring a part of what scrolls into sight. */
public final class Reveal {
    private static final double AIR = 12;

    private Reveal() {}

    /**
     * Scrolls once what changes now is laid out.
     *
     * @param scroll holds the node, at any depth
     * @param node what should be seen; its top, when it is taller than the view
     */
    public static void later(ScrollPane scroll, Node node) {
        Platform.runLater(() -> now(scroll, node));
    }

    /**
     * Scrolls what the node is in once what changes now is laid out.
     *
     * @param node what should be seen
     */
    public static void later(Node node) {
        for (Node n = node.getParent(); n != null; n = n.getParent()) {
            if (n instanceof ScrollPane scroll) {
                later(scroll, node);
                return;
            }
        }
    }

    private static void now(ScrollPane scroll, Node node) {
        if (scroll.getScene() == null || node.getScene() != scroll.getScene()) {
            return;
        }
        scroll.getScene().getRoot().applyCss();
        scroll.getScene().getRoot().layout();
        Node all = scroll.getContent();
        double view = scroll.getViewportBounds().getHeight();
        double hidden = all.getLayoutBounds().getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = all.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double wanted = Math.max(top, bounds.getMaxY() + AIR - view);
        wanted = Math.min(wanted, bounds.getMinY() - AIR);
        scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
}
