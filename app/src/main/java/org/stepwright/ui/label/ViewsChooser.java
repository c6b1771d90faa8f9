package org.stepwright.ui.label;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import org.stepwright.storage.SavedView;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;

/** Chooses a saved view of the queue, saves the present one under a name, takes one away. */
final class ViewsChooser extends MenuButton {
    private final ViewsInUse views;
    private final Messages texts;
    private final Overlay overlay;
    private final Runnable done;

    /**
     * @param overlay asks for a name
     * @param done called when something was chosen
     */
    ViewsChooser(ViewsInUse views, Messages texts, Overlay overlay, Runnable done) {
        super(texts.text("views"));
        this.views = views;
        this.texts = texts;
        this.overlay = overlay;
        this.done = done;
        setId("label-views");
        setAccessibleText(texts.text("views.says"));
        getStyleClass().add("queue-choice");
        views.views().addListener((ListChangeListener<SavedView>) c -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        Menu delete = new Menu(texts.text("views.delete"));
        delete.setId("views-delete");
        for (SavedView view : views.views()) {
            MenuItem item = plain(view.name());
            item.setId("view-" + view.name());
            item.setOnAction(
                    e -> {
                        views.choose(view);
                        done.run();
                    });
            getItems().add(item);
            MenuItem gone = plain(view.name());
            gone.setOnAction(e -> views.delete(view.name()));
            delete.getItems().add(gone);
        }
        if (views.views().isEmpty()) {
            MenuItem none = new MenuItem(texts.text("views.none"));
            none.setDisable(true);
            getItems().add(none);
        }
        MenuItem save = new MenuItem(texts.text("views.save"));
        save.setId("views-save");
        save.setOnAction(e -> askName());
        delete.setDisable(views.views().isEmpty());
        getItems().addAll(new SeparatorMenuItem(), save, delete);
    }

    /** A name is shown as it is: an underscore in it marks no key. */
    private static MenuItem plain(String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        return item;
    }

    private void askName() {
        TextField name = new TextField();
        name.setId("views-name");
        Button go =
                Kit.primary(
                        texts.text("views.save.go"),
                        () -> {
                            if (!name.getText().isBlank()) {
                                overlay.close();
                                views.save(name.getText().strip());
                                done.run();
                            }
                        });
        go.setId("views-save-go");
        Button cancel = Kit.button(texts.text("cancel"), overlay::close);
        overlay.show(
                texts.text("views.save.title"),
                Kit.field(texts.text("views.name"), name),
                go,
                cancel);
    }
}
