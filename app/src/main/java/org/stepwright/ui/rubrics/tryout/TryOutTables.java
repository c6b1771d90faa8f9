package org.stepwright.ui.rubrics.tryout;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.tryout.CriterionUse;
import org.stepwright.tryout.FailedCheck;
import org.stepwright.tryout.StageUse;
import org.stepwright.tryout.TraceTry;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.rubrics.tryout.TryOutViewModel.Result;
import org.stepwright.ui.rubrics.tryout.TryOutViewModel.Unplaced;

/** The tables of a try-out; all virtual, Enter or a double click opens the trace in Label. */
final class TryOutTables {
    private final Messages texts;
    private final TableView<StageUse> stages;
    private final TableView<CriterionUse> criteria;
    private final TableView<TraceTry> traces;
    private final TableView<FailedCheck> failed;
    private final TableView<Unplaced> unplaced;
    private Result result;

    /**
     * @param texts the texts of this part
     * @param openTrace opens a trace where it is worth a look
     * @param openStep opens a trace at a step
     */
    TryOutTables(Messages texts, Consumer<String> openTrace, BiConsumer<String, Integer> openStep) {
        this.texts = texts;
        stages = table("tryout-stages", "stages");
        criteria = table("tryout-criteria", "criteria");
        traces = table("tryout-traces", "traces");
        failed = table("tryout-failed", "failed");
        unplaced = table("tryout-unplaced", "unplaced");
        stageColumns();
        criterionColumns();
        traceColumns();
        failed.getColumns().add(Columns.text(texts.text("col.found"), 260, FailedCheck::message));
        failed.getColumns()
                .add(Columns.text(texts.text("col.criterion"), 130, f -> title(f.criterionId())));
        failed.getColumns().add(Columns.id(texts.text("col.trace"), 110, FailedCheck::traceId));
        failed.getColumns().add(Columns.count(texts.text("col.step"), f -> f.step() + 1));
        unplaced.getColumns()
                .add(
                        Columns.text(
                                texts.text("col.text"),
                                330,
                                u -> u.text().replaceAll("\\s+", " ")));
        unplaced.getColumns().add(Columns.id(texts.text("col.trace"), 110, Unplaced::traceId));
        unplaced.getColumns().add(Columns.count(texts.text("col.step"), u -> u.step() + 1));
        opens(traces, row -> openTrace.accept(row.traceId()));
        opens(failed, row -> openStep.accept(row.traceId(), row.step()));
        opens(unplaced, row -> openStep.accept(row.traceId(), row.step()));
    }

    private <T> TableView<T> table(String id, String key) {
        return Columns.table(id, texts.text(key), texts.text(key + ".none"));
    }

    private void stageColumns() {
        stages.getColumns()
                .add(Columns.text(texts.text("col.stage"), 200, s -> stageTitle(s.stageId())));
        stages.getColumns().add(Columns.count(texts.text("col.steps"), StageUse::steps));
        stages.getColumns().add(Columns.count(texts.text("col.traces"), StageUse::traces));
        stages.getColumns()
                .add(
                        Columns.text(
                                texts.text("col.without"),
                                150,
                                s ->
                                        s.required() && s.tracesWithout() > 0
                                                ? texts.text("without", s.tracesWithout())
                                                : Columns.whole(s.tracesWithout())));
    }

    private void criterionColumns() {
        criteria.getColumns()
                .add(Columns.text(texts.text("col.criterion"), 130, c -> title(c.criterionId())));
        criteria.getColumns().add(Columns.count(texts.text("col.looked"), CriterionUse::looked));
        criteria.getColumns().add(Columns.count(texts.text("col.held"), CriterionUse::held));
        criteria.getColumns()
                .add(Columns.count(texts.text("col.failedSteps"), CriterionUse::failed));
        criteria.getColumns()
                .add(
                        Columns.text(
                                texts.text("col.onRight"),
                                128,
                                c -> Columns.counted(c.onPassed())));
        criteria.getColumns()
                .add(
                        Columns.text(
                                texts.text("col.onWrong"), 128, c -> Columns.counted(c.onWrong())));
    }

    private void traceColumns() {
        traces.getColumns().add(Columns.id(texts.text("col.trace"), 120, TraceTry::traceId));
        traces.getColumns()
                .add(
                        Columns.text(
                                texts.text("col.outcome"),
                                90,
                                t -> texts.text("outcome." + t.outcome())));
        traces.getColumns().add(Columns.reward(texts.text("col.reward"), TraceTry::reward));
        traces.getColumns().add(Columns.count(texts.text("col.failed"), TraceTry::failedChecks));
        traces.getColumns()
                .add(
                        Columns.text(
                                texts.text("col.missing"),
                                150,
                                t ->
                                        t.missingRequiredStages().stream()
                                                .map(this::stageTitle)
                                                .collect(Collectors.joining(", "))));
    }

    private static <T> void opens(TableView<T> table, Consumer<T> open) {
        Runnable chosen =
                () -> {
                    T row = table.getSelectionModel().getSelectedItem();
                    if (row != null) {
                        open.accept(row);
                    }
                };
        table.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                        e.consume();
                        chosen.run();
                    }
                });
        table.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) {
                        chosen.run();
                    }
                });
    }

    void show(Result shown) {
        result = shown;
        stages.getItems().setAll(shown.report().stages());
        criteria.getItems().setAll(shown.report().criteria());
        traces.getItems().setAll(shown.report().rows());
        unplaced.getItems().setAll(shown.unplaced());
        showFailed();
    }

    /** The failed checks of the chosen criterion, or of all. */
    void showFailed() {
        CriterionUse chosen = criteria.getSelectionModel().getSelectedItem();
        failed.getItems()
                .setAll(
                        result.report().examples().stream()
                                .filter(
                                        f ->
                                                chosen == null
                                                        || f.criterionId()
                                                                .equals(chosen.criterionId()))
                                .toList());
    }

    String title(String criterionId) {
        Rubric rubric = result.rubric();
        return rubric.criteria().stream()
                .filter(c -> c.id().equals(criterionId))
                .map(Criterion::title)
                .findFirst()
                .orElse(criterionId);
    }

    private String stageTitle(String stageId) {
        return result.rubric().stages().stream()
                .filter(s -> s.id().equals(stageId))
                .map(Stage::title)
                .findFirst()
                .orElse(stageId);
    }

    TableView<StageUse> stages() {
        return stages;
    }

    TableView<CriterionUse> criteria() {
        return criteria;
    }

    TableView<TraceTry> traces() {
        return traces;
    }

    TableView<FailedCheck> failed() {
        return failed;
    }

    TableView<Unplaced> unplaced() {
        return unplaced;
    }
}
