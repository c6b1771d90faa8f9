package org.stepwright.ui.rubrics.versions;

import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.TallCell;

/** A line of the diff in its list. */
final class DiffCell extends TallCell<DiffRow> {
    private final Messages texts;
    private final DiffLine line = new DiffLine();

    DiffCell(ListView<DiffRow> list, Messages texts) {
        super(list);
        this.texts = texts;
    }

    @Override
    protected Region content(DiffRow row) {
        line.show(row);
        return line;
    }

    @Override
    protected String says(DiffRow row) {
        return texts.text(
                "row.says",
                texts.text("mark." + row.mark()),
                row.label(),
                said(row.before()),
                said(row.after()));
    }

    private String said(String side) {
        return side.isEmpty() ? texts.text("row.nothing") : side;
    }
}
