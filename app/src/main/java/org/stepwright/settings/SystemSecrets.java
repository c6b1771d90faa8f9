package org.stepwright.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stepwright.prm.live.Secrets;
import org.stepwright.settings.KeyVault.VaultUnavailable;
import org.stepwright.work.WorkFailed;

/**
 * Keys of connections: first the system's keyring, then the environment variable {@code
 * STEPWRIGHT_KEY_<NAME>}. Keys are never written to settings, a workspace or a log. Safe to call
 * from any thread; may block for some seconds while the keyring is unlocked.
 */
public final class SystemSecrets implements Secrets {
    private static final String PREFIX = "STEPWRIGHT_KEY_";

    private final KeyVault vault;
    private final UnaryOperator<String> env;
    private volatile String status = "";

    /**
     * @param vault where keys are kept
     * @param env environment variables by name; null when not set
     */
    public SystemSecrets(KeyVault vault, UnaryOperator<String> env) {
        this.vault = vault;
        this.env = env;
    }

    /**
     * @return keys of this system's keyring and environment
     */
    public static SystemSecrets ofSystem() {
        return new SystemSecrets(new KeyringVault(), System::getenv);
    }

    /**
     * @param name the name of a key
     * @return the environment variable that may hold it: upper case, other characters than letters
     *     and digits as underscores
     */
    public static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    @Override
    public Optional<String> find(String keyName) {
        return fromVault(keyName).or(() -> fromEnvironment(keyName));
    }

    /**
     * @param name the name of a key
     * @return {@code keyring}, {@code environment}, or empty when there is no such key
     */
    public String whereFrom(String name) {
        if (fromVault(name).isPresent()) {
            return "keyring";
        }
        return fromEnvironment(name).isPresent() ? "environment" : "";
    }

    /**
     * @return one plain sentence when the keyring could not be reached the last time; empty
     *     otherwise
     */
    public String status() {
        return status;
    }

    /**
     * Keeps a key in the keyring.
     *
     * @param name its name
     * @param key the key, not blank
     * @throws WorkFailed when it could not be kept; names the environment variable to use instead
     */
    public void store(String name, String key) {
        if (name.isBlank() || key.isBlank()) {
            throw new WorkFailed("A key needs a name and a value; fill in both.");
        }
        try {
            vault.put(name, key.strip());
            status = "";
        } catch (VaultUnavailable e) {
            throw unavailable(name, e);
        }
    }

    /**
     * Forgets a key; nothing happens when there is none.
     *
     * @param name its name
     * @throws WorkFailed when the keyring cannot be reached
     */
    public void remove(String name) {
        try {
            vault.remove(name);
            status = "";
        } catch (VaultUnavailable e) {
            throw unavailable(name, e);
        }
    }

    private WorkFailed unavailable(String name, VaultUnavailable e) {
        status = sentence(e);
        return new WorkFailed(
                "The key could not be changed because "
                        + e.getMessage()
                        + "; set it in the environment variable "
                        + variable(name)
                        + " instead.");
    }

    private Optional<String> fromVault(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        try {
            Optional<String> key = vault.get(name).filter(k -> !k.isBlank());
            status = "";
            return key;
        } catch (VaultUnavailable e) {
            status = sentence(e);
            return Optional.empty();
        }
    }

    private static String sentence(VaultUnavailable e) {
        return "Keys are read from the environment only because " + e.getMessage() + ".";
    }

    private Optional<String> fromEnvironment(String name) {
        return Optional.ofNullable(env.apply(variable(name)))
                .map(String::strip)
                .filter(k -> !k.isEmpty());
    }
}
