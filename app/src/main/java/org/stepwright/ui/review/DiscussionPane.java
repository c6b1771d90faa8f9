package org.stepwright.ui.review;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.stepwright.storage.Remark;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.TabKey;

/** The thread of remarks on the open trace, and where the next one is typed. */
final class DiscussionPane extends VBox {
    /** Earlier ones than these are told by their number. */
    private static final int SHOWN = 100;

    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(Locale.getDefault())
                    .withZone(ZoneId.systemDefault());
    private final DiscussionViewModel discussion;
    private final ReviewViewModel model;
    private final Messages texts;
    private final Runnable left;
    private final VBox thread = new VBox(10);
    private final TextArea area = new TextArea();
    private final ToggleButton whole;
    private final Label about = Kit.muted("");
    private final Label trouble = Kit.muted("");

    /**
     * @param left called when writing by keys is over
     */
    DiscussionPane(
            DiscussionViewModel discussion, ReviewViewModel model, Messages texts, Runnable left) {
        super(8);
        this.discussion = discussion;
        this.model = model;
        this.texts = texts;
        this.left = left;
        setId("review-discussion");
        thread.setId("review-remarks");
        area.setId("review-remark");
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.setPromptText(texts.text("remark.prompt"));
        area.setAccessibleText(texts.text("remark"));
        area.textProperty().bindBidirectional(discussion.text());
        TabKey.leaves(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        whole = Kit.chip(texts.text("remark.whole"));
        whole.setId("review-remark-whole");
        whole.setOnAction(e -> aim(whole.isSelected()));
        Button add = Kit.button(texts.text("remark.add"), discussion::add);
        add.setId("review-remark-add");
        add.disableProperty().bind(discussion.saving());
        about.setWrapText(false);
        HBox line = Kit.row(about, whole, Kit.spacer(), add);
        trouble.getStyleClass().add("danger-text");
        Label name = Kit.heading(texts.text("discussion"));
        name.setLabelFor(area);
        getChildren().addAll(Kit.row(name, Kit.keyCap("M")), thread, area, line, trouble);
        discussion.remarks().addListener((ListChangeListener<Remark>) c -> show());
        discussion.step().addListener((o, was, is) -> showAim());
        discussion.trouble().addListener((o, was, is) -> showAim());
        model.namesShown().addListener((o, was, is) -> show());
        model.opened().current().addListener((o, was, is) -> follow());
        showAim();
        show();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            left.run();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
            event.consume();
            discussion.add();
            left.run();
        }
    }

    /** What is typed for a step stays for it; an empty field follows the current step. */
    private void follow() {
        if (discussion.text().get().isBlank() && !whole.isSelected()) {
            aim(false);
        }
    }

    private void aim(boolean wholeTrace) {
        discussion.step().set(wholeTrace ? Remark.WHOLE_TRACE : model.opened().current().get());
        showAim();
    }

    private void showAim() {
        int step = discussion.step().get();
        whole.setSelected(step < 0);
        about.setText(step < 0 ? "" : texts.text("remark.step", step + 1));
        Kit.show(about, step >= 0);
        trouble.setText(discussion.trouble().get());
        Kit.show(trouble, !trouble.getText().isEmpty());
    }

    private void show() {
        List<Remark> all = discussion.all();
        thread.getChildren().clear();
        if (all.isEmpty()) {
            thread.getChildren().add(Kit.muted(texts.text("discussion.none")));
        }
        if (all.size() > SHOWN) {
            thread.getChildren()
                    .add(Kit.muted(texts.text("discussion.earlier", all.size() - SHOWN)));
        }
        all.stream()
                .skip(Math.max(0, all.size() - SHOWN))
                .forEach(r -> thread.getChildren().add(remark(r)));
    }

    private Node remark(Remark remark) {
        Label who = new Label(model.called(remark.annotator()));
        who.getStyleClass().add("review-letter");
        String where =
                remark.step() < 0
                        ? texts.text("remark.whole")
                        : texts.text("remark.step", remark.step() + 1);
        Label when = Kit.muted(where + " · " + time.format(remark.at()));
        when.getStyleClass().add("queue-detail");
        VBox box = new VBox(1, Kit.row(who, when), Kit.body(remark.text()));
        box.getStyleClass().add("review-remark");
        if (remark.step() >= 0) {
            box.setOnMouseClicked(e -> model.opened().moveTo(remark.step()));
        }
        return box;
    }

    /** Takes the keyboard for a remark on the current step or on the whole trace. */
    void type(boolean wholeTrace) {
        aim(wholeTrace);
        area.requestFocus();
        area.end();
        Reveal.later(area);
    }
}
