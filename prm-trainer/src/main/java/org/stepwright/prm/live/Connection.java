package org.stepwright.prm.live;

import java.util.Objects;
import org.stepwright.work.WorkFailed;

/**
 * How to reach one model. Holds the name of the secret, never the secret, so that it can be stored
 * and shown.
 *
 * @param name how the user calls it, 1 to 80 characters
 * @param kind whose protocol it speaks
 * @param baseUrl where the server listens; blank means the provider's own address. {@code https},
 *     or {@code http} on this machine. Plain {@code http} to another machine is written {@code
 *     insecure+http://…}, so that nobody sends a key in the clear without saying so
 * @param model the model's name, as the server knows it
 * @param keyName the name under which {@link Secrets} knows the key; empty when none is needed
 * @param temperature from 0 to 2
 * @param maxTokens longest answer in tokens, 1 to 1,000,000
 * @param timeoutSeconds longest silence of the server, 1 to 3600; a connection must stand in half
 *     of it, and in 15 seconds. A server that sends signs of life gets four times as long between
 *     two pieces of an answer
 * @param recording path of the recording file; only {@link ConnectionKind#RECORDED} has one, empty
 *     otherwise
 */
public record Connection(
        String name,
        ConnectionKind kind,
        String baseUrl,
        String model,
        String keyName,
        double temperature,
        int maxTokens,
        int timeoutSeconds,
        String recording) {
    /**
     * Validates; a blank base URL becomes the provider's own.
     *
     * @throws WorkFailed with a sentence for the user when a value is out of its range
     */
    public Connection {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(keyName, "keyName");
        Objects.requireNonNull(recording, "recording");
        require(name != null && !name.isBlank(), "Give the connection a name.");
        require(name.length() <= 80, "Give the connection a name of at most 80 characters.");
        require(keyName.length() <= 80, "Give the key a name of at most 80 characters.");
        require(model.length() <= 200, "Give a model name of at most 200 characters.");
        require(temperature >= 0 && temperature <= 2, "Give a temperature from 0 to 2.");
        require(
                maxTokens >= 1 && maxTokens <= 1_000_000,
                "Give a limit from 1 to 1,000,000 tokens for an answer.");
        require(
                timeoutSeconds >= 1 && timeoutSeconds <= 3600,
                "Give a time-out from 1 to 3600 seconds.");
        if (kind == ConnectionKind.RECORDED) {
            require(!recording.isBlank(), "Name the recording file that \"" + name + "\" replays.");
            baseUrl = "";
        } else {
            require(recording.isEmpty(), "Only a recorded connection names a recording file.");
            require(!model.isBlank(), "Name the model that \"" + name + "\" asks.");
            baseUrl = BaseUrl.checked(baseUrl.isBlank() ? kind.defaultBaseUrl() : baseUrl);
        }
    }

    /**
     * @param name how the user calls it
     * @param recording path of the recording file
     * @return a connection that replays recorded answers
     */
    public static Connection recorded(String name, String recording) {
        return new Connection(name, ConnectionKind.RECORDED, "", "", "", 0, 4096, 60, recording);
    }

    /** The same connection with another model. */
    Connection withModel(String other) {
        return new Connection(
                name,
                kind,
                baseUrl,
                other,
                keyName,
                temperature,
                maxTokens,
                timeoutSeconds,
                recording);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new WorkFailed(sentence);
        }
    }
}
