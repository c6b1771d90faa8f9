package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.data.audit.AuditTab;
import org.stepwright.ui.data.safety.BackupTab;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SubPages;

/**
 * Data: what comes in, what goes out, how good it is, and where copies of it are. It opens at the
 * name of a tab, such as {@code import}, or at a file to import.
 */
public final class DataScreen implements Screen {
    /** The entry of the navigation. */
    public static final ScreenFactory FACTORY =
            ScreenFactory.of("data", Feather.DATABASE, DataScreen::new);

    private final Messages texts = Messages.of("data");
    private final ImportTab importing;
    private final List<DataTab> tabs;
    private final Map<DataTab, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane root = new StackPane();
    private final SubPages pages = new SubPages(root);

    private DataScreen(ScreenContext context) {
        importing = new ImportTab(context, pages, texts);
        tabs =
                List.of(
                        importing,
                        new ExportTab(context, texts),
                        new AuditTab(context),
                        new BackupTab(context));
        StackPane panes = new StackPane();
        for (DataTab tab : tabs) {
            ToggleButton button = new ToggleButton(tab.title(), Kit.icon(icon(tab)));
            button.setId("data-tab-" + tab.id());
            buttons.put(tab, button);
            panes.getChildren().add(tab.node());
        }
        SegmentedButton bar = new SegmentedButton(buttons.values().toArray(ToggleButton[]::new));
        bar.setId("data-direction");
        // The button makes its own group only when it is drawn, which is too late to choose in.
        bar.setToggleGroup(group);
        group.getToggles().setAll(buttons.values());
        group.selectedToggleProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after == null) {
                                group.selectToggle(before);
                                return;
                            }
                            show();
                        });
        VBox.setVgrow(panes, Priority.ALWAYS);
        VBox page =
                new VBox(
                        14,
                        Kit.pageHead(texts.text("title"), texts.text("what")),
                        Kit.row(bar),
                        panes);
        page.getStyleClass().addAll("page", "data-page");
        root.getChildren().add(page);
        root.setId("screen-data");
        choose(importing);
    }

    private static Feather icon(DataTab tab) {
        return switch (tab.id()) {
            case "import" -> Feather.DOWNLOAD;
            case "export" -> Feather.UPLOAD;
            case "audit" -> Feather.CHECK_CIRCLE;
            default -> Feather.ARCHIVE;
        };
    }

    private void show() {
        DataTab current = current();
        tabs.forEach(tab -> Kit.show(tab.node(), tab == current));
        if (root.getScene() != null) {
            current.shown();
        }
    }

    private DataTab current() {
        return tabs.stream().filter(t -> buttons.get(t).isSelected()).findFirst().orElse(importing);
    }

    private void choose(DataTab tab) {
        group.selectToggle(buttons.get(tab));
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
        current().shown();
    }

    @Override
    public void hidden() {
        // what was begun goes on as tasks
    }

    @Override
    public void open(String target) {
        Optional<DataTab> named = tabs.stream().filter(t -> t.id().equals(target)).findFirst();
        pages.backToScreen();
        choose(named.orElse(importing));
        if (named.isEmpty()) {
            importing.choose(List.of(Path.of(target)));
        }
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(texts.text("choose"), "Ctrl O", this::chooseFiles));
        for (DataTab tab : tabs) {
            commands.add(new Command(tab.title(), key(tab), () -> choose(tab)));
            if (tab == current()) {
                commands.addAll(tab.commands());
            }
        }
        return commands;
    }

    private static String key(DataTab tab) {
        return tab.id().equals("export") ? "Ctrl E" : "";
    }

    private void chooseFiles() {
        choose(importing);
        importing.choose();
    }

    @Override
    public List<KeyHint> keyHints() {
        if (pages.current().get() != null) {
            return pages.current().get().keyHints();
        }
        List<KeyHint> hints = new ArrayList<>();
        hints.add(new KeyHint("Ctrl O", texts.text("choose")));
        hints.add(new KeyHint("Ctrl E", texts.text("key.export")));
        hints.addAll(current().keyHints());
        return hints;
    }

    @Override
    public boolean key(KeyEvent event) {
        if (pages.current().get() != null) {
            return pages.key(event);
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.O) {
            chooseFiles();
            return true;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
            tabs.stream().filter(t -> t.id().equals("export")).forEach(this::choose);
            return true;
        }
        return current().key(event);
    }
}
