package org.stepwright.ui.label;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.Undone;
import org.stepwright.ui.kit.FxTasks;

/** The annotator's changes, which can be taken back one by one. Confined to the UI thread. */
final class UndoHistory {
    private final SaveQueue saves;
    private final LabelStore labels;
    private final String annotator;
    private final Consumer<Undone> show;
    private final Consumer<Boolean> nothing;
    private final IntegerProperty depth = new SimpleIntegerProperty();

    /**
     * @param show gets where that was that was undone or done again
     * @param nothing called when there was nothing to undo (true) or to do again (false)
     */
    UndoHistory(
            SaveQueue saves,
            LabelStore labels,
            String annotator,
            Consumer<Undone> show,
            Consumer<Boolean> nothing) {
        this.saves = saves;
        this.labels = labels;
        this.annotator = annotator;
        this.show = show;
        this.nothing = nothing;
    }

    /**
     * Counts what can be taken back.
     *
     * @param failed gets a plain sentence
     */
    void load(FxTasks tasks, Consumer<String> failed) {
        tasks.query(() -> labels.undoDepth(annotator), depth::set, failed);
    }

    /** Takes the last change back, in whatever trace it was, and shows it. */
    void undo() {
        step(() -> labels.undo(annotator), true);
    }

    /** Does the last undone change again and shows it. */
    void redo() {
        step(() -> labels.redo(annotator), false);
    }

    private void step(Supplier<CompletableFuture<Optional<Undone>>> how, boolean undo) {
        saves.add(
                how,
                undone -> {
                    if (undone.isEmpty()) {
                        nothing.accept(undo);
                        return;
                    }
                    Undone there = undone.get();
                    depth.set(undo ? there.depthLeft() : depth.get() + 1);
                    show.accept(there);
                });
    }

    /** One more change can be taken back. */
    void grew() {
        depth.set(depth.get() + 1);
    }

    /** How many changes can be taken back. */
    IntegerProperty depth() {
        return depth;
    }
}
