package org.stepwright.ui.rubrics.drafting;

import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The pieces of a proposal to tick, and the button that takes them. */
final class ProposalsPane {
    private final ProposalsViewModel model;
    private final Messages texts;
    private final ListView<Proposal> list = new ListView<>();
    private final Label count = Kit.heading("");
    private final VBox notes = new VBox(6);
    private final Button accept;
    private final BorderPane filled = new BorderPane();
    private final StackPane root = new StackPane();

    /**
     * @param model the proposal
     * @param texts the texts of this part
     * @param empty the key of the texts that stand here before there is a proposal
     * @param accepted told after the chosen pieces were taken, with how many did not fit
     */
    ProposalsPane(ProposalsViewModel model, Messages texts, String empty, IntConsumer accepted) {
        this.model = model;
        this.texts = texts;
        this.accept = Kit.primary("", () -> accepted.accept(model.accept()));
        accept.setId("proposals-accept");
        count.setId("proposals-count");
        notes.setId("proposals-notes");
        list.setId("proposals");
        list.setAccessibleText(texts.text("pieces"));
        list.setItems(model.proposals());
        list.getStyleClass().add("proposals");
        list.setCellFactory(l -> new ProposalCell(l, model, texts));
        list.setOnKeyPressed(
                e -> {
                    Proposal chosen = list.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.SPACE && chosen != null) {
                        e.consume();
                        chosen.chosen().set(!chosen.chosen().get());
                    }
                });
        Button all = Kit.button(texts.text("all"), () -> model.choose(true));
        Button none = Kit.button(texts.text("none.chosen"), () -> model.choose(false));
        Button discard = Kit.button(texts.text("discard"), model::clear);
        all.setId("proposals-all");
        none.setId("proposals-none");
        discard.setId("proposals-discard");
        VBox head = new VBox(8, Kit.row(count, Kit.spacer(), all, none), notes);
        head.getStyleClass().add("proposals-head");
        filled.setTop(head);
        filled.setCenter(list);
        var foot = Kit.row(accept, discard);
        foot.getStyleClass().add("proposals-foot");
        filled.setBottom(foot);
        Node nothing =
                Kit.emptyState(
                        Feather.EDIT_3,
                        texts.text(empty + ".title"),
                        texts.text(empty + ".text"),
                        null);
        root.getChildren().setAll(nothing, filled);
        model.drafts()
                .addListener(
                        (o, was, is) -> {
                            nothing.setVisible(is == null);
                            showNotes();
                        });
        model.skipped().addListener((o, was, is) -> showNotes());
        model.proposals()
                .addListener(
                        (ListChangeListener<Proposal>)
                                c -> {
                                    model.proposals()
                                            .forEach(
                                                    p ->
                                                            p.chosen()
                                                                    .addListener(
                                                                            (o, was, is) ->
                                                                                    showCount()));
                                    showNotes();
                                    if (!model.proposals().isEmpty()) {
                                        list.getSelectionModel().select(0);
                                        list.requestFocus();
                                    }
                                });
        showNotes();
    }

    private void showNotes() {
        Drafts drafts = model.drafts().get();
        filled.setVisible(drafts != null);
        notes.getChildren().clear();
        if (drafts == null) {
            return;
        }
        if (drafts.recorded()) {
            notes.getChildren().add(Kit.banner(Tone.NEUTRAL, texts.text("recorded")));
        }
        drafts.notes().forEach(note -> notes.getChildren().add(Kit.muted(note)));
        if (!model.skipped().get().isEmpty()) {
            notes.getChildren()
                    .add(
                            Kit.banner(
                                    Tone.WARNING,
                                    texts.text(
                                            "skipped",
                                            model.skipped().get().size(),
                                            model.skippedWords())));
        }
        Kit.show(notes, !notes.getChildren().isEmpty());
        accept.setText(texts.text(drafts.fresh() ? "accept.new" : "accept"));
        showCount();
    }

    private void showCount() {
        count.setText(texts.text("chosen", model.fitting(), model.proposals().size()));
        accept.setDisable(model.fitting() == 0);
    }

    Node node() {
        return root;
    }
}
