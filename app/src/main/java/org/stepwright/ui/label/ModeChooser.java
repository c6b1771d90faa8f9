package org.stepwright.ui.label;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.stepwright.label.LabelMode;
import org.stepwright.ui.kit.Messages;

/** Chooses the mode of labelling. */
final class ModeChooser extends MenuButton {
    /**
     * @param done called when a mode was chosen
     */
    ModeChooser(LabelViewModel model, Messages texts, Runnable done) {
        setId("label-mode");
        getStyleClass().add("queue-choice");
        ToggleGroup group = new ToggleGroup();
        for (LabelMode mode : LabelMode.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.text("mode.says." + mode));
            item.setId("mode-" + mode.name());
            item.setToggleGroup(group);
            item.setOnAction(
                    e -> {
                        model.chooseMode(mode);
                        done.run();
                    });
            getItems().add(item);
            model.mode()
                    .mode()
                    .subscribe(
                            now -> {
                                item.setSelected(now == mode);
                                if (now == mode) {
                                    setText(texts.text("mode." + mode));
                                    setAccessibleText(
                                            texts.text("mode.chooser", texts.text("mode." + mode)));
                                }
                            });
        }
        CheckMenuItem submits = new CheckMenuItem(texts.text("mode.submits"));
        submits.setId("mode-submits");
        model.mode().submits().subscribe(submits::setSelected);
        submits.setOnAction(e -> model.mode().submits(submits.isSelected()));
        getItems().addAll(new SeparatorMenuItem(), submits);
    }
}
