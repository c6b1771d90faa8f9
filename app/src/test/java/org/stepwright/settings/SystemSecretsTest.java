package org.stepwright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwright.work.WorkFailed;

class SystemSecretsTest {
    private final Map<String, String> env = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();

    private final KeyVault vault =
            new KeyVault() {
                @Override
                public Optional<String> get(String name) {
                    return Optional.ofNullable(kept.get(name));
                }

                @Override
                public void put(String name, String key) {
                    kept.put(name, key);
                }

                @Override
                public void remove(String name) {
                    kept.remove(name);
                }
            };

    private final KeyVault noVault =
            new KeyVault() {
                @Override
                public Optional<String> get(String name) {
                    throw new VaultUnavailable("this system has no keyring", null);
                }

                @Override
                public void put(String name, String key) {
                    throw new VaultUnavailable("this system has no keyring", null);
                }

                @Override
                public void remove(String name) {
                    throw new VaultUnavailable("this system has no keyring", null);
                }
            };

    @Test
    void theKeyringComesFirst() {
        SystemSecrets secrets = new SystemSecrets(vault, env::get);
        env.put("STEPWRIGHT_KEY_WORK", "from-env");
        assertThat(secrets.whereFrom("work")).isEqualTo("environment");
        secrets.store("work", " from-ring ");
        assertThat(secrets.find("work")).contains("from-ring");
        assertThat(secrets.whereFrom("work")).isEqualTo("keyring");
        secrets.remove("work");
        assertThat(secrets.find("work")).contains("from-env");
    }

    @Test
    void withoutAKeyringTheEnvironmentServesQuietly() {
        SystemSecrets secrets = new SystemSecrets(noVault, env::get);
        env.put("STEPWRIGHT_KEY_WORK", "from-env\n");
        assertThat(secrets.find("work")).contains("from-env");
        assertThat(secrets.status()).contains("no keyring").endsWith(".");
    }

    @Test
    void aKeyThatCannotBeKeptNamesTheVariableAndNeverTheKey() {
        SystemSecrets secrets = new SystemSecrets(noVault, env::get);
        assertThatThrownBy(() -> secrets.store("my work", "canary"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("STEPWRIGHT_KEY_MY_WORK")
                .hasMessageNotContaining("canary");
    }

    @Test
    void namesBecomeVariablesInEveryLocale() {
        assertThat(SystemSecrets.variable("my-wifi")).isEqualTo("STEPWRIGHT_KEY_MY_WIFI");
    }

    @Test
    void anEmptyNameHasNoKey() {
        SystemSecrets secrets = new SystemSecrets(vault, env::get);
        kept.put("", "x");
        assertThat(secrets.find("")).isEmpty();
        assertThat(secrets.whereFrom("nobody")).isEmpty();
    }

    @Test
    void blankKeysAreRefused() {
        SystemSecrets secrets = new SystemSecrets(vault, env::get);
        assertThatThrownBy(() -> secrets.store("work", " ")).isInstanceOf(WorkFailed.class);
    }
}
