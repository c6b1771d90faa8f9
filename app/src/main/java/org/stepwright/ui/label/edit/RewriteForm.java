package org.stepwright.ui.label.edit;

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
     * @param correction what was written in its place before; empty if nothing
     * @param texts the texts of these forms
     */
    public RewriteForm(String step, String correction, Messages texts) {
        super(8);
        this.step = step;
        Sheets.add(this, "label-edit");
        getStyleClass().add("wide-card");
        area.setId("rewrite-text");
        area.setWrapText(true);
        area.setPrefRowCount(10);
        area.setText(correction.isEmpty() ? step : correction);
        area.setAccessibleText(texts.text("rewrite.says"));
        area.setTextFormatter(
                new javafx.scene.control.TextFormatter<String>(
                        c -> c.getControlNewText().length() > LONGEST ? null : c));
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
