package org.stepwright.ui.label;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.stepwright.label.LabelPass;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;

/**
 * What stands between a submitted trace and the next one: where the right labels are known, how
 * one's own compare. Confined to the UI thread; reads run in the background.
 */
final class AfterSubmit {
    private final FxTasks tasks;
    private final Workspace workspace;
    private final ProjectInUse project;
    private final SaveQueue saves;
    private final String annotator;
    private final ReadOnlyObjectWrapper<Feedback> feedback = new ReadOnlyObjectWrapper<>();
    private Runnable onward = () -> {};

    AfterSubmit(
            FxTasks tasks,
            Workspace workspace,
            ProjectInUse project,
            SaveQueue saves,
            String annotator) {
        this.tasks = tasks;
        this.workspace = workspace;
        this.project = project;
        this.saves = saves;
        this.annotator = annotator;
    }

    /**
     * A trace was finished, and that is on its way to the disk.
     *
     * @param shown called when there is something to look at first
     * @param next goes on to the next trace: at once where there is nothing to tell
     */
    void finished(TraceSheet sheet, TraceState how, Runnable shown, Runnable next) {
        String id = sheet.trace().id();
        boolean tells =
                how == TraceState.SUBMITTED
                        && sheet.pass() == LabelPass.LABEL
                        && project.isGold(id);
        if (!tells) {
            next.run();
            return;
        }
        int screened = project.settings().get().screening();
        saves.whenStill(
                () -> {
                    if (!saves.trouble().get().isEmpty()) {
                        next.run(); // what is not on disk cannot be compared
                        return;
                    }
                    tasks.query(
                            () -> Feedback.read(workspace, id, annotator, screened),
                            found -> tell(found, shown, next),
                            why -> next.run());
                });
    }

    private void tell(Optional<Feedback> found, Runnable shown, Runnable next) {
        if (found.isEmpty()) {
            next.run();
            return;
        }
        onward = next;
        feedback.set(found.get());
        shown.run();
    }

    /** Whether something is to be looked at, so that no trace is open to be labelled. */
    boolean telling() {
        return feedback.get() != null;
    }

    /** It was looked at: goes on to the next trace. */
    void goOn() {
        feedback.set(null);
        Runnable next = onward;
        onward = () -> {};
        next.run();
    }

    /** Another trace was asked for meanwhile. */
    void dismiss() {
        feedback.set(null);
        onward = () -> {};
    }

    /** What is to be looked at before the next trace, or null. */
    ReadOnlyObjectProperty<Feedback> feedback() {
        return feedback.getReadOnlyProperty();
    }
}
