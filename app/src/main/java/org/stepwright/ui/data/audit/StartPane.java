package org.stepwright.ui.data.audit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.FilePicker;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Before the first audit: what it does, and one button. */
final class StartPane {
    private final Node root;

    StartPane(AuditViewModel model, FilePicker files, Messages texts) {
        Button go = Kit.primary(texts.text("go"), model::run);
        go.setId("audit-go");
        TitledPane options =
                new TitledPane(texts.text("options"), new OptionsForm(model, files, texts));
        options.setId("audit-options");
        options.setExpanded(false);
        options.setMaxWidth(720);
        VBox content =
                new VBox(
                        20,
                        Kit.emptyState(
                                Feather.CHECK_CIRCLE,
                                texts.text("empty.title"),
                                texts.text("empty.text"),
                                go),
                        options);
        content.setAlignment(Pos.TOP_CENTER);
        root = Kit.scroll(content);
        root.setId("audit-start");
    }

    Node node() {
        return root;
    }
}
