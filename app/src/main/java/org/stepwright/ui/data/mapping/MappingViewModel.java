package org.stepwright.ui.data.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
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
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.MappingGuess;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.SampleColumn;
import org.stepwright.storage.format.mapping.StepCut;
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
    private final Map<Role, StringProperty> chosen = new EnumMap<>(Role.class);
    private final LabelChoices labels = new LabelChoices();
    private final ObjectProperty<StepCut> cut = new SimpleObjectProperty<>(StepCut.LIST);
    private final StringProperty marker = new SimpleStringProperty("");
    private final BooleanProperty keepOthers = new SimpleBooleanProperty();
    private final ObjectProperty<Character> separator =
            new SimpleObjectProperty<>(ColumnMapping.AUTO);
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableList<String> saved = FXCollections.observableArrayList();
    private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>();
    private final StringProperty missing = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");

    private Map<String, ColumnPath> metadata = Map.of();
    private boolean filling;
    private volatile int asked;

    /**
     * @param store where mappings are saved
     * @param tasks reads files in the background
     * @param texts the page's texts
     */
    public MappingViewModel(MappingStore store, FxTasks tasks, Messages texts) {
        this.store = store;
        this.tasks = tasks;
        this.texts = texts;
        for (Role role : Role.values()) {
            StringProperty path = new SimpleStringProperty("");
            path.addListener(this::changed);
            chosen.put(role, path);
        }
        cut.addListener(this::changed);
        marker.addListener(this::changed);
        keepOthers.addListener(this::changed);
        labels.onChange(this::changed);
        name.addListener(this::changed);
        separator.addListener(o -> readColumns(false));
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
        separator.set(ColumnMapping.AUTO);
        name.set(nameOf(newFile));
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
        char between = separator.get();
        int mine = ++asked;
        tasks.query(
                () -> TableSample.of(read, between, ROWS),
                sample -> {
                    if (mine == asked) {
                        show(sample, guess);
                    }
                },
                why -> {
                    if (mine == asked) {
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
            fill(first.columns(), first.cut(), first.marker(), first.labels(), Map.of());
        }
        showRows();
    }

    private void fill(
            Map<Role, ColumnPath> paths,
            StepCut newCut,
            String newMarker,
            LabelRule rule,
            Map<String, ColumnPath> facts) {
        filling = true;
        chosen.forEach(
                (role, path) -> path.set(paths.containsKey(role) ? paths.get(role).text() : ""));
        cut.set(newCut);
        marker.set(newMarker);
        labels.set(rule);
        metadata = facts;
        keepOthers.set(false);
        filling = false;
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
                    fill(
                            mapping.columns(),
                            mapping.cut(),
                            mapping.marker(),
                            mapping.labels(),
                            mapping.metadata());
                    filling = true;
                    name.set(mapping.name());
                    separator.set(mapping.separator());
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
            MappedFormat format = new MappedFormat(mapping());
            missing.set("");
            Path read = file.get();
            tasks.query(
                    () -> mine == asked ? Importer.preview(read, format, ROWS) : null,
                    shown -> {
                        if (mine == asked) {
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
     * @return what is chosen now
     * @throws IllegalArgumentException with a sentence when something is missing
     */
    ColumnMapping mapping() {
        Map<Role, ColumnPath> paths = new EnumMap<>(Role.class);
        chosen.forEach(
                (role, path) -> {
                    if (!path.get().isEmpty() && counts(role)) {
                        paths.put(role, ColumnPath.of(path.get()));
                    }
                });
        return new ColumnMapping(
                name.get().strip(),
                paths,
                cut.get(),
                cut.get() == StepCut.MARKER ? marker.get() : "",
                paths.containsKey(Role.LABELS) ? labels.rule() : LabelRule.TWO_WAY,
                metadata(paths),
                separator.get());
    }

    /** The place of a step is asked for only where rows are steps. */
    private boolean counts(Role role) {
        return role != Role.ORDER || cut.get() == StepCut.STEP_PER_ROW;
    }

    private Map<String, ColumnPath> metadata(Map<Role, ColumnPath> paths) {
        if (!keepOthers.get()) {
            return metadata;
        }
        Set<String> used = new HashSet<>();
        paths.values().forEach(p -> used.add(p.text()));
        Map<String, ColumnPath> others = new TreeMap<>(metadata);
        for (ColumnChoice column : columns) {
            boolean plain =
                    switch (column.shape()) {
                        case TEXT, NUMBER, TRUTH -> !column.path().contains("[]");
                        default -> false;
                    };
            if (plain
                    && !used.contains(column.path())
                    && column.path().length() <= 200
                    && others.size() < ColumnMapping.METADATA_LIMIT) {
                others.put(column.path(), ColumnPath.of(column.path()));
            }
        }
        return others;
    }

    /**
     * Saves what is chosen under its name.
     *
     * @param done gets the name after it was saved; not called when something is missing
     */
    public void save(Consumer<String> done) {
        ColumnMapping mapping;
        try {
            mapping = mapping();
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
     * @param path the path of a column
     * @return the roles that it is chosen for
     */
    public List<Role> rolesOf(String path) {
        List<Role> roles = new ArrayList<>();
        chosen.forEach(
                (role, of) -> {
                    if (of.get().equals(path) && counts(role)) {
                        roles.add(role);
                    }
                });
        return roles;
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
     * @return the columns that the first rows show
     */
    public ObservableList<ColumnChoice> columns() {
        return columns;
    }

    /**
     * @param role a role
     * @return the path of its column; empty for none
     */
    public StringProperty column(Role role) {
        return Optional.ofNullable(chosen.get(role)).orElseThrow();
    }

    /**
     * @return how the column of the steps holds them
     */
    public ObjectProperty<StepCut> cut() {
        return cut;
    }

    /**
     * @return what ends each step, where a marker does
     */
    public StringProperty marker() {
        return marker;
    }

    /**
     * @return how labels are read
     */
    public LabelChoices labels() {
        return labels;
    }

    /**
     * @return whether plain columns without a role are kept with the trace
     */
    public BooleanProperty keepOthers() {
        return keepOthers;
    }

    /**
     * @return what stands between the cells of a CSV file; {@link ColumnMapping#AUTO} to tell
     */
    public ObjectProperty<Character> separator() {
        return separator;
    }

    /**
     * @return the name to save under
     */
    public StringProperty name() {
        return name;
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
