package org.stepwright.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.settings.KeyVault;
import org.stepwright.settings.SettingsStore;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.ui.ByHand;

class ConnectionsViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private final Deque<Runnable> keyThread = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private ConnectionsViewModel model;

    @BeforeEach
    void open() {
        SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
        settings.load();
        settings.update(s -> s.withConnection(named("one")).withConnection(named("two")));
        SystemSecrets secrets = new SystemSecrets(new Vault(), name -> null);
        model =
                new ConnectionsViewModel(
                        hand.tasks(), keyThread::add, settings, secrets, new LiveModels(secrets));
    }

    @Test
    void aLockedKeyringHoldsUpNothingElse() {
        model.load();
        hand.drain();
        assertThat(asked).as("asked on the threads that all share").isEmpty();
        assertThat(model.rows()).extracting(ConnectionRow::keyFrom).containsOnlyNulls();
        model.delete(named("one"));
        hand.drain();
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void onlyTheConnectionsOfTheNewestListAreLookedUp() {
        model.load();
        model.load();
        while (!keyThread.isEmpty()) {
            keyThread.poll().run();
        }
        hand.drain();
        assertThat(asked).containsExactly("one", "two");
        assertThat(model.rows()).extracting(ConnectionRow::keyFrom).containsOnly("keyring");
    }

    @Test
    void aNewKeyGoesInBeforeTheOthersAreLookedUp() {
        model.load();
        List<String> said = new ArrayList<>();
        model.save(null, named("three"), "k", said::add);
        hand.drain();
        while (!keyThread.isEmpty()) {
            keyThread.poll().run();
            hand.drain();
        }
        assertThat(asked).startsWith("put three");
        assertThat(said).containsExactly("");
        assertThat(model.rows()).hasSize(3);
    }

    private static Connection named(String name) {
        return new Connection(
                name, ConnectionKind.OPENAI_COMPATIBLE, "", "m", name, 0.7, 4096, 120, "");
    }

    private final class Vault implements KeyVault {
        @Override
        public Optional<String> get(String name) {
            asked.add(name);
            return Optional.of("key");
        }

        @Override
        public void put(String name, String key) {
            asked.add("put " + name);
        }

        @Override
        public void remove(String name) {
            // not used here
        }
    }
}
