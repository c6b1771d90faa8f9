package org.stepwright.ui.data.audit;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.stepwright.audit.AuditFinding;
import org.stepwright.storage.FindingState;
import org.stepwright.storage.StoredFinding;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The findings of the chosen kind, filters above them. Virtual; several can be selected. */
final class FindingList {
    private static final double WIDTH = 330;
    private static final double ROW = 68;

    private final FindingsViewModel model;
    private final Messages texts;
    private final ListView<StoredFinding> list = new ListView<>();
    private final TextField search = new TextField();
    private final Label matching = Kit.muted("");
    private final VBox root;
    private boolean following;

    FindingList(FindingsViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        list.setId("audit-list");
        list.setAccessibleText(texts.text("list"));
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.setCellFactory(v -> new Row());
        list.getStyleClass().addAll("edge-to-edge", "audit-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, was, is) -> {
                            if (is != null && !following) {
                                model.current().set(is);
                            }
                        });
        list.setPlaceholder(Kit.muted(texts.text("list.none")));
        model.current().addListener((o, was, is) -> follow());
        model.matching().addListener((o, was, is) -> count());
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(8, filters(), list);
        root.setMinWidth(WIDTH - 40);
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(460);
        count();
    }

    private Node filters() {
        search.setId("audit-filter");
        search.setPromptText(texts.text("filter"));
        search.setAccessibleText(texts.text("filter"));
        Slider strength = new Slider(0, 1, 0);
        strength.setId("audit-strength");
        strength.setBlockIncrement(0.05);
        strength.setAccessibleText(texts.text("strength.says"));
        strength.setPrefWidth(110);
        HBox.setHgrow(strength, Priority.ALWAYS);
        Label least = new Label();
        least.setMinWidth(80);
        Runnable say = () -> least.setText(texts.text("strength", strength.getValue()));
        say.run();
        ToggleButton open = Kit.chip(texts.text("open.only"));
        open.setId("audit-open-only");
        open.selectedProperty().bindBidirectional(model.openOnly());
        PauseTransition pause = new PauseTransition(Duration.millis(200));
        pause.setOnFinished(e -> model.refilter());
        search.textProperty()
                .addListener(
                        (o, was, is) -> {
                            model.text().set(is);
                            pause.playFromStart();
                        });
        strength.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            model.strength().set(is.doubleValue());
                            say.run();
                            pause.playFromStart();
                        });
        model.strength().addListener((o, was, is) -> strength.setValue(is.doubleValue()));
        open.setOnAction(e -> model.refilter());
        matching.setId("audit-matching");
        return new VBox(6, search, Kit.row(least, strength), Kit.row(open, matching));
    }

    private void count() {
        matching.setText(texts.text("matching", model.matching().get()));
    }

    /** The model's current finding is selected and in sight. */
    private void follow() {
        StoredFinding is = model.current().get();
        int row = is == null ? -1 : model.indexOf(is.number());
        if (row < 0 || list.getSelectionModel().isSelected(row)) {
            return;
        }
        following = true;
        list.getSelectionModel().clearAndSelect(row);
        list.getFocusModel().focus(row);
        following = false;
        list.scrollTo(Math.max(0, row - 2));
    }

    /** The selected findings, the current one if none is. */
    List<StoredFinding> selected() {
        List<StoredFinding> rows =
                list.getSelectionModel().getSelectedItems().stream()
                        .filter(java.util.Objects::nonNull)
                        .toList();
        StoredFinding current = model.current().get();
        return !rows.isEmpty() ? rows : current == null ? List.of() : List.of(current);
    }

    void focus() {
        list.requestFocus();
    }

    void focusFilter() {
        search.requestFocus();
        search.selectAll();
    }

    Node node() {
        return root;
    }

    /** What was found, in two lines, and how strong it is. */
    private final class Row extends ListCell<StoredFinding> {
        private final Label mark = new Label();
        private final Label where = new Label();
        private final Label strength = new Label();
        private final Label message = new Label();
        private final HBox line;

        Row() {
            mark.setMinWidth(18);
            mark.setAlignment(Pos.TOP_LEFT);
            where.getStyleClass().add("audit-where");
            where.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(where, Priority.ALWAYS);
            strength.getStyleClass().add("muted");
            strength.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            message.setWrapText(true);
            message.setMaxHeight(40);
            message.getStyleClass().add("audit-message");
            VBox words = new VBox(2, new HBox(6, where, strength), message);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(4, mark, words);
            line.setMaxHeight(ROW - 12);
            line.prefWidthProperty().bind(list.widthProperty().subtract(40));
            line.maxWidthProperty().bind(list.widthProperty().subtract(40));
        }

        @Override
        protected void updateItem(StoredFinding row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            model.seen(getIndex());
            AuditFinding finding = row.finding();
            mark.setText(sign(row.state()));
            where.setText(where(finding));
            strength.setText(texts.text("row.strength", finding.strength()));
            message.setText(oneLine(finding.message()));
            setGraphic(line);
            setAccessibleText(
                    texts.text(
                            "row.says",
                            where.getText(),
                            message.getText(),
                            texts.text("state." + row.state())));
        }
    }

    private String where(AuditFinding finding) {
        String name = finding.traceId().isEmpty() ? finding.other() : finding.traceId();
        return finding.step() < 0 ? name : texts.text("row.step", name, finding.step() + 1);
    }

    static String sign(FindingState state) {
        return switch (state) {
            case OPEN -> "○";
            case ASIDE -> "⊘";
            case DECIDED -> "✓";
            case REVIEW -> "→";
            case DISMISSED -> "–";
        };
    }

    private static String oneLine(String text) {
        String start = text.length() > 300 ? text.substring(0, 300) + "…" : text;
        return start.replaceAll("\\s+", " ");
    }
}
