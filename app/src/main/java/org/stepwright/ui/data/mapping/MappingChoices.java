package org.stepwright.ui.data.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.MappingGuess;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;

/** Which column says what, as a person chooses it. Used from the UI thread. */
public final class MappingChoices {
    private final Map<Role, StringProperty> chosen = new EnumMap<>(Role.class);
    private final LabelChoices labels = new LabelChoices();
    private final ObjectProperty<StepCut> cut = new SimpleObjectProperty<>(StepCut.LIST);
    private final StringProperty marker = new SimpleStringProperty("");
    private final BooleanProperty keepOthers = new SimpleBooleanProperty();
    private final ObjectProperty<Character> separator =
            new SimpleObjectProperty<>(ColumnMapping.AUTO);
    private final StringProperty name = new SimpleStringProperty("");
    private Map<String, ColumnPath> metadata = Map.of();

    MappingChoices() {
        for (Role role : Role.values()) {
            chosen.put(role, new SimpleStringProperty(""));
        }
    }

    /** Calls the listener at every change but the separator's, which changes the columns, too. */
    void onChange(InvalidationListener listener) {
        chosen.values().forEach(path -> path.addListener(listener));
        cut.addListener(listener);
        marker.addListener(listener);
        keepOthers.addListener(listener);
        labels.onChange(listener);
        name.addListener(listener);
    }

    void fill(MappingGuess guess) {
        fill(guess.columns(), guess.cut(), guess.marker(), guess.labels(), Map.of());
    }

    void fill(ColumnMapping mapping) {
        fill(
                mapping.columns(),
                mapping.cut(),
                mapping.marker(),
                mapping.labels(),
                mapping.metadata());
        name.set(mapping.name());
        separator.set(mapping.separator());
    }

    private void fill(
            Map<Role, ColumnPath> paths,
            StepCut newCut,
            String newMarker,
            LabelRule rule,
            Map<String, ColumnPath> facts) {
        chosen.forEach(
                (role, path) -> path.set(paths.containsKey(role) ? paths.get(role).text() : ""));
        cut.set(newCut);
        marker.set(newMarker);
        labels.set(rule);
        metadata = facts;
        keepOthers.set(false);
    }

    /**
     * @param there the columns of the file
     * @return what is chosen now
     * @throws IllegalArgumentException with a sentence when something is missing
     */
    ColumnMapping mapping(List<ColumnChoice> there) {
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
                metadata(paths, there),
                separator.get());
    }

    /** The place of a step is asked for only where rows are steps. */
    private boolean counts(Role role) {
        return role != Role.ORDER || cut.get() == StepCut.STEP_PER_ROW;
    }

    private Map<String, ColumnPath> metadata(
            Map<Role, ColumnPath> paths, List<ColumnChoice> there) {
        if (!keepOthers.get()) {
            return metadata;
        }
        Set<String> used = new HashSet<>();
        paths.values().forEach(p -> used.add(p.text()));
        Map<String, ColumnPath> others = new TreeMap<>(metadata);
        for (ColumnChoice column : there) {
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
}
