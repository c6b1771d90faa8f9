package org.stepwright.ui.data.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.app.audit.AuditOptions;
import org.stepwright.audit.FindingKind;
import org.stepwright.ui.kit.FilePicker;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/**
 * How to audit: what to look for, how alike copies are, benchmarks, parts, and whether to train.
 */
final class OptionsForm extends VBox {
    OptionsForm(AuditViewModel model, FilePicker files, Messages texts) {
        super(12);
        getStyleClass().add("audit-options");
        CheckBox deep = new CheckBox(texts.text("option.deep"));
        deep.setId("audit-deep");
        deep.setWrapText(true);
        deep.selectedProperty().bindBidirectional(model.deep());
        TextField splitBy = Forms.line("audit-split-by", model.splitBy());
        splitBy.setPromptText("split");
        getChildren()
                .addAll(
                        Kit.field(texts.text("option.checks"), checks(model, texts)),
                        near(model, texts),
                        Kit.field(texts.text("option.benchmarks"), benchmarks(model, files, texts)),
                        Kit.field(texts.text("option.splitBy"), splitBy),
                        deep);
    }

    private static FlowPane checks(AuditViewModel model, Messages texts) {
        FlowPane boxes = new FlowPane(14, 6);
        for (FindingKind kind : FindingKind.values()) {
            CheckBox box = new CheckBox(texts.text("kind." + kind));
            box.setId("audit-check-" + AuditJson.name(kind));
            box.setSelected(model.checks().contains(kind));
            box.setOnAction(
                    e -> {
                        if (box.isSelected()) {
                            model.checks().add(kind);
                        } else {
                            model.checks().remove(kind);
                        }
                    });
            model.checks()
                    .addListener(
                            (SetChangeListener<FindingKind>)
                                    c -> box.setSelected(model.checks().contains(kind)));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private static VBox near(AuditViewModel model, Messages texts) {
        Slider slider = new Slider(AuditOptions.NEAR_LEAST, 1, model.near().get());
        slider.setId("audit-near");
        slider.setBlockIncrement(0.05);
        slider.valueProperty().bindBidirectional(model.near());
        VBox field = Kit.field("", slider);
        Label name = (Label) field.getChildren().get(0);
        Runnable say = () -> name.setText(texts.text("option.near", model.near().get()));
        model.near().addListener((o, was, is) -> say.run());
        say.run();
        return field;
    }

    private static VBox benchmarks(AuditViewModel model, FilePicker files, Messages texts) {
        Button add =
                Kit.button(
                        texts.text("option.benchmarks.add"),
                        () -> {
                            List<Path> all = new ArrayList<>(model.benchmarks());
                            files
                                    .open(
                                            texts.text("option.benchmarks"),
                                            "*.json",
                                            "*.jsonl",
                                            "*.*")
                                    .stream()
                                    .filter(f -> !all.contains(f))
                                    .forEach(all::add);
                            model.benchmarks().setAll(all);
                        });
        add.setId("audit-benchmark-add");
        VBox rows = new VBox(4);
        Runnable fill =
                () -> {
                    rows.getChildren().clear();
                    for (Path file : model.benchmarks()) {
                        Button drop =
                                Kit.button(
                                        texts.text("option.benchmarks.drop"),
                                        () -> model.benchmarks().remove(file));
                        Label name = new Label(String.valueOf(file.getFileName()));
                        drop.setAccessibleText(drop.getText() + " " + name.getText());
                        rows.getChildren().add(Kit.row(name, drop));
                    }
                    rows.getChildren().add(Kit.row(add));
                };
        model.benchmarks().addListener((ListChangeListener<Path>) c -> fill.run());
        fill.run();
        return rows;
    }
}
