package org.stepwright.ui.data.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;

/** The page on which one chooses what the columns of an unknown file are. */
public final class MappingPage implements SubPage {
    private final Messages texts = Messages.of("mapping");
    private final MappingViewModel model;
    private final MappingForm form;
    private final Consumer<String> use;
    private final ComboBox<String> saved;
    private final BorderPane root = new BorderPane();

    /**
     * @param context the open workspace and the saved mappings
     * @param use gets the name of the mapping after it was saved; leaves the page
     */
    public MappingPage(ScreenContext context, Consumer<String> use) {
        this.use = use;
        model = new MappingViewModel(context.app().mappings(), context.tasks(), texts);
        form = new MappingForm(model, texts);
        saved = saved();
        ScrollPane choices = Kit.scroll(form.node());
        choices.setId("mapping-choices");
        choices.setPrefWidth(390);
        choices.setMinWidth(340);
        Node rows = new MappingPreview(model, texts).node();
        HBox.setHgrow(rows, Priority.ALWAYS);
        HBox halves = new HBox(16, choices, rows);
        ((VBox) rows).setMinWidth(300);
        root.setCenter(halves);
        root.setBottom(bar());
        root.getStyleClass().add("mapping-page");
        root.setId("mapping-page");
        Sheets.add(root, "mapping");
    }

    private Node bar() {
        TextField name = Forms.line("mapping-name", model.choices().name());
        name.setAccessibleText(texts.text("name"));
        name.setPrefColumnCount(22);
        Button go = Kit.primary(texts.text("use"), this::save);
        go.setId("mapping-use");
        HBox bar =
                Kit.row(
                        Kit.muted(texts.text("what")),
                        Kit.spacer(),
                        Kit.body(texts.text("name")),
                        name,
                        go);
        bar.getStyleClass().add("mapping-bar");
        return bar;
    }

    private void save() {
        model.save(use);
    }

    /**
     * Chooses for a file; its first rows are read in the background.
     *
     * @param file the file
     */
    public void open(Path file) {
        saved.setValue(null);
        model.open(file);
    }

    @Override
    public String title() {
        Path file = model.file().get();
        return file == null
                ? texts.text("title")
                : texts.text("title.file", String.valueOf(file.getFileName()));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return List.of(saved);
    }

    private ComboBox<String> saved() {
        ComboBox<String> box = Forms.box("mapping-saved", texts.text("saved"), n -> n);
        box.setPromptText(texts.text("saved"));
        Kit.show(box, false);
        model.saved()
                .addListener(
                        (ListChangeListener<String>)
                                c -> {
                                    // Else the box chooses again what was chosen, and loads it.
                                    box.setValue(null);
                                    box.getItems().setAll(model.saved());
                                    Kit.show(box, !model.saved().isEmpty());
                                });
        box.valueProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after != null) {
                                model.load(after);
                            }
                        });
        return box;
    }

    @Override
    public void shown() {
        form.focus();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            save();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(new KeyHint("Ctrl Enter", texts.text("use")));
    }
}
