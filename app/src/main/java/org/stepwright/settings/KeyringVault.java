package org.stepwright.settings;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The system's keyring: Secret Service or KWallet, the macOS keychain, the Windows credential
 * store. Each call has a thread of its own and a time limit, because a locked keyring waits for a
 * person.
 */
final class KeyringVault implements KeyVault {
    private static final String DOMAIN = "org.stepwright";
    private static final int SECONDS = 20;

    @Override
    public Optional<String> get(String name) {
        return call(
                keyring -> {
                    try {
                        return Optional.ofNullable(keyring.getPassword(DOMAIN, name));
                    } catch (PasswordAccessException e) {
                        return Optional.empty(); // the library says the same for "no such key"
                    }
                });
    }

    @Override
    public void put(String name, String key) {
        call(
                keyring -> {
                    keyring.setPassword(DOMAIN, name, key);
                    return name;
                });
    }

    @Override
    public void remove(String name) {
        call(
                keyring -> {
                    try {
                        keyring.deletePassword(DOMAIN, name);
                    } catch (PasswordAccessException e) {
                        return name; // there was none
                    }
                    return name;
                });
    }

    private interface Call<T> {
        T on(Keyring keyring) throws PasswordAccessException;
    }

    private static <T> T call(Call<T> call) {
        FutureTask<T> task = new FutureTask<>(() -> open(call));
        Thread thread = new Thread(task, "keyring");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new VaultUnavailable("this system has no keyring that can be used", e.getCause());
        } catch (TimeoutException e) {
            throw new VaultUnavailable("the system's keyring is locked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultUnavailable("the wait for the system's keyring was broken off", e);
        }
    }

    private static <T> T open(Call<T> call) throws Exception {
        Keyring keyring = Keyring.create();
        try {
            return call.on(keyring);
        } finally {
            keyring.close();
        }
    }
}
