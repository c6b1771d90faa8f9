package org.stepwright.settings;

import java.util.Optional;

/** A place that keeps secrets for this user. May block for some seconds while it is unlocked. */
public interface KeyVault {
    /**
     * @param name the name of a key
     * @return the key, if there is one
     * @throws VaultUnavailable when the place cannot be reached
     */
    Optional<String> get(String name);

    /**
     * @param name the name of a key
     * @param key the key
     * @throws VaultUnavailable when it could not be kept
     */
    void put(String name, String key);

    /**
     * @param name the name of a key that is forgotten; nothing happens when there is none
     * @throws VaultUnavailable when the place cannot be reached
     */
    void remove(String name);

    /** The place cannot be reached: there is no keyring, or it stays locked. */
    final class VaultUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /**
         * @param reason a few words
         * @param cause what was thrown, or null
         */
        public VaultUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
