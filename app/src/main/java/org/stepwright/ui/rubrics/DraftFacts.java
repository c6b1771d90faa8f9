package org.stepwright.ui.rubrics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricDiff;
import org.stepwright.rubric.RubricLint;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.verify.VerifierCatalog;

/**
 * What follows from the draft: whether it differs from the latest version, at once; how, and what
 * lint says, soon. Used from the UI thread.
 */
final class DraftFacts {
    private final VerifierCatalog verifiers;
    private final DraftReader reader;
    private final StagesSeen seen;
    private final Supplier<Rubric> draft;
    private final ObservableList<LintFinding> findings = FXCollections.observableArrayList();
    private final ObservableList<RubricVersion> versions = FXCollections.observableArrayList();
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final BooleanProperty differs = new SimpleBooleanProperty();

    /**
     * @param tasks background work
     * @param verifiers the kinds of verifier that criteria can name
     * @param traces the workspace's traces
     * @param draft the draft as it is at that moment
     * @param failed gets what goes wrong, one plain sentence
     */
    DraftFacts(
            FxTasks tasks,
            VerifierCatalog verifiers,
            StagesSeen.Traces traces,
            Supplier<Rubric> draft,
            Consumer<String> failed) {
        this.verifiers = verifiers;
        this.draft = draft;
        this.reader = new DraftReader(tasks, this::read, this::found, failed);
        this.seen = new StagesSeen(tasks, traces, this::follow, failed);
    }

    /** Another rubric was opened. */
    void open(List<RubricVersion> published) {
        findings.clear();
        changes.clear();
        versions.setAll(published);
        follow();
    }

    /** A version was published. */
    void published(List<RubricVersion> now) {
        versions.setAll(now);
        follow();
    }

    /** There may be other traces now. */
    void tracesChanged() {
        seen.forget();
        follow();
    }

    /** The draft changed. */
    void follow() {
        Rubric rubric = draft.get();
        if (rubric != null) {
            Rubric last = latest(versions).map(RubricVersion::rubric).orElse(null);
            differs.set(!rubric.equals(last));
            reader.read(new DraftReader.Job(rubric, last, seen.of(rubric)));
        }
    }

    private DraftReader.Reading read(DraftReader.Job job) {
        return new DraftReader.Reading(
                job.draft(),
                RubricLint.check(job.draft(), verifiers::problem, job.stagesSeen()),
                job.latest() == null ? List.of() : RubricDiff.between(job.latest(), job.draft()));
    }

    private void found(DraftReader.Reading reading) {
        if (reading.rubric() != draft.get()) {
            return;
        }
        if (!findings.equals(reading.findings())) {
            findings.setAll(reading.findings());
        }
        if (!changes.equals(reading.changes())) {
            changes.setAll(reading.changes());
        }
    }

    static Optional<RubricVersion> latest(List<RubricVersion> published) {
        return published.stream().max(Comparator.comparingInt(RubricVersion::number));
    }

    ObservableList<LintFinding> findings() {
        return findings;
    }

    ObservableList<RubricVersion> versions() {
        return versions;
    }

    ObservableList<Change> changes() {
        return changes;
    }

    ReadOnlyBooleanProperty differs() {
        return differs;
    }
}
