package org.stepwright.ui.data.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.app.audit.Done;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;

/**
 * Does something about findings, one thing after the other, and undoes it. What was set aside last
 * can be undone after a restart too. Says each time what it left out. Confined to the UI thread;
 * writes run in the background.
 */
final class FixesViewModel {
    private final Workspace workspace;
    private final Cleanup cleanup;
    private final FxTasks tasks;
    private final Supplier<String> annotator;
    private final FindingsViewModel findings;
    private final Runnable changed;
    private final Messages texts;
    private final Deque<Done> undo = new ArrayDeque<>();
    private final Deque<Done> redo = new ArrayDeque<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty said = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param changed called after the content of the workspace changed
     */
    FixesViewModel(
            Workspace workspace,
            Cleanup cleanup,
            FxTasks tasks,
            Supplier<String> annotator,
            FindingsViewModel findings,
            Runnable changed,
            Messages texts) {
        this.workspace = workspace;
        this.cleanup = cleanup;
        this.tasks = tasks;
        this.annotator = annotator;
        this.findings = findings;
        this.changed = changed;
        this.texts = texts;
    }

    /** What was done, and what to say of it. */
    private record Outcome(Optional<Done> done, String sentence, boolean waits) {
        Outcome(Optional<Done> done, String sentence) {
            this(done, sentence, false);
        }
    }

    /** Sets the traces of findings aside. */
    void setAside(List<StoredFinding> rows) {
        String who = annotator.get();
        act(
                () -> {
                    List<String> ids = Cleanup.traces(rows);
                    long labels = labels(ids);
                    Optional<Done> done = cleanup.setAside(rows, who);
                    return new Outcome(done, texts.text("done.aside", ids.size(), labels));
                });
    }

    /** Sets the other trace of a finding aside. */
    void setOtherAside(StoredFinding row) {
        String who = annotator.get();
        act(
                () -> {
                    long labels = labels(List.of(row.finding().other()));
                    Optional<Done> done = cleanup.setOtherAside(row, who);
                    return new Outcome(done, texts.text("done.aside", 1, labels));
                });
    }

    /** Sets the traces of all open findings aside that a filter takes, as one thing to undo. */
    void setAllAside(FindingFilter filter) {
        String who = annotator.get();
        act(
                () -> {
                    List<StoredFinding> rows = all(filter);
                    List<String> ids = Cleanup.traces(rows);
                    long labels = labels(ids);
                    Optional<Done> done =
                            rows.isEmpty() ? Optional.empty() : cleanup.setAside(rows, who);
                    return new Outcome(done, texts.text("done.aside", ids.size(), labels));
                });
    }

    /** Dismisses all open findings that a filter takes, as one thing to undo. */
    void dismissAll(FindingFilter filter) {
        String who = annotator.get();
        act(
                () -> {
                    List<StoredFinding> rows = all(filter);
                    Optional<Done> done = cleanup.dismiss(rows, who);
                    return new Outcome(done, texts.text("done.dismissed", rows.size()));
                });
    }

    /**
     * Counts what setting aside all open findings under a filter would leave out.
     *
     * @param then gets findings, traces and labels
     */
    void plan(FindingFilter filter, java.util.function.Consumer<long[]> then) {
        tasks.query(
                () -> {
                    List<StoredFinding> rows = all(filter);
                    List<String> ids = Cleanup.traces(rows);
                    return new long[] {rows.size(), ids.size(), labels(ids)};
                },
                then,
                trouble::set);
    }

    private List<StoredFinding> all(FindingFilter filter) {
        FindingFilter open = filter.withOpenOnly(true);
        int most = (int) Math.min(Integer.MAX_VALUE, workspace.audits().count(open));
        return workspace.audits().page(open, 0, most);
    }

    private long labels(List<String> ids) {
        return ids.stream().mapToLong(id -> workspace.labels().of(id).size()).sum();
    }

    /** Decides the steps of findings as they suggest. */
    void decide(List<StoredFinding> rows) {
        String who = annotator.get();
        act(() -> new Outcome(cleanup.decide(rows, who), texts.text("done.decided", rows.size())));
    }

    /** Sends the trace of a finding to Review. */
    void review(StoredFinding row) {
        String who = annotator.get();
        act(() -> new Outcome(cleanup.review(row, who), texts.text("done.review")));
    }

    /** Says of findings that they are none. */
    void dismiss(List<StoredFinding> rows) {
        String who = annotator.get();
        act(
                () ->
                        new Outcome(
                                cleanup.dismiss(rows, who),
                                texts.text("done.dismissed", rows.size())));
    }

    /** Takes traces back. */
    void takeBack(List<String> ids) {
        String who = annotator.get();
        act(() -> new Outcome(cleanup.takeBack(ids, who), texts.text("done.back", ids.size())));
    }

    private void act(Callable<Outcome> work) {
        run(
                work,
                outcome -> {
                    if (outcome.done().isEmpty()) {
                        said.set(texts.text("done.nothing"));
                        return;
                    }
                    undo.push(outcome.done().get());
                    redo.clear();
                    said.set(outcome.sentence() + " " + texts.text("done.undo"));
                    findings.refresh(findings::next);
                    changed.run();
                });
    }

    /** Undoes what was done last; after a restart what was set aside last. */
    void undo() {
        if (busy.get()) {
            return;
        }
        Done last = undo.peek();
        String who = annotator.get();
        run(
                () -> {
                    Optional<Done> which = last == null ? cleanup.last(who) : Optional.of(last);
                    return which.isEmpty()
                            ? new Outcome(Optional.empty(), texts.text("undo.none"))
                            : turn(which.get());
                },
                outcome -> {
                    if (!outcome.waits()) { // labels given since can be undone first
                        undo.poll();
                    }
                    turned(outcome, redo, texts.text("undo.done"));
                });
    }

    /** Does again what was undone last. */
    void redo() {
        if (busy.get() || redo.isEmpty()) {
            return;
        }
        Done last = redo.peek();
        run(
                () -> turn(last),
                outcome -> {
                    if (!outcome.waits()) {
                        redo.poll();
                    }
                    turned(outcome, undo, texts.text("redo.done"));
                });
    }

    private Outcome turn(Done last) {
        Optional<Done> turned = cleanup.undo(last);
        boolean waits = turned.isEmpty() && cleanup.isWaiting(last);
        return new Outcome(turned, texts.text("undo.stale"), waits);
    }

    private void turned(Outcome outcome, Deque<Done> back, String sentence) {
        if (outcome.done().isEmpty()) {
            said.set(outcome.sentence());
            return;
        }
        back.push(outcome.done().get());
        said.set(sentence);
        findings.refresh(() -> {});
        changed.run();
    }

    private void run(Callable<Outcome> work, java.util.function.Consumer<Outcome> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set("");
        tasks.query(
                work,
                outcome -> {
                    busy.set(false);
                    then.accept(outcome);
                },
                why -> {
                    busy.set(false);
                    trouble.set(why);
                });
    }

    /** Whether something is on its way to the disk. */
    BooleanProperty busy() {
        return busy;
    }

    /** What was done last, one sentence; empty before the first. */
    StringProperty said() {
        return said;
    }

    /** Why something did not work; empty when all did. */
    StringProperty trouble() {
        return trouble;
    }
}
