package org.stepwright.ui.label.dashboard;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.stepwright.quality.SuggestionUse;
import org.stepwright.tryout.Share;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Each source of suggestions: how often people follow it, and how often it was right. */
final class HelpTable extends GridPane {
    private final Messages texts;

    HelpTable(List<SuggestionUse> uses, Messages texts) {
        this.texts = texts;
        setId("dashboard-help");
        setHgap(18);
        setVgap(6);
        String[] heads = {"help.source", "help.followed", "help.unseen", "help.right"};
        for (int i = 0; i < heads.length; i++) {
            add(Kit.muted(texts.text(heads[i])), i, 0);
        }
        int row = 1;
        for (SuggestionUse use : uses) {
            Label source = new Label(use.source());
            source.setMinWidth(0);
            source.setMaxWidth(420);
            add(source, 0, row);
            add(share(use.followedShare()), 1, row);
            add(share(use.unseenShare()), 2, row);
            add(share(use.rightShare()), 3, row);
            row++;
        }
    }

    private Label share(Share share) {
        Label label =
                new Label(
                        share.whole() == 0
                                ? "–"
                                : texts.text("help.share", share.value(), share.whole()));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
