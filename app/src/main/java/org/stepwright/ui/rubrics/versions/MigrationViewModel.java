package org.stepwright.ui.rubrics.versions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.LabelMigrations;
import org.stepwright.storage.MigrationPreview;
import org.stepwright.storage.MigrationResult;
import org.stepwright.storage.Revisit;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Round;

/** The plan by which labels move from one version to another, and what it would do. */
final class MigrationViewModel {
    private final LabelMigrations migrations;
    private final Supplier<String> annotator;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObjectProperty<MigrationPlan> plan = new SimpleObjectProperty<>();
    private final ObjectProperty<MigrationPreview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<MigrationResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final VersionChoices chosen;
    private Set<String> waiting = Set.of();
    private Round round = new Round();

    /**
     * @param versions the published versions, in any order
     * @param migrations the workspace's labels
     * @param annotator the name of who decides
     * @param tasks background work
     * @param texts the texts of this part
     */
    MigrationViewModel(
            Supplier<List<RubricVersion>> versions,
            LabelMigrations migrations,
            Supplier<String> annotator,
            FxTasks tasks,
            Messages texts) {
        this.migrations = migrations;
        this.annotator = annotator;
        this.tasks = tasks;
        this.texts = texts;
        this.chosen = new VersionChoices(versions, migrations, tasks, this::propose, trouble::set);
    }

    private void propose() {
        round.end();
        plan.set(null);
        preview.set(null);
        trouble.set("");
        if (chosen.from().get() == null || chosen.to().get() == null) {
            return;
        }
        RubricVersion older = chosen.from().get().version();
        RubricVersion newer = chosen.to().get().version();
        if (older.key().equals(newer.key())) {
            trouble.set(texts.text("move.sameVersion"));
            return;
        }
        Round mine = new Round();
        round = mine;
        tasks.query(
                () -> migrations.propose(older, newer, mine),
                proposed -> {
                    if (mine == round) {
                        take(proposed);
                    }
                },
                trouble::set);
    }

    private void take(MigrationPlan next) {
        round.end();
        plan.set(next);
        trouble.set("");
        Round mine = new Round();
        round = mine;
        tasks.query(
                () -> migrations.preview(next, mine),
                found -> {
                    if (mine == round) {
                        preview.set(found);
                    }
                },
                why -> {
                    if (mine == round) {
                        trouble.set(why);
                    }
                });
    }

    /**
     * Lets a criterion become another one, or drops it.
     *
     * @param criterion a criterion of the older version
     * @param target a criterion of the newer version; null to drop its ratings
     */
    void become(String criterion, String target) {
        change(MoveEdits.become(plan.get(), criterion, target));
    }

    /**
     * Changes one line of a table of values.
     *
     * @param criterion a criterion of the older version whose scale is another one
     * @param value an old value
     * @param mapped its new value; null when the step is to be rated again
     */
    void map(String criterion, double value, Double mapped) {
        change(MoveEdits.map(plan.get(), criterion, value, mapped));
    }

    private void change(CriterionMove move) {
        if (plan.get().moves().contains(move)) {
            return;
        }
        try {
            take(plan.get().with(move));
        } catch (IllegalArgumentException doesNotFit) {
            trouble.set(doesNotFit.getMessage());
            MigrationPlan same = plan.get();
            plan.set(null); // what shows it goes back to what holds
            plan.set(same);
        }
    }

    /** Criteria of the older version whose ratings get lost, at least in part, with how many. */
    List<String> losses() {
        if (preview.get() == null || plan.get() == null) {
            return List.of();
        }
        return preview.get().uses().stream()
                .filter(use -> use.dropped() > 0)
                .map(use -> texts.text("move.loss", title(use.move().from()), use.dropped()))
                .toList();
    }

    /** The title of a criterion of either version; its id when neither has it. */
    String title(String criterion) {
        MigrationPlan now = plan.get();
        return now == null
                ? criterion
                : Stream.of(now.from(), now.to())
                        .flatMap(v -> v.rubric().criteria().stream())
                        .filter(c -> c.id().equals(criterion))
                        .map(Criterion::title)
                        .findFirst()
                        .orElse(criterion);
    }

    /**
     * Does it, as a task.
     *
     * @param done called when it ended well or was stopped; labels moved in both cases
     */
    void carryOver(Runnable done) {
        MigrationPlan now = plan.get();
        if (now == null || running.get() != null) {
            return;
        }
        result.set(null);
        trouble.set("");
        TaskHandle<MigrationResult> task =
                tasks.run(
                        texts.text("move.task", now.to().key()),
                        progress -> migrations.carryOver(now, annotator.get(), progress),
                        moved -> {
                            readWaiting(now.to(), moved);
                            ended(done);
                        },
                        why -> {
                            ended(done);
                            trouble.set(why);
                        },
                        () -> {
                            ended(done);
                            trouble.set(texts.text("move.stopped"));
                        });
        running.set(task.state().isFinal() ? null : task);
    }

    /** Who is asked to look again: each annotator finds only their own labels in the queue. */
    private void readWaiting(RubricVersion newer, MigrationResult moved) {
        tasks.query(
                () ->
                        new TreeSet<>(
                                migrations.revisits(newer.key()).stream()
                                        .map(Revisit::annotator)
                                        .toList()),
                found -> {
                    waiting = Set.copyOf(found);
                    result.set(moved);
                },
                trouble::set);
    }

    /** Whether the one who works here has steps to revisit. */
    boolean waitsForMe() {
        return waiting.contains(annotator.get());
    }

    /** Who has steps to revisit, for people. */
    String waitsFor() {
        return String.join(", ", new TreeSet<>(waiting));
    }

    /** What is left under the older version is counted anew. */
    private void ended(Runnable done) {
        running.set(null);
        chosen.want(chosen.from().get().version().number(), chosen.to().get().version().number());
        chosen.load();
        done.run();
    }

    /** Which versions are meant. */
    VersionChoices chosen() {
        return chosen;
    }

    /** Null while it is worked out or nothing can be moved. */
    ReadOnlyObjectProperty<MigrationPlan> plan() {
        return plan;
    }

    /** What the plan would do; null until that is counted. */
    ReadOnlyObjectProperty<MigrationPreview> preview() {
        return preview;
    }

    /** What was done last; null before. */
    ReadOnlyObjectProperty<MigrationResult> result() {
        return result;
    }

    ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /** What does not fit or went wrong, one plain sentence; empty if nothing. */
    StringProperty trouble() {
        return trouble;
    }
}
