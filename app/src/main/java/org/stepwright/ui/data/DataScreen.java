package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.storage.format.Importer;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;

/**
 * Data: what comes in, with a preview and rejects; what goes out, with a filter and a split. It
 * opens at {@code import}, at {@code export}, or at a file to import.
 */
public final class DataScreen implements Screen {
    /** The entry of the navigation. */
    public static final ScreenFactory FACTORY =
            ScreenFactory.of("data", Feather.DATABASE, DataScreen::new);

    private static final String IMPORT = "import";
    private static final String EXPORT = "export";

    private final Messages texts = Messages.of("data");
    private final ImportPane importPane;
    private final ExportViewModel exporting;
    private final ToggleButton in;
    private final ToggleButton out;
    private final VBox root;

    private DataScreen(ScreenContext context) {
        ImportViewModel importing =
                new ImportViewModel(
                        new Importer(context.workspace()),
                        context.tasks(),
                        context.changes()::announce,
                        texts);
        exporting = new ExportViewModel(context.workspace(), context.tasks(), texts);
        importPane = new ImportPane(importing, context, texts);
        Node exportPane = new ExportPane(exporting, context, texts).node();

        in = new ToggleButton(texts.text("import"), Kit.icon(Feather.DOWNLOAD));
        in.setId("data-tab-import");
        out = new ToggleButton(texts.text("export"), Kit.icon(Feather.UPLOAD));
        out.setId("data-tab-export");
        SegmentedButton direction = new SegmentedButton(in, out);
        direction.setId("data-direction");
        // The button makes its own group only when it is drawn, which is too late to choose in.
        ToggleGroup group = new ToggleGroup();
        direction.setToggleGroup(group);
        group.getToggles().setAll(in, out);
        group.selectedToggleProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after == null) {
                                group.selectToggle(before);
                                return;
                            }
                            Kit.show(importPane.node(), after == in);
                            Kit.show(exportPane, after == out);
                        });
        StackPane panes = new StackPane(importPane.node(), exportPane);
        VBox.setVgrow(panes, Priority.ALWAYS);
        HBox tabs = Kit.row(direction);
        root = new VBox(14, Kit.pageHead(texts.text("title"), texts.text("what")), tabs, panes);
        root.getStyleClass().addAll("page", "data-page");
        root.setId("screen-data");
        group.selectToggle(in);
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        exporting.load();
    }

    @Override
    public void hidden() {
        // imports and exports go on as tasks
    }

    @Override
    public void open(String target) {
        boolean export = target.equals(EXPORT);
        (export ? out : in).setSelected(true);
        if (!export && !target.equals(IMPORT)) {
            importPane.choose(List.of(Path.of(target)));
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.text("choose"), "Ctrl O", this::choose),
                new Command(texts.text("export.go"), "Ctrl E", () -> out.setSelected(true)));
    }

    private void choose() {
        in.setSelected(true);
        importPane.choose();
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Ctrl O", texts.text("choose")),
                new KeyHint("Ctrl Enter", texts.text("key.import")),
                new KeyHint("Ctrl E", texts.text("key.export")));
    }

    @Override
    public boolean key(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.O) {
            choose();
        } else if (event.getCode() == KeyCode.E) {
            out.setSelected(true);
        } else if (event.getCode() == KeyCode.ENTER && in.isSelected()) {
            importPane.importNow();
        } else if (event.getCode() == KeyCode.ENTER) {
            exporting.exportNow();
        } else {
            return false;
        }
        return true;
    }
}
