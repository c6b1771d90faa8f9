package org.stepwright.prm.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * One plain sentence for each way in which a live answer fails. Built from what we know ourselves;
 * the server's own words appear only through {@link ServerMessage}, which keeps keys out.
 */
final class Troubles {
    private final Connection connection;
    private final String name;
    private final ServerMessage serverMessage;

    Troubles(Connection connection, String key) {
        this.connection = connection;
        this.name = "\"" + connection.name() + "\"";
        this.serverMessage = new ServerMessage(key);
    }

    /**
     * @param wire the exchange that failed
     * @param cause what LangChain4j reported; null when the stream just ended
     * @param attempts attempts made
     * @param started whether a part of the answer has arrived
     */
    String sentence(Wire wire, Throwable cause, int attempts, boolean started) {
        return switch (wire.overrun()) {
            case SILENT -> silent(started);
            case STALLED -> stalled(started);
            case TOO_LONG -> "The server of " + name + " sent far more than an answer; stopped it.";
            case NONE -> {
                int status = wire.status();
                if (status == 0) {
                    yield unreachable(cause);
                }
                yield status / 100 == 2
                        ? midStream(wire, cause, started)
                        : refused(status, cause, attempts);
            }
        };
    }

    String tooLong(int limit) {
        return "The answer of "
                + name
                + " passed "
                + String.format(Locale.ROOT, "%,d", limit)
                + " characters and was stopped; what had arrived is kept.";
    }

    String listenerFailed() {
        return "The answer of "
                + name
                + " could not be shown any further; what had arrived is kept.";
    }

    /** Empty when the server was done. */
    String unfinished(FinishReason reason) {
        if (reason == FinishReason.LENGTH) {
            return "The answer reached the limit of "
                    + connection.maxTokens()
                    + " tokens; raise the limit of "
                    + name
                    + " for longer answers.";
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            return "The server of " + name + " stopped the answer by its content filter.";
        }
        return "";
    }

    private String silent(boolean started) {
        String seconds = seconds(connection.timeoutSeconds());
        return started
                ? name + " stopped sending for " + seconds + "; what had arrived is kept."
                : name
                        + " sent nothing for "
                        + seconds
                        + "; try again or give the connection more time.";
    }

    private String stalled(boolean started) {
        String signs =
                name
                        + " sent signs of life but nothing of the answer for "
                        + seconds(WireLimits.STALL_FACTOR * connection.timeoutSeconds());
        return started
                ? signs + "; what had arrived is kept."
                : signs + "; try again or give the connection more time.";
    }

    private static String seconds(int number) {
        return number == 1 ? "1 second" : number + " seconds";
    }

    private String unreachable(Throwable cause) {
        String host = hostAndPort();
        if (has(cause, UnresolvedAddressException.class)) {
            return "The name of the server "
                    + host
                    + " is not known; check the base URL of "
                    + name
                    + " and the network.";
        }
        if (has(cause, SSLException.class)) {
            return "No secure connection to "
                    + host
                    + " could be made; check the base URL of "
                    + name
                    + " and the server's certificate.";
        }
        if (has(cause, HttpConnectTimeoutException.class)) {
            return "The server "
                    + host
                    + " did not take the connection in time; check the base URL"
                    + " of "
                    + name
                    + " and the network.";
        }
        if (has(cause, ConnectException.class)) {
            return "No server answers at "
                    + host
                    + "; start it, or check the base URL of "
                    + name
                    + ".";
        }
        if (has(cause, IOException.class)) {
            return "The server "
                    + host
                    + " closed the connection without an answer; try again, or"
                    + " check the base URL of "
                    + name
                    + ".";
        }
        return "The request of " + name + " could not be sent; check the connection's values.";
    }

    private String midStream(Wire wire, Throwable cause, boolean started) {
        String kept = started ? "; what had arrived is kept." : ".";
        if (wire.bodyBroke()) {
            return "The stream from " + name + " was cut before the answer was complete" + kept;
        }
        if (has(cause, JsonProcessingException.class)) {
            return "The server of " + name + " sent something that cannot be read" + kept;
        }
        if (cause != null) {
            return "The server of "
                    + name
                    + " reported an error in the middle of its answer"
                    + kept;
        }
        return started
                ? "The stream from " + name + " ended before the answer was complete" + kept
                : "The server of "
                        + name
                        + " answered with something else than a stream of this kind; check the kind"
                        + " and the base URL of the connection.";
    }

    private String refused(int status, Throwable cause, int attempts) {
        String server = "The server of " + name;
        String tries = attempts > 1 ? ", also after " + attempts + " attempts" : "";
        return switch (status) {
            case 401 ->
                    connection.keyName().isEmpty()
                            ? server
                                    + " wants a key (401); store one and name it in the connection."
                            : server
                                    + " refused the key \""
                                    + connection.keyName()
                                    + "\" (401); store the right one.";
            case 403 ->
                    server
                            + " does not let this key use the model \""
                            + connection.model()
                            + "\" (403); choose another model or key.";
            case 404 ->
                    server
                            + " does not know the model \""
                            + connection.model()
                            + "\" (404); check the model's name and the base URL.";
            case 429 ->
                    server
                            + " takes no more requests now (429"
                            + tries
                            + "); wait a little or use another connection.";
            default -> {
                if (status >= 500) {
                    yield server + " failed (" + status + tries + "); try again later.";
                }
                if (status / 100 == 3) {
                    yield server
                            + " points to another address ("
                            + status
                            + "); put the final address into the connection.";
                }
                yield server
                        + " refused the request ("
                        + status
                        + ")"
                        + serverMessage.in(cause)
                        + ".";
            }
        };
    }

    private String hostAndPort() {
        URI uri = URI.create(BaseUrl.toCall(connection.baseUrl()));
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    /** Whether a failure or one of its causes is of a kind. */
    static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (kind.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
