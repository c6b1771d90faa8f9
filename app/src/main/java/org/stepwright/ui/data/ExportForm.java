package org.stepwright.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.export.Balance;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;

/** The left side of the Export tab: everything that can be chosen. */
final class ExportForm {
    private final ExportViewModel model;
    private final ExportChoices choices;
    private final ScreenContext context;
    private final Messages texts;
    private final Messages own;
    private final VBox root;

    ExportForm(ExportViewModel model, ScreenContext context, Messages texts, Messages own) {
        this.model = model;
        this.choices = model.choices();
        this.context = context;
        this.texts = texts;
        this.own = own;
        root = new VBox(12, traces(), labels(), parts(), dataSet());
    }

    Node node() {
        return root;
    }

    private Node traces() {
        ComboBox<String> format = Forms.box("export-format", own.text("format"), f -> f);
        format.getItems().setAll(ExportFormats.names());
        format.valueProperty().bindBidirectional(choices.format());
        ComboBox<String> view =
                Forms.box(
                        "export-view",
                        own.text("view"),
                        v -> v.isEmpty() ? own.text("view.all") : v);
        refill(view, model.lists().views(), choices.view(), true);
        TextField where = line("export-where", choices.where(), texts.text("export.where"));
        where.setPromptText(texts.text("export.where.prompt"));
        Label matching = Kit.muted("");
        matching.setId("export-matching");
        model.matching()
                .addListener(
                        (o, before, n) ->
                                matching.setText(
                                        n.longValue() < 0
                                                ? ""
                                                : texts.text("export.matching", n.longValue())));
        return Kit.card(
                own.text("what"),
                Forms.pair(
                        Kit.field(own.text("format"), format), Kit.field(own.text("view"), view)),
                Kit.field(texts.text("export.where"), where),
                matching);
    }

    private Node labels() {
        ComboBox<LabelPolicy> policy =
                Forms.box("export-labels", own.text("policy"), p -> own.text("policy." + p.name()));
        policy.getItems().setAll(LabelPolicy.values());
        policy.valueProperty().bindBidirectional(choices.labels());
        ComboBox<NeutralPolicy> neutral =
                Forms.box(
                        "export-neutral",
                        texts.text("export.neutral"),
                        p -> texts.text("neutral." + p.name()));
        neutral.getItems().setAll(NeutralPolicy.values());
        neutral.valueProperty().bindBidirectional(choices.neutral());
        ComboBox<String> soft = Forms.box("export-soft", own.text("soft"), this::softWords);
        refill(soft, model.lists().softSources(), choices.soft(), false);
        TextField harden = line("export-harden", choices.harden(), own.text("harden"));
        harden.setPromptText(own.text("harden.prompt"));
        harden.disableProperty().bind(choices.soft().isEqualTo("none"));
        return Kit.card(
                own.text("labels"),
                Forms.pair(
                        Kit.field(own.text("policy"), policy),
                        Kit.field(texts.text("export.neutral"), neutral)),
                Forms.pair(
                        Kit.field(own.text("soft"), soft), Kit.field(own.text("harden"), harden)));
    }

    private String softWords(String source) {
        int colon = source.indexOf(':');
        return colon < 0
                ? own.text("soft." + source)
                : own.text("soft." + source.substring(0, colon), source.substring(colon + 1));
    }

    private Node parts() {
        ComboBox<Balance.Unit> balance =
                Forms.box(
                        "export-balance",
                        own.text("balance"),
                        b -> own.text("balance." + b.name()));
        balance.getItems().setAll(Balance.Unit.values());
        balance.valueProperty().bindBidirectional(choices.balance());
        TextField ratio = line("export-ratio", choices.ratio(), own.text("ratio"));
        ratio.disableProperty().bind(choices.balance().isEqualTo(Balance.Unit.NONE));
        return Kit.card(
                own.text("parts"),
                Forms.pair(
                        Kit.field(
                                own.text("split"),
                                line("export-split", choices.split(), texts.text("export.split"))),
                        Kit.field(
                                texts.text("export.seed"),
                                line("export-seed", choices.seed(), texts.text("export.seed")))),
                Forms.pair(
                        Kit.field(own.text("balance"), balance),
                        Kit.field(own.text("ratio"), ratio)));
    }

    private Node dataSet() {
        ComboBox<String> rubric =
                Forms.rubricBox(
                        "export-rubric",
                        texts.text("export.rubric"),
                        model.lists().rubrics(),
                        choices.rubric(),
                        texts.text("export.rubric.none"));
        TextField licence = line("export-licence", choices.licence(), own.text("licence"));
        licence.setPromptText(own.text("licence.prompt"));
        CheckBox kit = new CheckBox(own.text("kit"));
        kit.setId("export-kit");
        kit.selectedProperty().bindBidirectional(choices.kit());
        CheckBox parquet = new CheckBox(own.text("parquet"));
        parquet.setId("export-parquet");
        parquet.selectedProperty().bindBidirectional(choices.parquet());
        Runnable kitThere =
                () -> {
                    Kit.show(kit, ExportFormats.hasKit(choices.format().get()));
                    Kit.show(parquet, ExportFormats.hasParquet(choices.format().get()));
                };
        choices.format().addListener((o, before, after) -> kitThere.run());
        kitThere.run();
        return Kit.card(
                own.text("card"),
                Forms.pair(
                        Kit.field(texts.text("export.rubric"), rubric),
                        Kit.field(own.text("licence"), licence)),
                kit,
                parquet);
    }

    /** Where it goes, and the buttons; for the right side, where they are always seen. */
    Node target() {
        Button go = Kit.primary(texts.text("export.go"), model::exportNow);
        go.setId("export-go");
        go.disableProperty().bind(model.running().isNotNull());
        Button stop = Kit.button(own.text("cancel"), model::cancel);
        stop.setId("export-stop");
        model.running().addListener((o, before, now) -> Kit.show(stop, now != null));
        Kit.show(stop, false);
        return Kit.card(
                texts.text("export.folder"),
                folder(),
                Kit.row(go, stop),
                Kit.muted(texts.text("export.same")));
    }

    private Node folder() {
        Label path = new Label(texts.text("export.folder.none"));
        path.setId("export-folder");
        path.setWrapText(true);
        choices.folder().addListener((o, before, after) -> path.setText(after.toString()));
        Button choose =
                Kit.button(
                        texts.text("export.folder.choose"),
                        () ->
                                context.files()
                                        .folder(texts.text("export.folder"))
                                        .ifPresent(choices.folder()::set));
        choose.setId("export-choose-folder");
        return Kit.row(choose, path);
    }

    private static TextField line(String id, StringProperty value, String name) {
        TextField field = Forms.line(id, value);
        field.setAccessibleText(name);
        return field;
    }

    /** Keeps the chosen item while the list is read anew; an item that is gone is no choice. */
    private static void refill(
            ComboBox<String> box,
            ObservableList<String> names,
            StringProperty value,
            boolean withEmpty) {
        Runnable fill =
                () -> {
                    List<String> items = new ArrayList<>(withEmpty ? List.of("") : List.of());
                    items.addAll(names);
                    String kept = value.get();
                    box.getItems().setAll(items);
                    box.setValue(items.contains(kept) ? kept : items.get(0));
                };
        names.addListener((ListChangeListener<String>) c -> fill.run());
        box.valueProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after != null) {
                                value.set(after);
                            }
                        });
        fill.run();
    }
}
