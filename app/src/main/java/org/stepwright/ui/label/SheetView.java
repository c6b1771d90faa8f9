package org.stepwright.ui.label;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.label.LabelPass;
import org.stepwright.storage.TraceState;

/** What is in sight of the open sheet. Confined to the UI thread. */
final class SheetView {
    private final QueueViewModel queue;
    private final Supplier<LabelFlow> flow;
    private final Supplier<Showing> showing;
    private final ObjectProperty<TraceState> state = new SimpleObjectProperty<>(TraceState.OPEN);
    private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty hides = new SimpleBooleanProperty();
    private final IntegerProperty part = new SimpleIntegerProperty();

    SheetView(QueueViewModel queue, Supplier<LabelFlow> flow, Supplier<Showing> showing) {
        this.queue = queue;
        this.flow = flow;
        this.showing = showing;
    }

    /** Shows another sheet. */
    void begin(TraceSheet sheet) {
        state.set(sheet.state());
        rows.setAll(sheet.rows(showing.get()));
        part.set(flow.get().part(sheet));
        hides.set(sheet.hidesScores(showing.get()));
    }

    /** Shows a sheet as it now is, rows that changed only, here and in the queue. */
    void refresh(TraceSheet sheet) {
        state.set(sheet.state());
        part.set(flow.get().part(sheet));
        hides.set(sheet.hidesScores(showing.get()));
        List<StepRow> now = sheet.rows(showing.get());
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
        if (sheet.pass() == LabelPass.LABEL) { // a repeat says nothing about the queue
            queue.update(sheet.trace().id(), sheet::summary);
        }
    }

    ObjectProperty<TraceState> state() {
        return state;
    }

    ObservableList<StepRow> rows() {
        return rows;
    }

    /** Whether models or judges said something that may not be seen yet. */
    BooleanProperty hides() {
        return hides;
    }

    IntegerProperty part() {
        return part;
    }
}
