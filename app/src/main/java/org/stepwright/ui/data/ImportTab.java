package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.SavedFormats;
import org.stepwright.ui.data.mapping.MappingPage;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPages;

/** What comes in, with a preview and rejects. */
final class ImportTab implements DataTab {
    private final Messages texts;
    private final ImportViewModel model;
    private final ImportPane pane;
    private final SubPages pages;
    private final MappingPage columns;

    /**
     * @param context the open workspace
     * @param pages shows the page for the columns of unknown files
     */
    ImportTab(ScreenContext context, SubPages pages, Messages texts) {
        this.texts = texts;
        this.pages = pages;
        model =
                new ImportViewModel(
                        new Importer(context.workspace()),
                        new SavedFormats(context.app().mappings()),
                        context.tasks(),
                        context.changes()::announce,
                        texts);
        pane = new ImportPane(model, context, this::chooseColumns, texts);
        columns = new MappingPage(context, this::use);
        model.unknown()
                .addListener(
                        (o, before, file) -> {
                            if (file != null && pane.node().isVisible()) {
                                chooseColumns(file);
                            }
                        });
    }

    /** Of the file in the preview. */
    private void chooseColumns() {
        Path unknown = model.unknown().get();
        if (unknown != null) {
            chooseColumns(unknown);
        } else if (!model.files().isEmpty()) {
            chooseColumns(model.files().get(0));
        }
    }

    private void chooseColumns(Path file) {
        columns.open(file);
        pages.open(columns);
    }

    private void use(String mapping) {
        pages.back();
        model.use(mapping);
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
        model.load();
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
        if (event.isShortcutDown() && event.getCode() == KeyCode.M) {
            chooseColumns();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Ctrl Enter", texts.text("key.import")),
                new KeyHint("Ctrl M", texts.text("columns")));
    }
}
