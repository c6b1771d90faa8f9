package org.stepwright.ui.label;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.stepwright.label.LabelMode;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The status bar of labelling: saved, undo depth, pace, time left. */
final class LabelStatus extends HBox {
    private static final double MINUTE = 60;

    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(Locale.getDefault());
    private final LabelViewModel model;
    private final Messages texts;
    private final Subscription saves;
    private final Label saved = new Label();
    private final Label undo = new Label();
    private final Label pace = new Label();
    private final Label left = new Label();
    private final Label mode = new Label();
    private final Messages modes = Messages.of("label-modes");

    LabelStatus(LabelViewModel model, Messages texts) {
        super(18);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        this.model = model;
        this.texts = texts;
        saved.setId("label-saved");
        undo.setId("label-undo");
        pace.setId("label-pace");
        left.setId("label-left");
        mode.setId("label-mode-status");
        getChildren().addAll(saved, undo, pace, left, mode);
        // The saves outlive the model when another annotator takes over.
        saves =
                Subscription.combine(
                        model.saves().pending().subscribe(this::showSaved),
                        model.saves().savedAt().subscribe(this::showSaved),
                        model.saves().trouble().subscribe(this::showSaved));
        model.undoDepth().addListener((o, was, is) -> showRest());
        model.speed().secondsPerStep().addListener((o, was, is) -> showRest());
        model.queue().open().addListener((o, was, is) -> showRest());
        model.mode().mode().subscribe(this::showMode);
        model.session().part().subscribe(this::showMode);
        showMode();
        showSaved();
        showRest();
    }

    private void showMode() {
        LabelMode now = model.mode().mode().get();
        int part = model.session().part().get();
        String name = modes.text("mode." + now);
        mode.setText(part == 0 ? name : name + " · " + modes.text("mode.pass", part));
        Kit.show(mode, now != LabelMode.FREE);
    }

    /** Stops listening. */
    void close() {
        saves.unsubscribe();
    }

    private void showSaved() {
        SaveQueue queue = model.saves();
        LocalTime at = queue.savedAt().get();
        boolean bad = !queue.trouble().get().isEmpty();
        String text;
        if (bad) {
            text = texts.text("saved.not", queue.pending().get());
        } else if (queue.pending().get() > 0) {
            text = texts.text("saving");
        } else {
            text = at == null ? texts.text("saved.nothing") : texts.text("saved", time.format(at));
        }
        saved.setText(text);
        saved.getStyleClass().removeAll("status-good", "status-bad");
        if (bad) {
            saved.getStyleClass().add("status-bad");
        } else if (at != null) {
            saved.getStyleClass().add("status-good");
        }
    }

    private void showRest() {
        undo.setText(texts.text("undo.depth", model.undoDepth().get()));
        double seconds = model.speed().secondsPerStep().get();
        Kit.show(pace, Double.isFinite(seconds));
        pace.setText(texts.text("pace", seconds));
        double rest = model.speed().secondsLeft();
        Kit.show(left, Double.isFinite(rest) && rest > 0);
        left.setText(
                rest < 90 * MINUTE
                        ? texts.text("left.minutes", Math.ceil(rest / MINUTE))
                        : texts.text("left.hours", rest / MINUTE / MINUTE));
    }
}
