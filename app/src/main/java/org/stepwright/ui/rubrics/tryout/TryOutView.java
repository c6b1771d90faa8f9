package org.stepwright.ui.rubrics.tryout;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Rubric;
import org.stepwright.trace.Outcome;
import org.stepwright.tryout.CriterionUse;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.kit.TraceTarget;
import org.stepwright.ui.rubrics.tryout.TryOutViewModel.Result;

/** What a draft says of real traces before anybody labels. Use on the UI thread. */
public final class TryOutView implements SubPage {
    /** So many stages are seen without scrolling where there is room. */
    private static final int STAGES = 8;

    private static final double HEADER = 34;
    private static final double ROW = 30;
    private static final String SIZE_KEY = "tryout-size";

    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-tryout");
    private final TryOutViewModel model;
    private final TryOutTables tables;
    private final RewardChart chart = new RewardChart(texts);
    private final BorderPane root = new BorderPane();
    private final VBox notices = new VBox(8);
    private final FlowPane figures = new FlowPane(28, 8);
    private final Label detail = Kit.muted("");
    private final StackPane middle = new StackPane();
    private final GridPane results = new GridPane();
    private final TaskStrip strip;
    private final Button run;

    /**
     * @param context what the screen got
     * @param draft the open draft, null for none
     */
    public TryOutView(ScreenContext context, Supplier<Rubric> draft) {
        this.context = context;
        this.model =
                new TryOutViewModel(
                        draft,
                        context::verifiers,
                        context.workspace().traces(),
                        context.tasks(),
                        texts);
        this.tables =
                new TryOutTables(
                        texts,
                        id -> model.firstFailed(id, step -> openStep(id, step)),
                        this::openStep);
        this.strip = new TaskStrip("tryout-progress", context.tasks().runner());
        this.run = Kit.primary(texts.text("run"), this::run);
        build();
    }

    private void openStep(String traceId, int step) {
        context.navigator().show("label", new TraceTarget(traceId, step).text());
    }

    private void run() {
        context.app()
                .settings()
                .update(s -> s.withRemembered(SIZE_KEY, String.valueOf(model.size().get())));
        model.run();
    }

    private void build() {
        Sheets.add(root, "rubrics-tryout");
        root.setId("rubrics-tryout");
        run.setId("tryout-run");
        figures.setId("tryout-figures");
        detail.setId("tryout-detail");
        VBox head = new VBox(10, choices(), strip.node(), notices, figures);
        head.getStyleClass().add("tryout-head");
        root.setTop(head);
        layOutResults();
        Node empty =
                Kit.emptyState(
                        Feather.PLAY, texts.text("empty.title"), texts.text("empty.text"), null);
        middle.getChildren().setAll(empty);
        root.setCenter(middle);
        tables.criteria()
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> showCriterion(is));
        model.result().addListener((o, was, is) -> show(is));
        model.trouble().addListener((o, was, is) -> showNotices());
        model.running()
                .addListener(
                        (o, was, is) -> {
                            strip.watch(is);
                            run.setDisable(is != null);
                        });
        Kit.show(figures, false);
        showNotices();
    }

    private Node choices() {
        ComboBox<Integer> size =
                Forms.box("tryout-size", texts.text("size"), n -> texts.text("size.traces", n));
        size.getItems().setAll(TryOutViewModel.SIZES);
        String remembered = context.app().settings().current().remembered().get(SIZE_KEY);
        TryOutViewModel.SIZES.stream()
                .filter(n -> String.valueOf(n).equals(remembered))
                .findFirst()
                .ifPresent(model.size()::set);
        size.valueProperty().bindBidirectional(model.size());
        TextField filter = Forms.line("tryout-filter", model.filter());
        filter.setPromptText(texts.text("filter.prompt"));
        filter.setAccessibleText(texts.text("filter"));
        filter.setPrefColumnCount(26);
        filter.setOnAction(e -> run());
        return Kit.row(size, filter, run);
    }

    /** Stages and criteria at the left, rewards and what to look at at the right. */
    private void layOutResults() {
        results.setHgap(20);
        results.setVgap(8);
        results.getStyleClass().add("tryout-results");
        for (double share : new double[] {58, 42}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            results.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        results.getRowConstraints().add(row);
        VBox left =
                new VBox(
                        8,
                        Kit.heading(texts.text("stages")),
                        tables.stages(),
                        Kit.heading(texts.text("criteria")),
                        tables.criteria(),
                        detail);
        tables.criteria().setMinHeight(140);
        VBox.setVgrow(tables.criteria(), Priority.ALWAYS);
        StackPane lists = new StackPane(tables.traces(), tables.failed(), tables.unplaced());
        lists.setMinHeight(160);
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox right = new VBox(8, Kit.heading(texts.text("chart")), chart.node(), tabs(), lists);
        results.addRow(0, left, right);
    }

    private Node tabs() {
        Map<String, Node> lists =
                Map.of(
                        "traces", tables.traces(),
                        "failed", tables.failed(),
                        "unplaced", tables.unplaced());
        ToggleGroup group = new ToggleGroup();
        FlowPane chips = new FlowPane(8, 6);
        for (String key : List.of("traces", "failed", "unplaced")) {
            ToggleButton chip = Kit.chip(texts.text(key));
            chip.setId("tryout-show-" + key);
            chip.setToggleGroup(group);
            chip.selectedProperty().addListener((o, was, is) -> Kit.show(lists.get(key), is));
            chip.setOnAction(e -> chip.setSelected(true));
            Kit.show(lists.get(key), false);
            chip.setSelected(key.equals("traces"));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private void show(Result result) {
        if (result == null) {
            return;
        }
        tables.show(result);
        double rows = Math.min(STAGES, Math.max(2, result.report().stages().size()));
        tables.stages().setMinHeight(HEADER + ROW * Math.min(rows, 4));
        tables.stages().setPrefHeight(HEADER + ROW * rows);
        TryOutReport report = result.report();
        chart.show(report.rows());
        figures.getChildren().clear();
        figure("figure.traces", Columns.whole(report.traces()));
        figure("figure.right", Columns.whole(report.tracesWith(Outcome.RIGHT)));
        figure("figure.wrong", Columns.whole(report.tracesWith(Outcome.WRONG)));
        figure("figure.steps", Columns.whole(report.steps()));
        double share = report.steps() == 0 ? 0 : 1.0 * report.stepsWithoutStage() / report.steps();
        figure(
                "figure.unplaced",
                Columns.whole(report.stepsWithoutStage()) + "  (" + Columns.percent(share) + ")");
        long failing = report.rows().stream().filter(r -> r.failedChecks() > 0).count();
        figure("figure.failing", Columns.whole(failing));
        Kit.show(figures, true);
        middle.getChildren().setAll(results);
        showCriterion(tables.criteria().getSelectionModel().getSelectedItem());
        showNotices();
    }

    private void figure(String key, String value) {
        Label number = new Label(value);
        number.getStyleClass().add("tryout-number");
        figures.getChildren().add(new VBox(number, Kit.muted(texts.text(key))));
    }

    private void showCriterion(CriterionUse use) {
        if (model.result().get() != null) {
            tables.showFailed();
            detail.setText(
                    use == null
                            ? texts.text("criteria.hint")
                            : new Agreement(texts).of(use, model.result().get().quality()));
        }
    }

    private void showNotices() {
        notices.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            notices.getChildren().add(Kit.banner(Tone.WARNING, model.trouble().get()));
        }
        if (model.outdated()) {
            notices.getChildren().add(Kit.banner(Tone.NEUTRAL, texts.text("outdated")));
        }
        if (model.result().get() != null) {
            model.result()
                    .get()
                    .report()
                    .unusable()
                    .forEach(
                            (id, why) ->
                                    notices.getChildren()
                                            .add(
                                                    Kit.banner(
                                                            Tone.WARNING,
                                                            tables.title(id) + ": " + why)));
        }
        Kit.show(notices, !notices.getChildren().isEmpty());
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        showNotices();
        run.requestFocus();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            run.fire();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Ctrl Enter", texts.text("run")),
                new KeyHint("Enter", texts.text("key.open")));
    }
}
