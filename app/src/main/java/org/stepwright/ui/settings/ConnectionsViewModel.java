package org.stepwright.ui.settings;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.settings.SettingsStore;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.settings.ConnectionRow.Tested;

/**
 * The connections of the settings. A key goes from the form into the keyring and is never read back
 * to the screen. Confined to the UI thread; the keyring, the file and the network run in the
 * background.
 */
final class ConnectionsViewModel {
    private final FxTasks tasks;
    private final SettingsStore settings;
    private final FxTasks keys;
    private final AtomicInteger lookUps = new AtomicInteger();
    private final SystemSecrets secrets;
    private final LiveModels live;
    private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();
    private final StringProperty keyring = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param tasks background work
     * @param keyThread asks the keyring, which may take long: a locked one waits for its password
     * @param settings where connections are kept
     * @param secrets where keys are
     * @param live opens connections
     */
    ConnectionsViewModel(
            FxTasks tasks,
            Executor keyThread,
            SettingsStore settings,
            SystemSecrets secrets,
            LiveModels live) {
        this.tasks = tasks;
        this.keys = new FxTasks(tasks.runner(), keyThread, tasks::onUi, tasks::sentence);
        this.settings = settings;
        this.secrets = secrets;
        this.live = live;
    }

    ObservableList<ConnectionRow> rows() {
        return rows;
    }

    /** One sentence when the keyring cannot be reached; else empty. */
    StringProperty keyring() {
        return keyring;
    }

    /** Why the last change failed; else empty. */
    StringProperty trouble() {
        return trouble;
    }

    /** Lists the connections and looks up where their keys come from. */
    void load() {
        List<Connection> connections = settings.current().connections();
        rows.setAll(
                connections.stream().map(c -> new ConnectionRow(c, null, "", Tested.NO)).toList());
        int now = lookUps.incrementAndGet();
        connections.forEach(c -> lookUpKey(c, now));
    }

    /** A newer list of connections makes what was asked for an older one needless. */
    private void lookUpKey(Connection connection, int asked) {
        keys.query(
                () -> asked == lookUps.get() ? where(connection.keyName()) : null,
                from -> {
                    if (from != null) {
                        update(connection, row -> row.withKey(from));
                        keyring.set(secrets.status());
                    }
                },
                trouble::set);
    }

    private String where(String keyName) {
        return keyName.isEmpty() ? "" : secrets.whereFrom(keyName);
    }

    /**
     * Adds a connection or changes it.
     *
     * @param before the connection that it replaces, or null
     * @param connection the new one
     * @param key a key to put into the keyring; empty to leave it as it is
     * @param done called with an empty sentence when it is kept, else with why not
     */
    void save(Connection before, Connection connection, String key, Consumer<String> done) {
        tasks.query(
                () -> {
                    settings.update(
                            s -> {
                                boolean renamed =
                                        before != null && !before.name().equals(connection.name());
                                return (renamed ? s.withoutConnection(before.name()) : s)
                                        .withConnection(connection);
                            });
                    return true;
                },
                kept -> keep(connection.keyName(), key, done),
                done);
    }

    private void keep(String keyName, String key, Consumer<String> done) {
        if (key.isEmpty()) {
            trouble.set("");
            load();
            done.accept("");
            return;
        }
        lookUps.incrementAndGet(); // the new key need not wait for looking up the others
        keys.query(
                () -> storeKey(keyName, key),
                keyTrouble -> {
                    trouble.set(keyTrouble);
                    load();
                    done.accept("");
                },
                done);
    }

    /**
     * The connection is kept even where the keyring is missing; the sentence names the variable.
     */
    private String storeKey(String name, String key) {
        try {
            secrets.store(name, key);
            return "";
        } catch (RuntimeException e) {
            return tasks.sentence(e);
        }
    }

    /** Deletes a connection; its key stays in the keyring, as others may use it. */
    void delete(Connection connection) {
        tasks.query(
                () -> {
                    settings.update(s -> s.withoutConnection(connection.name()));
                    return true;
                },
                done -> load(),
                trouble::set);
    }

    /**
     * Asks the model for one word, as a task.
     *
     * @param title the task's title
     */
    void test(Connection connection, String title) {
        update(connection, row -> row.withTest(Tested.RUNNING, ""));
        tasks.run(
                title,
                progress -> live.test(connection),
                said -> update(connection, row -> row.withTest(Tested.WORKS, said)),
                why -> update(connection, row -> row.withTest(Tested.FAILS, why)),
                () -> update(connection, row -> row.withTest(Tested.NO, "")));
    }

    private void update(Connection connection, UnaryOperator<ConnectionRow> change) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).connection().equals(connection)) {
                rows.set(i, change.apply(rows.get(i)));
            }
        }
    }
}
