package org.stepwright.ui.label.edit;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.stepwright.trace.StepPiece;
import org.stepwright.trace.StepPlace;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.Tone;

/**
 * The steps around a caret as they would be, and the keys that move their boundaries. What is far
 * away is only counted, so that a long trace stays quick.
 */
public final class BoundaryPane extends VBox {
    private static final int AROUND = 2;
    private static final double HEIGHT = 340;
    private static final int HEARD = 60;

    private final BoundaryEditor editor;
    private final Messages texts;
    private final Consumer<StepRevision> done;
    private final VBox steps = new VBox(6);
    private final ScrollPane scroll = Kit.scroll(steps);
    private final VBox keyboard = new VBox(scroll);
    private final Label counts = Kit.muted("");
    private final Label refusal = Kit.body("");
    private Node caretRow;

    /**
     * @param trace a trace with steps
     * @param step the step to begin at
     * @param texts the texts of these forms
     * @param done gets the revision when Enter is pressed where a step begins already
     */
    public BoundaryPane(Trace trace, int step, Messages texts, Consumer<StepRevision> done) {
        super(10);
        this.texts = texts;
        this.done = done;
        editor = new BoundaryEditor(trace, step);
        Sheets.add(this, "label-edit");
        getStyleClass().add("wide-card");
        scroll.setPrefHeight(HEIGHT);
        scroll.setFocusTraversable(false);
        keyboard.setId("edit-steps");
        keyboard.getStyleClass().add("edit-steps");
        keyboard.setFocusTraversable(true);
        keyboard.setAccessibleRole(AccessibleRole.TEXT_AREA);
        keyboard.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keyboard.setOnMousePressed(e -> keyboard.requestFocus());
        VBox.setVgrow(keyboard, Priority.ALWAYS);
        counts.setId("edit-steps-counts");
        refusal.setId("edit-steps-refusal");
        getChildren().addAll(keys(), keyboard, counts, refusal);
        draw();
    }

    private Node keys() {
        Label first = Kit.muted(texts.text("steps.keys"));
        first.setWrapText(true);
        return first;
    }

    private void pressed(KeyEvent event) {
        boolean ctrl = event.isShortcutDown();
        if (event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(ctrl, -1);
            case RIGHT -> move(ctrl, 1);
            case UP -> editor.step(-1);
            case DOWN -> editor.step(1);
            case ENTER -> {
                if (ctrl) {
                    return;
                }
                splitOrDone();
            }
            case BACK_SPACE -> editor.mergePrevious();
            case DELETE, M -> editor.mergeNext();
            case Z -> {
                if (!ctrl) {
                    return;
                }
                editor.undo();
            }
            default -> {
                return;
            }
        }
        event.consume();
        draw();
    }

    private void move(boolean sentence, int by) {
        if (sentence) {
            editor.sentence(by);
        } else {
            editor.character(by);
        }
    }

    private void splitOrDone() {
        if (editor.atStart()) {
            finish();
        } else {
            editor.split();
        }
    }

    /** Hands the revision over, if anything was changed. */
    public void finish() {
        editor.revision().ifPresent(done);
    }

    private void draw() {
        List<List<StepPiece>> pieces = editor.pieces();
        int at = stepOf(pieces, editor.caret());
        int from = Math.max(0, at - AROUND);
        int to = Math.min(pieces.size(), at + AROUND + 1);
        steps.getChildren().clear();
        far(from, "steps.before");
        for (int i = from; i < to; i++) {
            Node row = row(i, pieces.get(i), i == at);
            steps.getChildren().add(row);
            caretRow = i == at ? row : caretRow;
        }
        far(pieces.size() - to, "steps.after");
        int before = editor.revision().map(r -> r.before().steps().size()).orElse(pieces.size());
        counts.setText(
                editor.changed()
                        ? texts.text("steps.counts", before, pieces.size())
                        : texts.text("steps.same", pieces.size()));
        refusal.setText(editor.refusal().isEmpty() ? "" : "✗ " + editor.refusal());
        Kit.show(refusal, !editor.refusal().isEmpty());
        say(at, pieces.size());
        Reveal.later(scroll, caretRow);
    }

    private void far(int count, String text) {
        if (count > 0) {
            steps.getChildren().add(Kit.muted(texts.text(text, count)));
        }
    }

    private static int stepOf(List<List<StepPiece>> pieces, StepPlace caret) {
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            StepPiece first = pieces.get(i).get(0);
            if (new StepPlace(first.step(), first.from()).compareTo(caret) <= 0) {
                at = i;
            }
        }
        return at;
    }

    private Node row(int index, List<StepPiece> pieces, boolean current) {
        Label number = new Label(String.valueOf(index + 1));
        number.getStyleClass().add("step-number");
        number.setMinWidth(26);
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("edit-text");
        flow.setMinWidth(0);
        HBox.setHgrow(flow, Priority.ALWAYS);
        for (int i = 0; i < pieces.size(); i++) {
            StepPiece piece = pieces.get(i);
            if (i > 0) {
                flow.getChildren().add(new Text("\n"));
            }
            add(flow, piece, i + 1 == pieces.size(), current);
        }
        HBox row = new HBox(8, number, flow);
        row.getStyleClass().add("edit-step");
        if (current) {
            row.getStyleClass().add("edit-current");
        }
        if (editor.isNew(pieces.get(0))) {
            row.getChildren().add(Kit.badge(texts.text("steps.new"), Tone.ACCENT));
        }
        if (pieces.size() > 1) {
            row.getChildren().add(Kit.badge(texts.text("steps.merged"), Tone.ACCENT));
        }
        return row;
    }

    /** The text of a piece, with the caret where it is; in white space, at the end before it. */
    private void add(TextFlow flow, StepPiece piece, boolean lastOfStep, boolean current) {
        String text = editor.text(piece.step()).substring(piece.from(), piece.to());
        int offset = editor.caret().offset() - piece.from();
        boolean here =
                current
                        && editor.caret().step() == piece.step()
                        && offset >= 0
                        && (offset < text.length() || lastOfStep || !piece.last());
        if (!here) {
            flow.getChildren().add(new Text(text));
            return;
        }
        int cut = Math.min(offset, text.length());
        Text caret = new Text("▏");
        caret.getStyleClass().add("edit-caret");
        flow.getChildren()
                .addAll(new Text(text.substring(0, cut)), caret, new Text(text.substring(cut)));
    }

    /** What a screen reader hears after each key: the step and the words after the caret. */
    private void say(int step, int count) {
        StepPlace caret = editor.caret();
        String text = editor.text(caret.step());
        String next =
                text.substring(caret.offset(), Math.min(text.length(), caret.offset() + HEARD));
        keyboard.setAccessibleText(texts.text("steps.says", step + 1, count, next));
        Platform.runLater(
                () -> keyboard.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }
}
