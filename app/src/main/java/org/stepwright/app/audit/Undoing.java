package org.stepwright.app.audit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.SetAside;
import org.stepwright.storage.Undone;
import org.stepwright.storage.Workspace;
import org.stepwright.work.WorkFailed;

/** Undoes what a clean-up did. Blocks; safe for many threads. */
final class Undoing {
    /** Among so many traces, set aside last, that of the annotator is looked for. */
    private static final int LOOKED_AT = 10_000;

    private final Workspace workspace;

    Undoing(Workspace workspace) {
        this.workspace = workspace;
    }

    /** As {@link Cleanup#undo} says. */
    Optional<Done> undo(Done done) {
        return switch (done.how()) {
            case ASIDE -> turnRound(done);
            case DISMISSED -> {
                workspace.audits().reopen(done.what());
                yield Optional.of(done.as(Done.How.REOPENED));
            }
            case REOPENED -> {
                workspace.audits().dismiss(done.what(), done.annotator());
                yield Optional.of(done.as(Done.How.DISMISSED));
            }
            case LABELS -> label(done, Done.How.LABELS_UNDONE);
            case LABELS_UNDONE -> label(done, Done.How.LABELS);
        };
    }

    private Optional<Done> turnRound(Done done) {
        String uid = workspace.aside().undo(done.uid(), done.annotator());
        return uid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done(Done.How.ASIDE, uid, done.what(), done.annotator()));
    }

    private Optional<Done> label(Done done, Done.How next) {
        long group = Long.parseLong(done.uid());
        boolean redo = done.how() == Done.How.LABELS_UNDONE;
        LabelStore labels = workspace.labels();
        Optional<Undone> turned =
                wait(
                        () ->
                                (redo
                                                ? labels.redo(done.annotator(), group)
                                                : labels.undo(done.annotator(), group))
                                        .join());
        return turned.map(u -> done.as(next));
    }

    /** As {@link Cleanup#last} says. */
    Optional<Done> last(String annotator) {
        List<SetAside> latest = workspace.aside().page(0, LOOKED_AT);
        return latest.stream()
                .filter(s -> s.annotator().equals(annotator))
                .map(s -> new Done(Done.How.ASIDE, s.uid(), List.of(), annotator))
                .findFirst()
                .or(() -> dismissed(annotator));
    }

    private Optional<Done> dismissed(String annotator) {
        List<String> marks = workspace.audits().lastDismissed(annotator);
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done(Done.How.DISMISSED, "", marks, annotator));
    }

    /** As {@link Cleanup#isWaiting} says. */
    boolean isWaiting(Done done) {
        boolean redo = done.how() == Done.How.LABELS_UNDONE;
        return (redo || done.how() == Done.How.LABELS)
                && workspace.labels().isWaiting(done.annotator(), Long.parseLong(done.uid()), redo);
    }

    /** Waits for the disk; fails with the sentence of the failure. */
    static <T> T wait(Supplier<T> write) {
        try {
            return write.get();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WorkFailed failure) {
                throw failure;
            }
            throw e;
        }
    }
}
