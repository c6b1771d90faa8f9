package org.stepwright.ui.rubrics.drafting;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.prm.live.draft.Spent;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The pieces of a proposal to tick, and the button that takes them. */
final class ProposalsPane {
    private static final int NOTES_IN_SIGHT = 3;
    private static final double NOTES_HEIGHT = 160;

    /** Hears that pieces were taken. */
    interface Accepted {
        /**
         * @param fresh whether they started a rubric
         * @param left how many did not fit and were left out
         */
        void taken(boolean fresh, int left);
    }

    private final ProposalsViewModel model;
    private final Messages texts;
    private final ListView<Proposal> list = new ListView<>();
    private final Label count = Kit.heading("");
    private final VBox notes = new VBox(6);
    private final Accepted accepted;
    private final Button accept;
    private final BorderPane filled = new BorderPane();
    private final StackPane root = new StackPane();

    /**
     * @param model the proposal
     * @param texts the texts of this part
     * @param empty the key of the texts that stand here before there is a proposal
     * @param accepted told after the chosen pieces were taken
     */
    ProposalsPane(ProposalsViewModel model, Messages texts, String empty, Accepted accepted) {
        this.model = model;
        this.texts = texts;
        this.accepted = accepted;
        this.accept = Kit.primary("", this::accept);
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
                                    showNotes();
                                    if (!model.proposals().isEmpty()) {
                                        list.getSelectionModel().select(0);
                                        list.requestFocus();
                                    }
                                });
        model.fitting().addListener((o, was, is) -> showCount());
        showNotes();
    }

    private void showNotes() {
        Drafts drafts = model.drafts().get();
        filled.setVisible(drafts != null);
        notes.getChildren().clear();
        if (drafts == null) {
            return;
        }
        if (drafts.spent().recorded()) {
            notes.getChildren().add(Kit.banner(Tone.NEUTRAL, texts.text("recorded")));
        }
        Spent spent = drafts.spent();
        Label took = Kit.muted(took(spent));
        took.setId("proposals-spent");
        notes.getChildren().add(took);
        addNotes(drafts.notes());
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
        showCount();
    }

    private void accept() {
        Drafts drafts = model.drafts().get();
        model.accept().ifPresent(left -> accepted.taken(drafts.fresh(), left));
    }

    /** A bad answer has many notes; they must not push the pieces out of sight. */
    private void addNotes(List<String> sentences) {
        boolean many = sentences.size() > NOTES_IN_SIGHT + 1;
        List<String> first = many ? sentences.subList(0, NOTES_IN_SIGHT) : sentences;
        first.forEach(note -> notes.getChildren().add(Kit.muted(note)));
        if (!many) {
            return;
        }
        VBox rest = new VBox(6);
        sentences
                .subList(NOTES_IN_SIGHT, sentences.size())
                .forEach(note -> rest.getChildren().add(Kit.muted(note)));
        ScrollPane scroll = Kit.scroll(rest);
        scroll.setMinHeight(NOTES_HEIGHT);
        scroll.setMaxHeight(NOTES_HEIGHT);
        int place = notes.getChildren().size();
        Button more =
                Kit.button(
                        texts.text("notes.more", rest.getChildren().size()),
                        () -> {
                            notes.getChildren().set(place, scroll);
                            list.requestFocus();
                        });
        more.setId("proposals-notes-more");
        notes.getChildren().add(more);
    }

    private String took(Spent spent) {
        double seconds = spent.millis() / 1000.0;
        String time = texts.text("spent.time", spent.answers(), seconds);
        boolean counted = spent.inputTokens() >= 0 && spent.outputTokens() >= 0;
        String tokens =
                counted
                        ? texts.text("spent.tokens", spent.inputTokens(), spent.outputTokens())
                        : texts.text("spent.uncounted");
        return time + " " + tokens + (spent.structured() ? "" : " " + texts.text("spent.free"));
    }

    private void showCount() {
        int taken = model.fitting().get();
        Drafts drafts = model.drafts().get();
        boolean fresh = drafts != null && drafts.fresh();
        count.setText(texts.text("chosen", taken, model.proposals().size()));
        accept.setText(texts.text(fresh ? "accept.new" : "accept", taken));
        accept.setDisable(taken == 0);
    }

    Node node() {
        return root;
    }
}
