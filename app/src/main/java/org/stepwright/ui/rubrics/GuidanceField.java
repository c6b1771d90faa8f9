package org.stepwright.ui.rubrics;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Markdown;
import org.stepwright.ui.kit.Messages;

/** Guidance in Markdown; as soon as it has a mark, how it reads stands below while it is typed. */
final class GuidanceField {
    private static final int ROWS = 2;

    private final VBox root;
    private final VBox preview = new VBox(4);
    private final Messages texts;
    private String shown = "";

    GuidanceField(
            Fields fields,
            Messages texts,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        this.texts = texts;
        TextArea area =
                fields.area(
                        "criterion-guidance",
                        texts.text("criterion.guidance"),
                        ROWS,
                        value,
                        commit);
        area.setPromptText(texts.text("criterion.guidance.prompt"));
        preview.setId("criterion-guidance-preview");
        preview.getStyleClass().add("markdown-preview");
        root = new VBox(6, Kit.field(texts.text("criterion.guidance"), area), preview);
        area.textProperty().addListener((o, before, after) -> show(after));
        show(area.getText());
    }

    private void show(String markdown) {
        boolean marked = !Markdown.plain(markdown).equals(markdown.strip());
        Kit.show(preview, marked);
        if (marked && !markdown.equals(shown)) {
            shown = markdown;
            preview.getChildren()
                    .setAll(
                            Kit.muted(texts.text("criterion.guidance.reads")),
                            Markdown.node(markdown));
        }
    }

    Node node() {
        return root;
    }
}
