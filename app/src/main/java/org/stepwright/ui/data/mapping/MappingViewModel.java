package org.stepwright.ui.data.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.MappedFormat;
import org.stepwright.storage.format.MappingStore;
import org.stepwright.storage.format.Preview;
import org.stepwright.storage.format.TableSample;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.MappingGuess;
import org.stepwright.storage.format.mapping.SampleColumn;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;

/**
 * Choosing which column says what: a first guess, every choice at once shown in the first rows, and
 * saving by name. Used from the UI thread; files are read in the background.
 */
public final class MappingViewModel {
    /** How many rows the columns and the preview are taken from. */
    static final int ROWS = 50;

    private final MappingStore store;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObjectProperty<Path> file = new SimpleObjectProperty<>();
    private final ObjectProperty<TableSample.Kind> kind = new SimpleObjectProperty<>();
    private final ObservableList<ColumnChoice> columns = FXCollections.observableArrayList();
    private final MappingChoices choices = new MappingChoices();
    private final ObservableList<String> saved = FXCollections.observableArrayList();
    private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>();
    private final StringProperty missing = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");

    private boolean filling;
    private volatile int asked;
    private int askedColumns;

    /**
     * @param store where mappings are saved
     * @param tasks reads files in the background
     * @param texts the page's texts
     */
    public MappingViewModel(MappingStore store, FxTasks tasks, Messages texts) {
        this.store = store;
        this.tasks = tasks;
        this.texts = texts;
        choices.onChange(this::changed);
        choices.separator().addListener(o -> readColumns(false));
    }

    /**
     * Reads the first rows of a file and guesses.
     *
     * @param newFile a file
     */
    public void open(Path newFile) {
        file.set(newFile);
        trouble.set("");
        filling = true;
        choices.separator().set(ColumnMapping.AUTO);
        choices.name().set(nameOf(newFile));
        filling = false;
        readColumns(true);
        tasks.query(store::names, saved::setAll, trouble::set);
    }

    /** A name for the mapping that its file suggests. */
    private static String nameOf(Path file) {
        String plain = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        StringBuilder name = new StringBuilder();
        plain.chars()
                .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : ' ')
                .limit(50)
                .forEach(c -> name.append((char) c));
        String made = name.toString().replaceAll("^[ _-]+|[ _-]+$", "");
        return made.isEmpty() ? "rows" : made;
    }

    private void readColumns(boolean guess) {
        Path read = file.get();
        if (read == null || filling) {
            return;
        }
        char between = choices.separator().get();
        int mine = ++askedColumns;
        tasks.query(
                () -> TableSample.of(read, between, ROWS),
                sample -> {
                    if (mine == askedColumns) {
                        show(sample, guess);
                    }
                },
                why -> {
                    if (mine == askedColumns) {
                        trouble.set(why);
                    }
                });
    }

    private void show(TableSample sample, boolean guess) {
        kind.set(sample.kind());
        List<SampleColumn> found = sample.columns();
        columns.setAll(found.stream().map(ColumnChoice::of).toList());
        trouble.set(
                found.isEmpty()
                        ? texts.text(
                                "nothing",
                                sample.troubles().isEmpty() ? "" : sample.troubles().get(0))
                        : "");
        if (guess) {
            MappingGuess first = MappingGuess.of(sample.rows());
            filling = true;
            choices.fill(first);
            filling = false;
        }
        showRows();
    }

    /**
     * Takes the choices of a saved mapping.
     *
     * @param savedName its name
     */
    public void load(String savedName) {
        tasks.query(
                () -> store.require(savedName),
                mapping -> {
                    filling = true;
                    choices.fill(mapping);
                    filling = false;
                    readColumns(false);
                },
                trouble::set);
    }

    private void changed(Observable value) {
        if (!filling) {
            showRows();
        }
    }

    /** Shows the first rows as they would come in now, or says what is missing. */
    private void showRows() {
        if (file.get() == null || columns.isEmpty()) {
            preview.set(null);
            return;
        }
        int mine = ++asked;
        try {
            MappedFormat format = new MappedFormat(choices.mapping(columns));
            missing.set("");
            Path read = file.get();
            tasks.query(
                    () -> mine == asked ? Importer.preview(read, format, ROWS) : null,
                    shown -> {
                        if (mine == asked) {
                            trouble.set("");
                            preview.set(shown);
                        }
                    },
                    why -> {
                        if (mine == asked) {
                            trouble.set(why);
                        }
                    });
        } catch (IllegalArgumentException e) {
            missing.set(e.getMessage());
            preview.set(null);
        }
    }

    /**
     * Saves what is chosen under its name.
     *
     * @param done gets the name after it was saved; not called when something is missing
     */
    public void save(Consumer<String> done) {
        ColumnMapping mapping;
        try {
            mapping = choices.mapping(columns);
        } catch (IllegalArgumentException e) {
            missing.set(e.getMessage());
            return;
        }
        tasks.query(
                () -> {
                    store.save(mapping);
                    return mapping.name();
                },
                done,
                trouble::set);
    }

    /**
     * @return the file whose columns are chosen; null before one was opened
     */
    public ReadOnlyObjectProperty<Path> file() {
        return file;
    }

    /**
     * @return what the file is; null before it was read
     */
    public ReadOnlyObjectProperty<TableSample.Kind> kind() {
        return kind;
    }

    /**
     * @return what is chosen
     */
    public MappingChoices choices() {
        return choices;
    }

    /**
     * @return the columns that the first rows show
     */
    public ObservableList<ColumnChoice> columns() {
        return columns;
    }

    /**
     * @return the names of saved mappings
     */
    public ObservableList<String> saved() {
        return saved;
    }

    /**
     * @return the first rows as they would come in; null while something is missing
     */
    public ReadOnlyObjectProperty<Preview> preview() {
        return preview;
    }

    /**
     * @return what is missing before rows can come in, one sentence; empty if nothing
     */
    public StringProperty missing() {
        return missing;
    }

    /**
     * @return what went wrong, one sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }
}
