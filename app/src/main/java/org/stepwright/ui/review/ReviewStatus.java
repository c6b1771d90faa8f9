package org.stepwright.ui.review;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.label.SaveQueue;

/** The status bar of reviewing: saved, undo depth. */
final class ReviewStatus extends HBox {
    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(Locale.getDefault());
    private final ReviewViewModel model;
    private final Messages texts;
    private final Subscription saves;
    private final Label saved = new Label();
    private final Label undo = new Label();

    ReviewStatus(ReviewViewModel model, Messages texts) {
        super(18);
        setAlignment(Pos.CENTER_LEFT);
        this.model = model;
        this.texts = texts;
        saved.setId("review-saved");
        undo.setId("review-undo");
        getChildren().addAll(saved, undo);
        // The saves outlive the model when another reviewer takes over.
        saves =
                Subscription.combine(
                        model.saves().pending().subscribe(this::show),
                        model.saves().savedAt().subscribe(this::show),
                        model.saves().trouble().subscribe(this::show));
        model.undoDepth().addListener((o, was, is) -> show());
        show();
    }

    /** Stops listening. */
    void close() {
        saves.unsubscribe();
    }

    private void show() {
        SaveQueue queue = model.saves();
        LocalTime at = queue.savedAt().get();
        boolean bad = !queue.trouble().get().isEmpty();
        int waiting = queue.pending().get();
        saved.setText(
                bad
                        ? texts.text("saved.not", waiting)
                        : waiting > 0
                                ? texts.text("saving")
                                : at == null
                                        ? texts.text("saved.nothing")
                                        : texts.text("saved", time.format(at)));
        saved.getStyleClass().removeAll("status-good", "status-bad");
        if (bad || at != null) {
            saved.getStyleClass().add(bad ? "status-bad" : "status-good");
        }
        undo.setText(texts.text("undo.depth", model.undoDepth().get()));
    }
}
