package org.stepwright.ui.data;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;

/** What goes out, with a filter and a split. */
final class ExportTab implements DataTab {
    private final Messages texts;
    private final ExportViewModel model;
    private final Node node;

    ExportTab(ScreenContext context, Messages texts) {
        this.texts = texts;
        model =
                new ExportViewModel(
                        context.workspace(), context.tasks(), texts, context.app().settings());
        node = new ExportPane(model, context, texts).node();
    }

    @Override
    public String id() {
        return "export";
    }

    @Override
    public String title() {
        return texts.text("export");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            model.exportNow();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(new KeyHint("Ctrl Enter", texts.text("key.import")));
    }
}
