package org.stepwright.ui.shell;

import atlantafx.base.controls.CustomTextField;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The search field of the top bar and the list of what it found. */
final class SearchBox {
    private static final double LIST_WIDTH = 620;
    private static final double ROW = 34;
    private static final int ROWS = 12;

    private final SearchViewModel model;
    private final Node home;
    private final Messages texts = Messages.of("shell");
    private final CustomTextField field = new CustomTextField();
    private final ListView<SearchHit> list = new ListView<>();
    private final Label nothing = Kit.muted("");
    private final VBox drop = new VBox(list, nothing);
    private final PauseTransition pause = new PauseTransition(Duration.millis(120));
    private boolean goWhenFound;

    /**
     * @param home gets the focus when the search is left
     */
    SearchBox(SearchViewModel model, Node home) {
        this.model = model;
        this.home = home;
        field.setId("search");
        field.getStyleClass().add("search-field");
        field.setPromptText(texts.text("search.prompt"));
        field.setAccessibleText(texts.text("search.name"));
        field.setLeft(Kit.icon(Feather.SEARCH));
        field.setRight(Kit.row(Kit.keyCap("Ctrl"), Kit.keyCap("K")));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        pause.setOnFinished(e -> model.search(field.getText()));
        field.textProperty().addListener((o, was, is) -> ask());
        field.setOnMousePressed(e -> ask());
        field.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                Kit.show(drop, false);
                            }
                        });

        list.setId("search-hits");
        list.setItems(model.hits());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setCellFactory(v -> new HitCell());
        list.setOnMouseClicked(e -> go());
        model.hits().addListener((ListChangeListener<SearchHit>) c -> arrange());
        model.searched().addListener((o, was, is) -> arrange());
        drop.getStyleClass().add("pop-list");
        drop.setMaxSize(LIST_WIDTH, VBox.USE_PREF_SIZE);
        drop.setPrefWidth(LIST_WIDTH);
        Kit.show(drop, false);
    }

    CustomTextField field() {
        return field;
    }

    /** The list; the shell lays it under the field. */
    VBox drop() {
        return drop;
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
        ask();
    }

    /** Opens the list; the focus alone does not, as it may come here by itself. */
    private void ask() {
        goWhenFound = false;
        if (field.isFocused()) {
            Kit.show(drop, true);
            pause.playFromStart();
        }
    }

    private void arrange() {
        double height = Math.min(ROWS, model.hits().size()) * ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        Kit.show(list, !model.hits().isEmpty());
        boolean empty = model.hits().isEmpty() && model.searched().get();
        nothing.setText(texts.text("search.none", field.getText()));
        Kit.show(nothing, empty);
        if (list.getSelectionModel().isEmpty() && !model.hits().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        if (goWhenFound && (!model.hits().isEmpty() || model.searched().get())) {
            goWhenFound = false;
            go();
        }
    }

    private void keyPressed(KeyEvent event) {
        int row = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> move(row + 1);
            case UP -> move(row - 1);
            case ENTER -> goToWhatIsTyped();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int row) {
        if (row >= 0 && row < model.hits().size()) {
            list.getSelectionModel().select(row);
            list.scrollTo(row);
        }
    }

    /** Fast fingers press Enter before the search has begun, or before the traces have come. */
    private void goToWhatIsTyped() {
        if (pause.getStatus() == Animation.Status.RUNNING) {
            pause.stop();
            list.getSelectionModel().clearSelection();
            model.search(field.getText());
            goWhenFound = true;
            arrange();
        } else {
            go();
        }
    }

    private void go() {
        SearchHit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            leave();
            hit.action().run();
        }
    }

    private void leave() {
        goWhenFound = false;
        field.clear();
        home.requestFocus();
        Kit.show(drop, false);
    }

    private final class HitCell extends ListCell<SearchHit> {
        @Override
        protected void updateItem(SearchHit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            setGraphic(null);
            if (empty || hit == null) {
                return;
            }
            Label title = new Label(hit.title());
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            Label detail = new Label(hit.detail());
            detail.getStyleClass().add("muted");
            detail.setMinWidth(HBox.USE_PREF_SIZE);
            HBox line =
                    Kit.row(
                            Kit.badge(texts.text("search." + hit.kind()), Tone.NEUTRAL),
                            title,
                            detail);
            line.setMaxWidth(LIST_WIDTH - 48);
            setGraphic(line);
            setAccessibleText(hit.title());
        }
    }
}
