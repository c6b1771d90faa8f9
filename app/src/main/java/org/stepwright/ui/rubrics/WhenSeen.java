package org.stepwright.ui.rubrics;

import javafx.scene.Node;

/** Draws a part of the screen only while it is on the screen; else once it is there again. */
final class WhenSeen {
    private final Node node;
    private final Runnable draw;
    private boolean stale;

    /**
     * @param node the part
     * @param draw draws it as things are then
     */
    WhenSeen(Node node, Runnable draw) {
        this.node = node;
        this.draw = draw;
        node.sceneProperty()
                .addListener(
                        (o, before, scene) -> {
                            if (scene != null && stale) {
                                changed();
                            }
                        });
    }

    /** What it shows has changed. */
    void changed() {
        stale = node.getScene() == null;
        if (!stale) {
            draw.run();
        }
    }
}
