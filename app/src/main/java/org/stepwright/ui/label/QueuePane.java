package org.stepwright.ui.label;

import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.stepwright.label.LabelPass;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.prose.Prose;

/** The queue at the left: progress, filters, one virtual row a trace. */
final class QueuePane extends VBox {
    private static final double WIDTH = 262;
    private static final double ROW = 68;

    private final LabelViewModel model;
    private final QueueViewModel queue;
    private final Messages texts;
    private final DoubleProperty rowWidth = new SimpleDoubleProperty();
    private final DoubleProperty rowHeight = new SimpleDoubleProperty();
    private final ListView<TraceSummary> list = new ListView<>();
    private final TextField search = new TextField();
    private final QueueHead head;
    private final FlowPane chips;

    /**
     * @param done called when something was chosen by a menu: the keyboard is wanted elsewhere
     */
    QueuePane(LabelViewModel model, Messages texts, Overlay overlay, Runnable done) {
        this.model = model;
        this.queue = model.queue();
        this.texts = texts;
        getStyleClass().addAll("side-panel", "queue-pane");
        textSize(100);
        Sheets.add(this, "label-modes");
        chips = chips();
        head = new QueueHead(model, texts, overlay, done);
        head.getChildren().add(chips);
        search.setPromptText(texts.text("queue.filter"));
        search.setAccessibleText(texts.text("queue.filter"));
        search.setId("queue-filter");
        head.getChildren().add(search);
        PauseTransition pause = new PauseTransition(Duration.millis(200));
        pause.setOnFinished(e -> model.filter());
        search.textProperty().bindBidirectional(queue.text());
        search.textProperty().addListener((o, was, is) -> pause.playFromStart());

        list.setId("label-queue");
        list.setItems(queue.items());
        list.setCellFactory(v -> new Row());
        list.getStyleClass().addAll("edge-to-edge", "queue-list");
        Label nothing = Kit.muted(texts.text("queue.none"));
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(e -> openSelected());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        model.session()
                .trace()
                .addListener(
                        (o, was, is) -> {
                            list.refresh(); // the badge "now" and a row that is served again
                            showCurrent();
                        });
        queue.items().addListener((ListChangeListener<TraceSummary>) c -> keepCurrent(c));
    }

    /**
     * Makes room for larger text: rows as much higher, the whole half as much wider, as the steps
     * want the width more.
     *
     * @param percent the size of text, 100 or more
     */
    void textSize(int percent) {
        double width = WIDTH * (0.5 + percent / 200.0);
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        rowWidth.set(width - 38);
        rowHeight.set(ROW * percent / 100.0);
        list.setFixedCellSize(rowHeight.get());
    }

    private FlowPane chips() {
        ToggleGroup group = new ToggleGroup();
        FlowPane chips = new FlowPane(8, 6);
        for (QueueShow show : QueueShow.values()) {
            ToggleButton chip = Kit.chip(texts.text("show." + show));
            chip.setId("queue-" + show.name().toLowerCase(java.util.Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setSelected(queue.show().get() == show);
            chip.setOnAction(
                    e -> {
                        chip.setSelected(true);
                        queue.show().set(show);
                        model.filter();
                    });
            queue.show().addListener((o, was, is) -> chip.setSelected(is == show));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    /** A fresh page drops the selection; a changed row does not. */
    private void keepCurrent(ListChangeListener.Change<? extends TraceSummary> change) {
        if (list.getSelectionModel().isEmpty()) {
            showCurrent();
        }
    }

    private void showCurrent() {
        int row =
                model.session().trace().get() == null
                        ? -1
                        : queue.indexOf(model.session().trace().get().id());
        if (row >= 0) {
            list.getSelectionModel().select(row);
            // One row of the past stays in sight above the current one.
            list.scrollTo(Math.max(0, row - 2));
        } else {
            list.getSelectionModel().clearSelection(); // the open trace is none of these
        }
    }

    void openSelected() {
        TraceSummary row = list.getSelectionModel().getSelectedItem();
        if (row != null
                && (model.session().trace().get() == null
                        || !row.id().equals(model.session().trace().get().id()))) {
            model.open(row.id());
        }
    }

    /** While answers are compared there is no queue of traces to look at. */
    void comparing(boolean is) {
        head.comparing(is);
        Kit.show(chips, !is);
        Kit.show(search, !is);
        Kit.show(list, !is);
    }

    /** What stands over the rows. */
    QueueHead head() {
        return head;
    }

    boolean listFocused() {
        return list.isFocused();
    }

    void focusFilter() {
        search.requestFocus();
        search.selectAll();
    }

    private final class Row extends ListCell<TraceSummary> {
        private final Label mark = new Label();
        private final Label problem = new Label();
        private final Label detail = new Label();
        private final Label badge = Kit.badge("", Tone.NEUTRAL);
        private final HBox line;

        Row() {
            mark.getStyleClass().add("queue-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            mark.setPrefWidth(Region.USE_COMPUTED_SIZE);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            mark.setMaxHeight(Double.MAX_VALUE);
            mark.setAlignment(Pos.TOP_LEFT);
            problem.setWrapText(true);
            problem.maxHeightProperty().bind(rowHeight.multiply(36 / ROW));
            problem.getStyleClass().add("queue-problem");
            detail.getStyleClass().addAll("muted", "queue-detail");
            detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // a long id keeps the counts
            VBox words = new VBox(1, problem, detail);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(4, mark, words, badge);
            line.setAlignment(Pos.CENTER_LEFT);
            words.setAlignment(Pos.CENTER_LEFT);
            // 13 px fits two lines of a problem's beginning.
            line.prefWidthProperty().bind(rowWidth);
            line.maxWidthProperty().bind(rowWidth);
            line.prefHeightProperty().bind(rowHeight.subtract(14));
            line.maxHeightProperty().bind(rowHeight.subtract(14));
        }

        @Override
        protected void updateItem(TraceSummary row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            queue.seen(getIndex());
            problem.setText(shorten(row.problem()));
            detail.setText(
                    row.labelled() > 0 && row.state() == TraceState.OPEN
                            ? texts.text("row.labelled", row.id(), row.labelled(), row.steps())
                            : texts.text("row", row.id(), row.steps()));
            // What one said the first time is not shown while one says it again.
            TraceSummary told = repeated(row) ? asNew(row) : row;
            mark.setText(mark(told));
            mark.getStyleClass().setAll("label", "queue-mark", markClass(told));
            badge(told);
            setGraphic(line);
            setAccessibleText(
                    texts.text(
                            "row.says",
                            row.problem(),
                            row.id(),
                            texts.text("state." + told.state())));
        }

        private void badge(TraceSummary row) {
            String text = "";
            Tone tone = Tone.NEUTRAL;
            if (row.state() == TraceState.SUBMITTED && row.firstError() >= 0) {
                text = texts.text("badge.error", row.firstError() + 1);
                tone = Tone.DANGER;
            } else if (row.state() == TraceState.SUBMITTED) {
                text = texts.text("badge.ok");
                tone = Tone.SUCCESS;
            } else if (model.session().trace().get() != null
                    && row.id().equals(model.session().trace().get().id())) {
                text = texts.text("badge.now");
                tone = Tone.WARNING;
            }
            badge.setText(text);
            badge.getStyleClass().setAll("label", "badge", tone.styleClass());
            Kit.show(badge, !text.isEmpty());
        }
    }

    private boolean repeated(TraceSummary row) {
        TraceSheet sheet = model.session().sheet();
        return sheet != null && sheet.ref().equals(new TraceRef(row.id(), LabelPass.REPEAT));
    }

    private static TraceSummary asNew(TraceSummary row) {
        return new TraceSummary(
                row.id(),
                row.problem(),
                row.steps(),
                0,
                TraceState.OPEN,
                -2,
                row.source(),
                row.generator(),
                row.others());
    }

    private static String mark(TraceSummary row) {
        return switch (row.state()) {
            case SUBMITTED -> row.firstError() >= 0 ? "✗" : "✓";
            case GAVE_UP -> "–";
            case BAD_PROBLEM -> "!";
            case OPEN -> row.labelled() > 0 ? "◐" : "○";
        };
    }

    private static String markClass(TraceSummary row) {
        return switch (row.state()) {
            case SUBMITTED -> row.firstError() >= 0 ? "mark-wrong" : "mark-correct";
            case GAVE_UP, BAD_PROBLEM -> "mark-muted";
            case OPEN -> row.labelled() > 0 ? "mark-part" : "mark-muted";
        };
    }

    private static String shorten(String problem) {
        return Prose.line(problem, 64);
    }
}
