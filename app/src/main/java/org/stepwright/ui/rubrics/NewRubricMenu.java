package org.stepwright.ui.rubrics;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;

/** The ways to a new rubric: from a template, empty, from a file. */
final class NewRubricMenu {
    private final RubricsViewModel model;
    private final Messages texts;
    private final Overlay overlay;
    private final RubricFiles files;

    NewRubricMenu(RubricsViewModel model, Messages texts, Overlay overlay, RubricFiles files) {
        this.model = model;
        this.texts = texts;
        this.overlay = overlay;
        this.files = files;
    }

    MenuButton button() {
        MenuButton menu = new MenuButton(texts.text("new"), Kit.icon(Feather.PLUS));
        menu.setId("rubrics-new");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        Runnable fill =
                () -> {
                    menu.getItems().clear();
                    for (Rubric template : model.gallery()) {
                        menu.getItems()
                                .add(item(template.title(), () -> model.createFrom(template)));
                    }
                    menu.getItems()
                            .addAll(
                                    new SeparatorMenuItem(),
                                    item(texts.text("new.empty"), this::askTitle),
                                    item(texts.text("import"), files::read));
                };
        model.gallery().addListener((ListChangeListener<Rubric>) c -> fill.run());
        fill.run();
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    Node emptyState() {
        FlowPane templates = new FlowPane(12, 12);
        templates.setAlignment(javafx.geometry.Pos.CENTER);
        templates.setMaxWidth(720);
        Runnable fill =
                () ->
                        templates
                                .getChildren()
                                .setAll(
                                        model.gallery().stream()
                                                .map(this::templateButton)
                                                .toList());
        model.gallery().addListener((ListChangeListener<Rubric>) c -> fill.run());
        fill.run();
        Button fresh = Kit.button(texts.text("new.empty"), this::askTitle);
        Button file = Kit.button(texts.text("import"), files::read);
        VBox state =
                Kit.emptyState(
                        Feather.LIST, texts.text("empty.title"), texts.text("empty.text"), null);
        state.setId("rubrics-empty");
        var others = Kit.row(fresh, file);
        others.setAlignment(javafx.geometry.Pos.CENTER);
        state.getChildren().addAll(templates, others);
        return state;
    }

    private Button templateButton(Rubric template) {
        Button button = Kit.button(template.title(), () -> model.createFrom(template));
        button.setId("template-" + template.id());
        return button;
    }

    private void askTitle() {
        TextField title = new TextField();
        title.setId("new-rubric-title");
        javafx.scene.control.Label refusal = Kit.muted("");
        Button go =
                Kit.primary(
                        texts.text("new.create"),
                        () ->
                                model.createEmpty(title.getText())
                                        .ifPresentOrElse(refusal::setText, overlay::close));
        go.setId("new-rubric-create");
        overlay.show(
                texts.text("new.empty"),
                new VBox(8, Kit.field(texts.text("rubric.title"), title), refusal),
                go,
                Kit.button(Messages.of("").text("cancel"), overlay::close));
    }
}
