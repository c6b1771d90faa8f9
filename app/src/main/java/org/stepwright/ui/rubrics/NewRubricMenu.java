package org.stepwright.ui.rubrics;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;

/** The ways to a new rubric: from a template, empty, from a file. */
final class NewRubricMenu {
    private final RubricsViewModel model;
    private final Messages texts;
    private final Overlay overlay;
    private final RubricFiles files;
    private final RubricPages pages;

    NewRubricMenu(
            RubricsViewModel model,
            Messages texts,
            Overlay overlay,
            RubricFiles files,
            RubricPages pages) {
        this.model = model;
        this.texts = texts;
        this.overlay = overlay;
        this.files = files;
        this.pages = pages;
    }

    MenuButton button() {
        MenuButton menu = new MenuButton(texts.text("new"), Kit.icon(Feather.PLUS));
        menu.setId("rubrics-new");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.getItems()
                .setAll(
                        item(texts.text("gallery"), pages::gallery),
                        item(texts.text("drafting"), pages::drafting),
                        new SeparatorMenuItem(),
                        item(texts.text("new.empty"), this::askTitle),
                        item(texts.text("import"), files::read));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    Node emptyState() {
        Button gallery = Kit.primary(texts.text("empty.gallery"), pages::gallery);
        gallery.setId("rubrics-gallery-open");
        VBox state =
                Kit.emptyState(
                        Feather.LIST, texts.text("empty.title"), texts.text("empty.text"), gallery);
        state.setId("rubrics-empty");
        Button drafting = Kit.button(texts.text("drafting"), pages::drafting);
        drafting.setId("rubrics-draft-open");
        var others =
                Kit.row(
                        drafting,
                        Kit.button(texts.text("new.empty"), this::askTitle),
                        Kit.button(texts.text("import"), files::read));
        others.setAlignment(Pos.CENTER);
        state.getChildren().add(others);
        return state;
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
