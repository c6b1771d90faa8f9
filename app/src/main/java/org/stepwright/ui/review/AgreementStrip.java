package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.stepwright.ui.kit.Messages;

/** One small mark a step: where people agree, where they differ, and what is decided. */
final class AgreementStrip extends FlowPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final OpenTrace open;
    private final Messages texts;
    private final List<Label> cells = new ArrayList<>();

    AgreementStrip(OpenTrace open, Messages texts) {
        super(3, 3);
        this.open = open;
        this.texts = texts;
        setId("review-strip");
        getStyleClass().add("review-strip");
        open.rows().addListener((ListChangeListener<ReviewRow>) c -> changed());
        open.current().addListener((o, was, is) -> raise(is.intValue()));
        changed();
    }

    private void changed() {
        while (cells.size() > open.rows().size()) {
            cells.remove(cells.size() - 1);
        }
        while (cells.size() < open.rows().size()) {
            int step = cells.size();
            Label cell = new Label();
            cell.setOnMouseClicked(e -> open.moveTo(step));
            cells.add(cell);
        }
        if (getChildren().size() != cells.size()) {
            getChildren().setAll(cells);
        }
        for (int i = 0; i < cells.size(); i++) {
            show(cells.get(i), open.rows().get(i));
        }
        raise(open.current().get());
    }

    /** The decision's sign once there is one; before that whether people agree. */
    private void show(Label cell, ReviewRow row) {
        boolean decided = row.verdict() != null;
        String sign =
                decided
                        ? Marks.sign(row.verdict())
                        : row.differs() ? "≠" : row.split().agreed() ? "=" : "·";
        cell.setText(sign);
        cell.getStyleClass().setAll("label", "strip-cell");
        cell.getStyleClass()
                .add(
                        decided
                                ? Marks.styleClass(row.verdict())
                                : row.differs() ? "differs" : "open");
        cell.setAccessibleText(
                texts.text(
                        "strip.says",
                        row.index() + 1,
                        texts.text(
                                decided
                                        ? "verdict.says." + row.verdict()
                                        : row.differs() ? "strip.differs" : "strip.agrees")));
    }

    private void raise(int step) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).pseudoClassStateChanged(CURRENT, i == step);
        }
    }
}
