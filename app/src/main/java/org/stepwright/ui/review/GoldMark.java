package org.stepwright.ui.review;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.stepwright.storage.GoldStore;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.GoldUse;
import org.stepwright.ui.kit.FxTasks;

/**
 * Whether the open trace is served blind among others because its right labels are known. Confined
 * to the UI thread; the workspace is asked in the background.
 */
final class GoldMark {
    private final FxTasks tasks;
    private final GoldStore gold;
    private final String reviewer;
    private final Runnable noKey;
    private final Consumer<String> failed;
    private final ObjectProperty<GoldUse> use = new SimpleObjectProperty<>();
    private String traceId = "";
    private boolean busy;

    /**
     * @param noKey told when nobody has decided or labelled the trace, so that there is nothing to
     *     compare with
     * @param failed gets a plain sentence
     */
    GoldMark(
            FxTasks tasks,
            GoldStore gold,
            String reviewer,
            Runnable noKey,
            Consumer<String> failed) {
        this.tasks = tasks;
        this.gold = gold;
        this.reviewer = reviewer;
        this.noKey = noKey;
        this.failed = failed;
    }

    /** Another trace is open; empty for none. */
    void open(String id) {
        traceId = id;
        use.set(null);
        if (!id.isEmpty()) {
            tasks.query(() -> find(id), found -> show(id, found), failed);
        }
    }

    private GoldUse find(String id) {
        return gold.all().stream()
                .filter(g -> g.traceId().equals(id))
                .map(GoldTrace::use)
                .findFirst()
                .orElse(null);
    }

    private void show(String id, GoldUse found) {
        if (id.equals(traceId)) {
            use.set(found);
        }
    }

    /** From ordinary to known, from known to screening, from screening to ordinary. */
    void next() {
        if (traceId.isEmpty() || busy) {
            return;
        }
        String id = traceId;
        GoldUse next =
                use.get() == null
                        ? GoldUse.GOLD
                        : use.get() == GoldUse.GOLD ? GoldUse.SCREENING : null;
        busy = true;
        tasks.query(
                () -> change(id, next),
                changed -> {
                    busy = false;
                    if (changed) {
                        show(id, next);
                    } else {
                        noKey.run();
                    }
                },
                why -> {
                    busy = false;
                    failed.accept(why);
                });
    }

    private boolean change(String id, GoldUse next) {
        if (next == null) {
            gold.remove(List.of(id));
            return true;
        }
        if (gold.key(id).isEmpty()) {
            return false;
        }
        gold.add(List.of(id), next, reviewer);
        return true;
    }

    /** What the open trace is used for; null for nothing. */
    ObjectProperty<GoldUse> use() {
        return use;
    }
}
