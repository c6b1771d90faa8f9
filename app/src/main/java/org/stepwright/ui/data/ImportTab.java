package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.storage.format.Importer;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;

/** What comes in, with a preview and rejects. */
final class ImportTab implements DataTab {
    private final Messages texts;
    private final ImportPane pane;

    ImportTab(ScreenContext context, Messages texts) {
        this.texts = texts;
        ImportViewModel model =
                new ImportViewModel(
                        new Importer(context.workspace()),
                        context.tasks(),
                        context.changes()::announce,
                        texts);
        pane = new ImportPane(model, context, texts);
    }

    @Override
    public String id() {
        return "import";
    }

    @Override
    public String title() {
        return texts.text("import");
    }

    @Override
    public Node node() {
        return pane.node();
    }

    @Override
    public void shown() {
        // what was chosen stays chosen
    }

    void choose() {
        pane.choose();
    }

    void choose(List<Path> files) {
        pane.choose(files);
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            pane.importNow();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(new KeyHint("Ctrl Enter", texts.text("key.import")));
    }
}
