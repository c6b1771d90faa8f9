package org.stepwright.ui.data.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.app.audit.AuditOptions;
import org.stepwright.app.audit.AuditSummary;
import org.stepwright.app.audit.Auditing;
import org.stepwright.audit.FindingKind;
import org.stepwright.storage.AuditRun;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;

/**
 * Auditing the open workspace: how, the audit that runs, and what the last one looked at. Confined
 * to the UI thread; all work runs in the background.
 */
final class AuditViewModel {
    /** What the tab shows. */
    enum Phase {
        /** It is being read. */
        LOADING,
        /** There was no audit yet. */
        EMPTY,
        /** An audit runs. */
        RUNNING,
        /** The last audit. */
        RESULT
    }

    private final Workspace workspace;
    private final Auditing auditing;
    private final FxTasks tasks;
    private final Messages texts;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final ObjectProperty<AuditSummary> summary = new SimpleObjectProperty<>();
    private final ObjectProperty<Instant> madeAt = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObservableSet<FindingKind> checks =
            FXCollections.observableSet(EnumSet.allOf(FindingKind.class));
    private final DoubleProperty near = new SimpleDoubleProperty(AuditOptions.NEAR);
    private final ObservableList<Path> benchmarks = FXCollections.observableArrayList();
    private final StringProperty splitBy = new SimpleStringProperty("");
    private final BooleanProperty deep = new SimpleBooleanProperty();
    private Runnable whenMade = () -> {};

    AuditViewModel(Workspace workspace, Auditing auditing, FxTasks tasks, Messages texts) {
        this.workspace = workspace;
        this.auditing = auditing;
        this.tasks = tasks;
        this.texts = texts;
    }

    /**
     * @param action called when another audit is there to be shown
     */
    void whenMade(Runnable action) {
        whenMade = action;
    }

    /** Reads the last audit. */
    void load() {
        if (running.get() != null) {
            return;
        }
        tasks.query(
                () -> workspace.audits().last(),
                last -> {
                    if (running.get() == null) {
                        show(last);
                    }
                },
                this::failed);
    }

    private void show(Optional<AuditRun> last) {
        trouble.set("");
        boolean other = !last.map(AuditRun::madeAt).equals(Optional.ofNullable(madeAt.get()));
        last.ifPresent(
                run -> {
                    summary.set(AuditJson.summary(run.summary()));
                    madeAt.set(run.madeAt());
                    if (other) {
                        take(AuditJson.options(run.options()));
                    }
                });
        phase.set(last.isPresent() ? Phase.RESULT : Phase.EMPTY);
        if (last.isPresent() && other) {
            whenMade.run();
        }
    }

    /** The next audit is made as the last one was, unless somebody changes that. */
    private void take(AuditOptions options) {
        checks.clear();
        checks.addAll(options.checks());
        near.set(options.near());
        benchmarks.setAll(options.benchmarks());
        splitBy.set(options.splitBy());
        deep.set(options.deep());
    }

    /** Audits as the options say, as a task. */
    void run() {
        if (running.get() != null) {
            return;
        }
        if (checks.isEmpty()) {
            trouble.set(texts.text("checks.none"));
            return;
        }
        AuditOptions options = options();
        trouble.set("");
        TaskHandle<?> task =
                tasks.run(
                        texts.text("task"),
                        progress -> auditing.audit(workspace, options, progress),
                        result -> ended(""),
                        this::ended,
                        () -> ended(texts.text("cancelled")));
        if (!task.state().isFinal()) {
            running.set(task);
            phase.set(Phase.RUNNING);
        }
    }

    private void ended(String why) {
        running.set(null);
        tasks.query(
                () -> workspace.audits().last(),
                last -> {
                    show(last);
                    trouble.set(why);
                },
                this::failed);
    }

    private void failed(String why) {
        trouble.set(why);
        if (phase.get() == Phase.LOADING || phase.get() == Phase.RUNNING) {
            phase.set(summary.get() == null ? Phase.EMPTY : Phase.RESULT);
        }
    }

    /** Stops the audit that runs; the last one stays. */
    void cancel() {
        if (running.get() != null) {
            running.get().cancel();
        }
    }

    AuditOptions options() {
        return AuditOptions.DEFAULT
                .withChecks(Set.copyOf(checks))
                .withNear(Math.max(AuditOptions.NEAR_LEAST, Math.min(1, near.get())))
                .withBenchmarks(List.copyOf(benchmarks))
                .withSplitBy(splitBy.get() == null ? "" : splitBy.get().strip())
                .withDeep(deep.get());
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** The audit that runs; null when none does. */
    ObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /** What the last audit looked at; null before the first one. */
    ObjectProperty<AuditSummary> summary() {
        return summary;
    }

    /** When the last audit was made; null before the first one. */
    ObjectProperty<Instant> madeAt() {
        return madeAt;
    }

    /** Why something did not work; empty when all did. */
    StringProperty trouble() {
        return trouble;
    }

    /** What the next audit looks for. */
    ObservableSet<FindingKind> checks() {
        return checks;
    }

    /** From which similarity on answers are near-duplicates. */
    DoubleProperty near() {
        return near;
    }

    /** Files whose problems must not be learned from. */
    ObservableList<Path> benchmarks() {
        return benchmarks;
    }

    /** The metadata that names a trace's part of a split. */
    StringProperty splitBy() {
        return splitBy;
    }

    /** Whether models are trained too. */
    BooleanProperty deep() {
        return deep;
    }
}
