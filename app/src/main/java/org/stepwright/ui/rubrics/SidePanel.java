package org.stepwright.ui.rubrics;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The right panel: what lint says and what a labeller will see. */
final class SidePanel {
    private final ScrollPane root;

    SidePanel(Messages texts, LintPanel lint, LabellerPanel labeller) {
        VBox seen = new VBox(8, Kit.heading(texts.text("labeller")), labeller.node());
        VBox content = new VBox(20, lint.node(), seen);
        content.getStyleClass().add("rubric-right-content");
        root = Kit.scroll(content);
        root.getStyleClass().add("rubric-right");
        root.setId("rubrics-side");
    }

    ScrollPane node() {
        return root;
    }
}
