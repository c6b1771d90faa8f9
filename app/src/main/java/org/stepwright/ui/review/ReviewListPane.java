package org.stepwright.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The list at the left: how much waits, filters, one virtual row a trace. */
final class ReviewListPane extends VBox {
    private static final double WIDTH = 262;
    private static final double ROW = 88;
    private static final int PROBLEM = 64;

    private final ReviewViewModel model;
    private final ReviewListViewModel queue;
    private final Messages texts;
    private final ListView<ReviewItem> list = new ListView<>();
    private final TextField search = new TextField();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = new Label();

    ReviewListPane(ReviewViewModel model, Messages texts) {
        this.model = model;
        this.queue = model.list();
        this.texts = texts;
        getStyleClass().addAll("side-panel", "queue-pane");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        search.setPromptText(texts.text("list.filter"));
        search.setAccessibleText(texts.text("list.filter"));
        search.setId("review-filter");
        PauseTransition pause = new PauseTransition(Duration.millis(200));
        pause.setOnFinished(e -> model.search());
        search.textProperty()
                .addListener(
                        (o, was, is) -> {
                            queue.text().set(is);
                            pause.playFromStart();
                        });
        VBox head =
                new VBox(8, Kit.row(Kit.heading(texts.text("list"))), progress(), chips(), search);
        head.getStyleClass().add("queue-head");
        list.setId("review-list");
        list.setItems(queue.items());
        list.setFixedCellSize(ROW);
        list.setCellFactory(v -> new Row());
        list.getStyleClass().addAll("edge-to-edge", "queue-list");
        list.setOnMouseClicked(e -> openSelected());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        model.opened().trace().addListener((o, was, is) -> showCurrent());
        queue.items()
                .addListener(
                        (ListChangeListener<ReviewItem>)
                                c -> {
                                    if (list.getSelectionModel().isEmpty()) {
                                        showCurrent();
                                    }
                                });
        queue.loading().addListener((o, was, is) -> showProgress());
        queue.waiting().addListener((o, was, is) -> showProgress());
        queue.total().addListener((o, was, is) -> showProgress());
        showProgress();
    }

    private HBox progress() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        HBox.setHgrow(bar, Priority.ALWAYS);
        progress.getStyleClass().add("muted");
        progress.setId("review-progress");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        return Kit.row(bar, progress);
    }

    private FlowPane chips() {
        ToggleGroup group = new ToggleGroup();
        FlowPane chips = new FlowPane(8, 6);
        for (ReviewListViewModel.Show show : ReviewListViewModel.Show.values()) {
            ToggleButton chip = Kit.chip(texts.text("show." + show));
            chip.setId("review-" + show.name().toLowerCase(Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setSelected(queue.show().get() == show);
            chip.setOnAction(
                    e -> {
                        chip.setSelected(true);
                        queue.show().set(show);
                        queue.filter();
                    });
            queue.show().addListener((o, was, is) -> chip.setSelected(is == show));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private void showProgress() {
        int total = queue.total().get();
        int done = total - queue.waiting().get();
        bar.setProgress(total == 0 ? 0 : (double) done / total);
        progress.setText(texts.text("progress", done, total));
        bar.setAccessibleText(texts.text("progress.says", done, total));
        list.setPlaceholder(
                Kit.muted(
                        texts.text(
                                queue.loading().get()
                                        ? "list.loading"
                                        : total > 0 ? "list.none" : "list.empty")));
    }

    private void showCurrent() {
        int row = queue.indexOf(model.opened().id());
        if (row >= 0) {
            list.getSelectionModel().select(row);
            // One row of the past stays in sight above the current one.
            list.scrollTo(Math.max(0, row - 1));
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    void openSelected() {
        ReviewItem row = list.getSelectionModel().getSelectedItem();
        if (row != null && !row.id().equals(model.opened().id())) {
            model.open(row.id());
        }
    }

    boolean listFocused() {
        return list.isFocused();
    }

    void focusFilter() {
        search.requestFocus();
        search.selectAll();
    }

    /** How people differ on a trace, in words. */
    static String differing(ReviewItem item, Messages texts) {
        return item.differing() == 0
                ? texts.text("differ.none", item.people())
                : texts.text("differ.steps", item.differing(), item.steps());
    }

    /** Which first errors they name, and who gave none. */
    static String firstErrors(ReviewItem item, Messages texts) {
        String first =
                item.firstErrorsDiffer()
                        ? texts.text("differ.first", named(item.firstErrors(), texts))
                        : "";
        String flags = item.gaveUp() > 0 ? texts.text("differ.gaveUp", item.gaveUp()) : "";
        String bad = item.flagged() > 0 ? texts.text("differ.bad", item.flagged()) : "";
        return List.of(first, flags, bad).stream()
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String named(List<Integer> errors, Messages texts) {
        return errors.stream()
                .filter(e -> e >= 0)
                .map(e -> String.valueOf(e + 1))
                .collect(Collectors.joining(" " + texts.text("versus") + " "))
                .concat(
                        errors.contains(-1)
                                ? " " + texts.text("versus") + " " + texts.text("none")
                                : "");
    }

    private final class Row extends ListCell<ReviewItem> {
        private final Label mark = new Label();
        private final Label problem = new Label();
        private final Label steps = new Label();
        private final Label errors = new Label();
        private final HBox line;

        Row() {
            mark.getStyleClass().add("queue-mark");
            mark.setMinWidth(18);
            mark.setMaxHeight(Double.MAX_VALUE);
            mark.setAlignment(Pos.TOP_LEFT);
            problem.setWrapText(true);
            problem.setMaxHeight(36);
            problem.getStyleClass().add("queue-problem");
            steps.getStyleClass().addAll("muted", "queue-detail");
            errors.getStyleClass().addAll("muted", "queue-detail");
            errors.setTextOverrun(OverrunStyle.ELLIPSIS);
            VBox words = new VBox(1, problem, steps, errors);
            words.setMinWidth(0);
            words.setAlignment(Pos.TOP_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(4, mark, words);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefSize(WIDTH - 38, ROW - 14);
            line.setMaxSize(WIDTH - 38, ROW - 14);
        }

        @Override
        protected void updateItem(ReviewItem row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            problem.setText(shorten(row.problem()));
            steps.setText(differing(row, texts));
            errors.setText(firstErrors(row, texts));
            Kit.show(errors, !errors.getText().isEmpty());
            mark.setText(row.decided() ? "✓" : "≠");
            mark.getStyleClass()
                    .setAll("label", "queue-mark", row.decided() ? "mark-correct" : "mark-part");
            setGraphic(line);
            setAccessibleText(
                    texts.text(
                            "row.says",
                            row.problem(),
                            steps.getText(),
                            errors.getText(),
                            texts.text(row.decided() ? "row.decided" : "row.waiting")));
        }
    }

    private static String shorten(String problem) {
        String line = problem.strip().replaceAll("\\s+", " ");
        if (line.length() <= PROBLEM) {
            return line;
        }
        int space = line.lastIndexOf(' ', PROBLEM - 1);
        return line.substring(0, space > 40 ? space : PROBLEM - 1) + "…";
    }
}
