package org.stepwright.ui.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.app.TrainingRuns;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.SplitRatios;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/** What a new run trains on and how. Used from the UI thread. */
final class NewRun {
    private static final int FEW_TRACES = 200;
    private static final int FEW_ERRORS = 50;

    private final Workspace workspace;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObservableList<String> rubrics = FXCollections.observableArrayList();
    private final ObjectProperty<DataSummary> summary = new SimpleObjectProperty<>();
    private final StringProperty filterTrouble = new SimpleStringProperty("");
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.SIGNALS);
    private final ObjectProperty<NeutralPolicy> neutral =
            new SimpleObjectProperty<>(NeutralPolicy.CORRECT);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("42");
    private final StringProperty rubric = new SimpleStringProperty("");
    private boolean counting;
    private boolean countAgain;

    /**
     * What would be trained on.
     *
     * @param traces traces with at least one verdict
     * @param steps steps with a verdict
     * @param wrong steps that are wrong
     */
    record DataSummary(long traces, long steps, long wrong) {
        /** Whether there is too little to expect a useful model. */
        boolean few() {
            return traces < FEW_TRACES || wrong < FEW_ERRORS;
        }
    }

    NewRun(Workspace workspace, FxTasks tasks, Messages texts) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** Reads what can be chosen and counts what the filter takes. */
    void load() {
        tasks.query(
                () ->
                        workspace.rubrics().list().stream()
                                .flatMap(h -> workspace.rubrics().versions(h.rubricId()).stream())
                                .map(RubricVersion::key)
                                .toList(),
                rubrics::setAll,
                filterTrouble::set);
        count();
    }

    /** Gives it a name when it has none. */
    void suggestName(int runsBefore) {
        if (name.get().isBlank()) {
            name.set(recipe.get().id() + "-" + (runsBefore + 1));
        }
    }

    /**
     * Counts what the filter takes now. That reads every label, so one count runs at a time and
     * only the newest filter waits.
     */
    void count() {
        if (counting) {
            countAgain = true;
            return;
        }
        counting = true;
        String filter = where.get();
        tasks.query(
                () -> count(TraceFilter.parse(filter)),
                counted -> counted(filter, counted, ""),
                why -> counted(filter, null, why));
    }

    private void counted(String filter, DataSummary found, String why) {
        counting = false;
        if (countAgain) {
            countAgain = false;
            count();
        } else if (filter.equals(where.get())) {
            summary.set(found);
            filterTrouble.set(why);
        }
    }

    private DataSummary count(TraceFilter filter) {
        long[] sums = new long[3];
        workspace.traces().forEach(filter, row -> add(row, sums));
        return new DataSummary(sums[0], sums[1], sums[2]);
    }

    private static void add(LabelledTrace row, long[] sums) {
        List<Verdict> verdicts = StepTargets.of(row).verdicts();
        long labelled = verdicts.stream().filter(v -> v != null).count();
        sums[0] += labelled > 0 ? 1 : 0;
        sums[1] += labelled;
        sums[2] += verdicts.stream().filter(v -> v == Verdict.WRONG).count();
    }

    /**
     * @return how to train, as it is chosen
     * @throws WorkFailed with one plain sentence when that is not possible
     */
    TrainOptions options() {
        try {
            return new TrainOptions(
                    recipe.get(),
                    Long.parseLong(seed.get().strip()),
                    neutral.get(),
                    SplitRatios.DEFAULT,
                    Math.max(1, Runtime.getRuntime().availableProcessors()),
                    name.get().strip(),
                    rubric.get());
        } catch (NumberFormatException e) {
            throw new WorkFailed(texts.text("seed.bad"), e);
        } catch (IllegalArgumentException e) {
            throw new WorkFailed(e.getMessage(), e);
        }
    }

    /**
     * A bundle's file that is not taken yet. Touches the disk; call off the UI thread.
     *
     * @param workspace the workspace's file
     * @param title the model's name
     */
    static Path freeFile(Path workspace, String title) {
        Path folder = TrainingRuns.modelFolder(workspace);
        String base =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String stem = base.isEmpty() ? "model" : base;
        Path file = folder.resolve(stem + ".prm");
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(stem + "-" + n + ".prm");
        }
        return file;
    }

    /** What is wrong with the filter, one plain sentence; empty if nothing. */
    ReadOnlyStringProperty filterTrouble() {
        return filterTrouble;
    }

    /** Keys of the published rubric versions. */
    ObservableList<String> rubrics() {
        return rubrics;
    }

    /** What would be trained on; null when not known. */
    ReadOnlyObjectProperty<DataSummary> summary() {
        return summary;
    }

    /** How the model is made. */
    ObjectProperty<Recipe> recipe() {
        return recipe;
    }

    /** What neutral becomes. */
    ObjectProperty<NeutralPolicy> neutral() {
        return neutral;
    }

    /** The model's name. */
    StringProperty name() {
        return name;
    }

    /** Which traces are taken; after a change, {@link #count()}. */
    StringProperty where() {
        return where;
    }

    /** The seed, a whole number. */
    StringProperty seed() {
        return seed;
    }

    /** The rubric version that the model names; empty for that of the labels. */
    StringProperty rubric() {
        return rubric;
    }
}
