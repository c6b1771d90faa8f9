package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Undone;

/**
 * What reviewing reads and writes. Reads block: call them off the UI thread. Writes never block;
 * their futures complete once the change is on the disk.
 */
interface ReviewStore {
    /**
     * Streams the traces on which people differ, gave up, or say that the problem is bad.
     *
     * @param text words to find; empty for any
     * @param sink gets each trace once
     */
    void contested(String text, Consumer<ReviewTrace> sink);

    /**
     * @throws org.stepwright.work.WorkFailed when there is no such trace
     */
    ReviewTrace read(String traceId);

    /** Decisions on steps of one trace, as one undo step. */
    CompletableFuture<?> decide(List<StepLabel> group);

    /** Takes a decision on a step away. */
    CompletableFuture<?> clear(String traceId, int step, String reviewer);

    /** Says how far the decision on a trace is. */
    CompletableFuture<?> finish(String traceId, String reviewer, TraceState state);

    CompletableFuture<Optional<Undone>> undo(String reviewer);

    CompletableFuture<Optional<Undone>> redo(String reviewer);

    int undoDepth(String reviewer);

    /** Whether the project hides who said what. */
    boolean blind();

    /** Rows of the list, as {@link #contested} finds them. */
    default List<ReviewItem> items(String text) {
        Map<String, ReviewItem> found = new LinkedHashMap<>();
        contested(
                text,
                trace -> {
                    ReviewItem item = ReviewItem.of(trace);
                    if (item.contested()) {
                        found.putIfAbsent(item.id(), item);
                    }
                });
        return new ArrayList<>(found.values());
    }
}
