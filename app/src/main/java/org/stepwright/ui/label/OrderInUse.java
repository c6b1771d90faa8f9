package org.stepwright.ui.label;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.QueueOrder;
import org.stepwright.storage.RankStore;
import org.stepwright.storage.Ranking;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;

/**
 * The order of work: which one, when it was made, and making it anew in the background. Remembered
 * for each workspace and annotator. Confined to the UI thread.
 */
final class OrderInUse {
    /** Makes an order and saves it. Blocks. */
    interface Ranker {
        /**
         * @param order not IMPORTED
         * @param progress how far it is, and whether to stop
         */
        void rank(QueueOrder order, Progress progress);
    }

    private static final String ORDER = "order";

    private final FxTasks tasks;
    private final RankStore ranks;
    private final Ranker ranker;
    private final LabelMemory memory;
    private final Messages texts = Messages.of("label-modes");
    private final Runnable renewed;
    private final ReadOnlyObjectWrapper<QueueOrder> order = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Ranking> ranking = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<QueueOrder> running = new ReadOnlyObjectWrapper<>();
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param renewed called when the order in use was made anew: the next trace comes by it
     */
    OrderInUse(
            FxTasks tasks, RankStore ranks, Ranker ranker, LabelMemory memory, Runnable renewed) {
        this.tasks = tasks;
        this.ranks = ranks;
        this.ranker = ranker;
        this.memory = memory;
        this.renewed = renewed;
        order.set(memory.get(ORDER, QueueOrder.values()).orElse(QueueOrder.IMPORTED));
        look(order.get(), false);
    }

    /**
     * Labels in another order from now on. One that was never made is made first; until then the
     * traces come as they were imported.
     */
    void choose(QueueOrder next) {
        trouble.set("");
        if (next != order.get()) {
            order.set(next);
            ranking.set(null);
            memory.keep(tasks, () -> memory.put(ORDER, next));
        }
        look(next, true);
    }

    private void look(QueueOrder wanted, boolean make) {
        if (wanted == QueueOrder.IMPORTED) {
            return;
        }
        tasks.query(
                () -> ranks.about(wanted),
                found -> {
                    if (wanted == order.get()) {
                        ranking.set(found.orElse(null));
                        if (make && found.isEmpty()) {
                            rankAgain();
                        }
                    }
                },
                trouble::set);
    }

    /** Makes the order anew, as a task that can be watched and stopped; one at a time. */
    void rankAgain() {
        QueueOrder wanted = order.get();
        if (wanted == QueueOrder.IMPORTED || running.get() != null) {
            return;
        }
        trouble.set("");
        running.set(wanted);
        tasks.run(
                texts.text("order.task", texts.text("order." + wanted)),
                progress -> {
                    ranker.rank(wanted, progress);
                    return wanted;
                },
                done -> {
                    running.set(null);
                    if (done == order.get()) {
                        look(done, false);
                        renewed.run();
                    }
                },
                why -> {
                    running.set(null);
                    trouble.set(why);
                },
                () -> running.set(null));
    }

    ReadOnlyObjectProperty<QueueOrder> order() {
        return order.getReadOnlyProperty();
    }

    /** When and from what the order in use was made; null while it was not, or is not known. */
    ObjectProperty<Ranking> ranking() {
        return ranking;
    }

    /** The order that is being made; null while none is. */
    ReadOnlyObjectProperty<QueueOrder> running() {
        return running.getReadOnlyProperty();
    }

    /** Why an order could not be made; empty while all is well. */
    StringProperty trouble() {
        return trouble;
    }
}
