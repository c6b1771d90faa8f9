package org.stepwright.prm.live;

import java.util.Optional;

/**
 * Where keys are: the system's keyring or the environment, never a workspace or a settings file.
 */
public interface Secrets {
    /** Knows no key. */
    Secrets NONE = keyName -> Optional.empty();

    /**
     * @param keyName the name of the key
     * @return the key, if one is stored under that name; safe to call from any thread
     */
    Optional<String> find(String keyName);
}
