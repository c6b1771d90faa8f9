package org.stepwright.ui.data.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.storage.Backup;
import org.stepwright.storage.CheckReport;
import org.stepwright.storage.RestorePreview;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;

/** Backups: what there is, one more, going back to one, and whether the workspace is whole. */
public final class BackupTab implements DataTab {
    private static final int MOST_PROBLEMS = 8;

    private final Messages texts = Messages.of("data-backups");
    private final ScreenContext context;
    private final BackupsViewModel model;
    private final TableView<Backup> table;
    private final VBox checked = Kit.column();
    private final BackupWishes wishes;
    private final VBox root;

    /**
     * @param context the open workspace and what a screen needs
     */
    public BackupTab(ScreenContext context) {
        this.context = context;
        model =
                new BackupsViewModel(
                        context.workspace(),
                        context.app().settings(),
                        context.tasks(),
                        context.navigator()::reopenWorkspace,
                        Clock.systemDefaultZone(),
                        texts);
        table = new BackupTable(texts).of(model.backups());
        wishes = new BackupWishes(model, texts);
        TaskStrip strip = new TaskStrip("backup-task", context.tasks().runner());
        model.running().addListener((o, before, now) -> strip.watch(now));
        checked.setId("backup-checked");
        Kit.show(checked, false);
        model.checked().addListener((o, before, now) -> show(now));
        StackPane list = list();
        VBox.setVgrow(list, Priority.ALWAYS);
        root =
                new VBox(
                        12,
                        Kit.muted(texts.text("what")),
                        actions(),
                        strip.node(),
                        told(model.done(), Tone.SUCCESS, "backup-done", "✓ "),
                        told(model.trouble(), Tone.WARNING, "backup-trouble", ""),
                        checked,
                        list,
                        wishes.node());
        root.setId("data-backups");
    }

    private Node actions() {
        Button now = Kit.primary(texts.text("now"), model::backUp);
        now.setId("backup-now");
        Button restore = Kit.button(texts.text("restore"), this::restoreSelected);
        restore.setId("backup-restore");
        restore.disableProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .isNull()
                                .or(model.running().isNotNull()));
        Button other = Kit.button(texts.text("restore.other"), this::restoreOther);
        other.setId("backup-restore-other");
        Button check = Kit.button(texts.text("check"), model::check);
        check.setId("backup-check");
        for (Button button : List.of(now, other, check)) {
            button.disableProperty().bind(model.running().isNotNull());
        }
        Button folder = Kit.button(texts.text("folder"), this::openFolder);
        folder.setId("backup-folder");
        folder.disableProperty().bind(Bindings.isEmpty(model.backups()));
        return Kit.row(now, restore, other, Kit.spacer(), check, folder);
    }

    private StackPane list() {
        Button first = Kit.button(texts.text("now"), model::backUp);
        VBox none =
                Kit.emptyState(
                        Feather.ARCHIVE, texts.text("none.title"), texts.text("none.text"), first);
        none.setId("backup-none");
        none.visibleProperty().bind(Bindings.isEmpty(model.backups()).and(model.loaded()));
        table.visibleProperty().bind(Bindings.isNotEmpty(model.backups()));
        table.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                        restoreSelected();
                        e.consume();
                    }
                });
        return new StackPane(table, none);
    }

    private static Node told(
            javafx.beans.property.ReadOnlyStringProperty sentence,
            Tone tone,
            String id,
            String sign) {
        StackPane place = new StackPane();
        place.setId(id);
        Kit.show(place, false);
        sentence.addListener(
                (o, before, now) -> {
                    place.getChildren().setAll(Kit.banner(tone, sign + now));
                    Kit.show(place, !now.isEmpty());
                });
        return place;
    }

    private void show(CheckReport report) {
        Kit.show(checked, report != null);
        if (report == null) {
            return;
        }
        if (report.ok()) {
            checked.getChildren()
                    .setAll(
                            Kit.banner(
                                    Tone.SUCCESS,
                                    "✓ "
                                            + texts.text(
                                                    "check.ok",
                                                    report.traces(),
                                                    report.steps(),
                                                    report.labels(),
                                                    report.events())));
            return;
        }
        checked.getChildren().setAll(Kit.banner(Tone.DANGER, "✗ " + texts.text("check.bad")));
        for (String problem : BackupsViewModel.first(report.problems(), MOST_PROBLEMS)) {
            Label line = Kit.body("– " + problem);
            checked.getChildren().add(line);
        }
        if (report.problems().size() > MOST_PROBLEMS) {
            checked.getChildren()
                    .add(
                            Kit.muted(
                                    texts.text(
                                            "check.more",
                                            report.problems().size() - MOST_PROBLEMS)));
        }
    }

    private void restoreSelected() {
        Backup selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            preview(selected.file());
        }
    }

    private void restoreOther() {
        context.files().open(texts.text("restore.other")).stream()
                .findFirst()
                .ifPresent(this::preview);
    }

    private void preview(Path backup) {
        model.preview(backup, seen -> ask(backup, seen));
    }

    private void ask(Path backup, RestorePreview seen) {
        if (context.overlay().isOpen() || root.getScene() == null || !root.isVisible()) {
            // Somebody went on meanwhile; they can ask again.
            return;
        }
        Button yes =
                Kit.button(
                        texts.text("restore.yes"),
                        () -> {
                            context.overlay().close();
                            model.restore(backup);
                        });
        yes.setId("restore-yes");
        yes.getStyleClass().add("danger");
        Button no = Kit.button(Messages.of("").text("cancel"), context.overlay()::close);
        no.setId("restore-no");
        context.overlay()
                .show(
                        texts.text("restore.title"),
                        new RestoreForm(texts).of(backup.getFileName().toString(), seen),
                        yes,
                        no);
    }

    private void openFolder() {
        Path folder = model.folder();
        context.tasks()
                .query(
                        () -> Files.isDirectory(folder) && FolderView.open(folder),
                        opened -> {
                            if (!opened) {
                                context.navigator()
                                        .say(Tone.NEUTRAL, texts.text("folder.where", folder));
                            }
                        },
                        why -> context.navigator().say(Tone.WARNING, why));
    }

    @Override
    public String id() {
        return "backups";
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        wishes.load();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            model.backUp();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Ctrl Enter", texts.text("now")),
                new KeyHint("Enter", texts.text("key.restore")));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.text("now"), "Ctrl Enter", model::backUp),
                new Command(texts.text("check"), "", model::check),
                new Command(texts.text("restore.other"), "", this::restoreOther));
    }
}
