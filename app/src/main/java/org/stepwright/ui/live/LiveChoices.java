package org.stepwright.ui.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.SplitRule;
import org.stepwright.ui.kit.FxTasks;

/** Who is asked, what is asked, who scores. Used from the UI thread. */
final class LiveChoices {
    private final Workspace workspace;
    private final LiveModels live;
    private final Supplier<List<Connection>> known;
    private final FxTasks tasks;

    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    private final ObservableList<Path> models = FXCollections.observableArrayList();
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObjectProperty<Connection> connection = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> model = new SimpleObjectProperty<>();
    private final ObjectProperty<SplitRule> rule = new SimpleObjectProperty<>(SplitRule.AUTO);
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty loaded = new SimpleBooleanProperty();

    private record Loaded(List<Connection> connections, List<Path> models) {}

    /**
     * @param workspace the open workspace
     * @param live opens connections
     * @param known the connections of the settings, read anew at each load
     * @param tasks background work
     */
    LiveChoices(
            Workspace workspace, LiveModels live, Supplier<List<Connection>> known, FxTasks tasks) {
        this.workspace = workspace;
        this.live = live;
        this.known = known;
        this.tasks = tasks;
        connection.addListener((o, before, after) -> readPrompts(after));
    }

    /** Reads connections and the models trained in this workspace. */
    void load() {
        tasks.query(
                () -> new Loaded(known.get(), trainedModels()),
                found -> {
                    showConnections(found.connections());
                    showModels(found.models());
                    loaded.set(true);
                },
                trouble::set);
    }

    private void showConnections(List<Connection> now) {
        String kept = connection.get() == null ? "" : connection.get().name();
        connections.setAll(now);
        connection.set(
                now.stream()
                        .filter(c -> c.name().equals(kept))
                        .findFirst()
                        .orElse(now.isEmpty() ? null : now.get(0)));
    }

    /** A recorded connection answers only what was asked of it before. */
    private void readPrompts(Connection from) {
        if (from == null || from.kind() != ConnectionKind.RECORDED) {
            prompts.clear();
            return;
        }
        tasks.query(
                () -> live.recordedPrompts(from),
                found -> {
                    if (from.equals(connection.get())) {
                        prompts.setAll(found);
                        if (prompt.get().isBlank() && !found.isEmpty()) {
                            prompt.set(found.get(0));
                        }
                    }
                },
                trouble::set);
    }

    private List<Path> trainedModels() {
        return workspace.runs().list(Run.Kind.TRAIN).stream()
                .filter(run -> run.status() == Run.Status.SUCCEEDED)
                .map(run -> Path.of(run.modelPath()))
                .filter(Files::isRegularFile)
                .toList();
    }

    private void showModels(List<Path> found) {
        Path kept = model.get();
        models.setAll(found);
        if (kept != null && !found.contains(kept)) {
            models.add(kept); // a file that the user chose stays in the list
        }
        model.set(kept != null ? kept : found.isEmpty() ? null : found.get(0));
    }

    /** Takes a model's file that lies elsewhere. */
    void chooseModel(Path bundle) {
        if (!models.contains(bundle)) {
            models.add(bundle);
        }
        model.set(bundle);
    }

    /** The key of the text that says what is missing; empty when the prompt can be sent. */
    Optional<String> missing() {
        if (connection.get() == null) {
            return Optional.of("missing.connection");
        }
        if (model.get() == null) {
            return Optional.of("missing.model");
        }
        return prompt.get().isBlank() ? Optional.of("missing.prompt") : Optional.empty();
    }

    /** Whether connections and models were read. */
    ReadOnlyBooleanProperty loaded() {
        return loaded;
    }

    /** What could not be read, one plain sentence; empty if nothing. */
    StringProperty trouble() {
        return trouble;
    }

    /** The prompts that the chosen recorded connection answers; empty for a live one. */
    ObservableList<String> prompts() {
        return prompts;
    }

    /** The connections that can be asked. */
    ObservableList<Connection> connections() {
        return connections;
    }

    /** The models that can score. */
    ObservableList<Path> models() {
        return models;
    }

    /** Who is asked; null for nobody. */
    ObjectProperty<Connection> connection() {
        return connection;
    }

    /** The file of the model that scores; null for none. */
    ObjectProperty<Path> model() {
        return model;
    }

    /** How answers are cut into steps. */
    ObjectProperty<SplitRule> rule() {
        return rule;
    }

    /** What is asked. */
    StringProperty prompt() {
        return prompt;
    }
}
