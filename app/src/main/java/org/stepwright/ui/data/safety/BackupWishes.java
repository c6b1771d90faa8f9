package org.stepwright.ui.data.safety;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** How this user wants backups: each day or not, and how many stay. */
final class BackupWishes {
    private static final double NUMBER_WIDTH = 90;

    private final BackupsViewModel model;
    private final CheckBox automatic;
    private final Spinner<Integer> daily = new Spinner<>(1, 366, 7);
    private final Spinner<Integer> weekly = new Spinner<>(0, 520, 4);
    private final VBox node;
    private boolean loading;

    BackupWishes(BackupsViewModel model, Messages texts) {
        this.model = model;
        automatic = new CheckBox(texts.text("wish.automatic"));
        automatic.setId("backup-automatic");
        number(daily, "backup-daily", texts.text("wish.daily.name"));
        number(weekly, "backup-weekly", texts.text("wish.weekly.name"));
        automatic.selectedProperty().addListener((o, was, is) -> keep());
        daily.valueProperty().addListener((o, was, is) -> keep());
        weekly.valueProperty().addListener((o, was, is) -> keep());
        node =
                Kit.card(
                        Kit.row(
                                automatic,
                                Kit.spacer(),
                                new Label(texts.text("wish.daily")),
                                daily,
                                new Label(texts.text("wish.weekly")),
                                weekly,
                                new Label(texts.text("wish.weeks"))),
                        Kit.muted(texts.text("wish.text")));
        load();
    }

    private static void number(Spinner<Integer> spinner, String id, String name) {
        spinner.setId(id);
        spinner.setAccessibleText(name);
        spinner.setPrefWidth(NUMBER_WIDTH);
        spinner.setMinWidth(NUMBER_WIDTH);
        spinner.setEditable(false);
    }

    /** Shows what is set. */
    void load() {
        loading = true;
        BackupSettings wishes = model.wishes();
        automatic.setSelected(wishes.automatic());
        daily.getValueFactory().setValue(wishes.daily());
        weekly.getValueFactory().setValue(wishes.weekly());
        loading = false;
    }

    private void keep() {
        if (!loading) {
            model.wish(
                    new BackupSettings(
                            automatic.isSelected(), daily.getValue(), weekly.getValue()));
        }
    }

    Node node() {
        return node;
    }
}
