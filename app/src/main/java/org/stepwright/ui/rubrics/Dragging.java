package org.stepwright.ui.rubrics;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Moves stages and criteria by dragging them; a line shows the gap that a drop would fill. */
final class Dragging {
    static final DataFormat STAGE = new DataFormat("application/x-stepwright-stage");
    static final DataFormat CRITERION = new DataFormat("application/x-stepwright-criterion");

    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");
    private static final PseudoClass INTO = PseudoClass.getPseudoClass("drop-into");

    private Dragging() {}

    /**
     * @param handle where a drag begins
     * @param picture what follows the pointer
     * @param format what is dragged
     * @param id its id; empty for nothing to drag
     */
    static void source(Node handle, Node picture, DataFormat format, Supplier<String> id) {
        handle.setOnDragDetected(
                event -> {
                    if (id.get().isEmpty()) {
                        return;
                    }
                    Dragboard board = handle.startDragAndDrop(TransferMode.MOVE);
                    ClipboardContent content = new ClipboardContent();
                    content.put(format, id.get());
                    board.setContent(content);
                    board.setDragView(picture.snapshot(new SnapshotParameters(), null));
                    event.consume();
                });
    }

    /**
     * @param node where things can be dropped before and behind
     * @param format what can be
     * @param drop gets the id and whether the gap is the one behind the node
     */
    static void between(Node node, DataFormat format, BiConsumer<String, Boolean> drop) {
        accept(
                node,
                format,
                event -> mark(node, behind(node, event) ? AFTER : BEFORE),
                (id, event) -> drop.accept(id, behind(node, event)));
    }

    /**
     * @param node where things can be dropped into
     * @param format what can be
     * @param drop gets the id
     */
    static void into(Node node, DataFormat format, Consumer<String> drop) {
        accept(node, format, event -> mark(node, INTO), (id, event) -> drop.accept(id));
    }

    private static void accept(
            Node node,
            DataFormat format,
            Consumer<DragEvent> over,
            BiConsumer<String, DragEvent> drop) {
        EventHandler<DragEvent> marks =
                event -> {
                    if (event.getDragboard().hasContent(format)) {
                        event.acceptTransferModes(TransferMode.MOVE);
                        over.accept(event);
                        event.consume();
                    }
                };
        node.addEventHandler(DragEvent.DRAG_OVER, marks);
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> mark(node, null));
        node.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    if (event.getDragboard().getContent(format) instanceof String id) {
                        mark(node, null);
                        drop.accept(id, event);
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    private static boolean behind(Node node, DragEvent event) {
        return event.getY() > node.getLayoutBounds().getHeight() / 2;
    }

    private static void mark(Node node, PseudoClass mark) {
        for (PseudoClass each : new PseudoClass[] {BEFORE, AFTER, INTO}) {
            node.pseudoClassStateChanged(each, each == mark);
        }
    }
}
