package org.stepwright.ui.rubrics.versions;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.LabelMigrations;
import org.stepwright.storage.MigrationPreview;
import org.stepwright.storage.MigrationResult;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Round;

/** The plan by which labels move from one version to another, and what it would do. */
final class MigrationViewModel {
    /** A version and how many labels are under it. */
    record Choice(RubricVersion version, long labels) {}

    private final Supplier<List<RubricVersion>> versions;
    private final LabelMigrations migrations;
    private final Supplier<String> annotator;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Choice> from = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice> to = new SimpleObjectProperty<>();
    private final ObjectProperty<MigrationPlan> plan = new SimpleObjectProperty<>();
    private final ObjectProperty<MigrationPreview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<MigrationResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private int wantedFrom;
    private int wantedTo;
    private boolean loading;
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
        this.versions = versions;
        this.migrations = migrations;
        this.annotator = annotator;
        this.tasks = tasks;
        this.texts = texts;
        from.addListener((o, was, is) -> propose());
        to.addListener((o, was, is) -> propose());
    }

    /** Says which versions are to be chosen when they are next read; 0 for the usual ones. */
    void want(int older, int newer) {
        wantedFrom = older;
        wantedTo = newer;
    }

    /** Reads the versions and how many labels are under each. */
    void load() {
        List<RubricVersion> all = versions.get();
        tasks.query(() -> counted(all), this::show, trouble::set);
    }

    private List<Choice> counted(List<RubricVersion> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(RubricVersion::number).reversed())
                .map(v -> new Choice(v, migrations.labelsUnder(v.key())))
                .toList();
    }

    private void show(List<Choice> found) {
        loading = true;
        choices.setAll(found);
        Choice newer = number(wantedTo, found.isEmpty() ? null : found.get(0));
        Choice usual =
                found.stream()
                        .filter(c -> c != newer && c.labels() > 0)
                        .findFirst()
                        .orElse(found.size() > 1 ? found.get(1) : null);
        from.set(number(wantedFrom, usual));
        to.set(newer);
        loading = false;
        wantedFrom = 0;
        wantedTo = 0;
        propose();
    }

    private Choice number(int wanted, Choice usual) {
        return choices.stream()
                .filter(c -> c.version().number() == wanted)
                .findFirst()
                .orElse(usual);
    }

    private void propose() {
        if (loading) {
            return;
        }
        round.end();
        plan.set(null);
        preview.set(null);
        trouble.set("");
        if (from.get() == null || to.get() == null) {
            return;
        }
        RubricVersion older = from.get().version();
        RubricVersion newer = to.get().version();
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
                            result.set(moved);
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

    /** What is left under the older version is counted anew. */
    private void ended(Runnable done) {
        running.set(null);
        want(from.get().version().number(), to.get().version().number());
        load();
        done.run();
    }

    /** The versions, the latest first. */
    ObservableList<Choice> choices() {
        return choices;
    }

    ObjectProperty<Choice> from() {
        return from;
    }

    ObjectProperty<Choice> to() {
        return to;
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
