package org.stepwright.ui.label.edit;

import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.TabKey;

/** What a step should have said, begun from what it says. */
public final class RewriteForm extends VBox {
    /** More than any step is; what goes beyond it is not taken in. */
    private static final int LONGEST = 100_000;

    private final String step;
    private final TextArea area = new TextArea();

    /**
     * @param step what the step says
     * @param begun what the text begins with
     * @param texts the texts of these forms
     * @param typed hears the text whenever it changes
     */
    public RewriteForm(String step, String begun, Messages texts, Consumer<String> typed) {
        super(8);
        this.step = step;
        Sheets.add(this, "label-edit");
        getStyleClass().add("wide-card");
        area.setId("rewrite-text");
        area.setWrapText(true);
        area.setPrefRowCount(10);
        area.setText(begun);
        area.positionCaret(area.getText().length());
        area.setAccessibleText(texts.text("rewrite.says"));
        area.setTextFormatter(
                new javafx.scene.control.TextFormatter<String>(
                        c -> c.getControlNewText().length() > LONGEST ? null : c));
        area.textProperty().addListener((o, was, is) -> typed.accept(is));
        TabKey.leaves(area);
        getChildren().addAll(Kit.muted(texts.text("rewrite.keys")), area);
    }

    /**
     * @return the correction; empty when nothing stands there or just what the step says
     */
    public String correction() {
        String text = area.getText().strip();
        return text.equals(step.strip()) ? "" : text;
    }
}
