package org.stepwright.ui.rubrics.drafting;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Change;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.TallCell;
import org.stepwright.ui.rubrics.versions.ChangedText;

/** One piece of a proposal: a tick, what it changes, before and after. */
final class ProposalCell extends TallCell<Proposal> {
    private final ProposalsViewModel model;
    private final Messages texts;
    private final CheckBox tick = new CheckBox();
    private final Label where = Kit.heading("");
    private final Label left = Kit.muted("");
    private final ChangedText words = new ChangedText();
    private final HBox line;
    private final ChangeListener<Boolean> follow =
            (o, was, is) -> {
                tick.setSelected(is);
                showSkipped();
            };
    private Proposal shown;

    ProposalCell(ListView<Proposal> list, ProposalsViewModel model, Messages texts) {
        super(list);
        this.model = model;
        this.texts = texts;
        tick.setFocusTraversable(false); // Space on the row ticks it
        tick.setOnAction(e -> shown.chosen().set(tick.isSelected()));
        left.getStyleClass().add("warning-text");
        where.setWrapText(true);
        VBox text = new VBox(4, where, words, left);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        line = new HBox(8, tick, text);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("proposal");
        model.skipped().addListener((o, was, is) -> showSkipped());
    }

    @Override
    protected Region content(Proposal proposal) {
        if (shown != null) {
            shown.chosen().removeListener(follow);
        }
        shown = proposal;
        shown.chosen().addListener(follow);
        Change change = proposal.edit().change();
        tick.setSelected(proposal.chosen().get());
        where.setText(model.words().title(change));
        words.show(change.before(), model.words().after(change));
        showSkipped();
        return line;
    }

    private void showSkipped() {
        boolean skipped =
                shown != null
                        && shown.chosen().get()
                        && model.skipped().get().contains(shown.edit());
        left.setText(skipped ? texts.text("piece.skipped") : "");
        Kit.show(left, skipped);
        line.setOpacity(shown == null || shown.chosen().get() ? 1 : 0.6);
    }

    @Override
    protected String says(Proposal proposal) {
        Change change = proposal.edit().change();
        return texts.text(
                "piece.says",
                texts.text(proposal.chosen().get() ? "piece.on" : "piece.off"),
                model.words().title(change),
                change.before(),
                model.words().after(change));
    }
}
