package org.stepwright.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.stepwright.ui.kit.FilePicker;
import org.stepwright.ui.kit.SettingsWriter;

/** The system's own file dialogs. */
final class StageFiles implements FilePicker {
    private final Stage stage;
    private final SettingsWriter settings;
    private Path last;

    /**
     * @param last the folder that was used last, or null
     * @param settings remembers the next one
     */
    StageFiles(Stage stage, Path last, SettingsWriter settings) {
        this.stage = stage;
        this.last = last;
        this.settings = settings;
    }

    @Override
    public List<Path> open(String title, String... patterns) {
        List<File> chosen = chooser(title, patterns).showOpenMultipleDialog(stage);
        List<Path> files = chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        files.stream().findFirst().ifPresent(f -> remember(f.getParent()));
        return files;
    }

    @Override
    public Optional<Path> save(String title, String name, String... patterns) {
        FileChooser chooser = chooser(title, patterns);
        chooser.setInitialFileName(name);
        File chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            remember(chosen.toPath().getParent());
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        lastDirectory().ifPresent(d -> chooser.setInitialDirectory(d.toFile()));
        File chosen = chooser.showDialog(stage);
        if (chosen != null) {
            remember(chosen.toPath());
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private FileChooser chooser(String title, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        lastDirectory().ifPresent(d -> chooser.setInitialDirectory(d.toFile()));
        if (patterns.length > 0) {
            chooser.getExtensionFilters()
                    .add(new ExtensionFilter(String.join(", ", patterns), patterns));
            chooser.getExtensionFilters().add(new ExtensionFilter("*.*", "*"));
        }
        return chooser;
    }

    private Optional<Path> lastDirectory() {
        // A folder that is gone would make the dialog fail.
        return Optional.ofNullable(last).filter(Files::isDirectory);
    }

    private void remember(Path directory) {
        last = directory;
        settings.update(s -> s.withLastDirectory(directory));
    }
}
