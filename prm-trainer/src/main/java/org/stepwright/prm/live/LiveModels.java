package org.stepwright.prm.live;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.work.Cancelled;
import org.stepwright.work.WorkFailed;

/** Opens connections. Safe for use by many threads. */
public final class LiveModels {
    private static final LiveRequest HELLO = LiveRequest.of("Answer with the word OK.");

    private final Secrets secrets;
    private final double delayFactor;
    private final Backoff backoff;
    private final LiveThreads threads = LiveThreads.start();
    private final Later retryLater;
    private final WireClock wireClock;

    /**
     * @param secrets where keys are
     */
    public LiveModels(Secrets secrets) {
        this(secrets, 1);
    }

    /**
     * @param secrets where keys are
     * @param delayFactor what the delays of recordings are multiplied with: 1 replays as it was, 0
     *     at once
     */
    public LiveModels(Secrets secrets, double delayFactor) {
        this(secrets, delayFactor, Backoff.usual(), null, null);
    }

    /** For tests: with another back-off, and with waits that need not be waited; null for real. */
    LiveModels(
            Secrets secrets,
            double delayFactor,
            Backoff backoff,
            Later retryLater,
            WireClock wireClock) {
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        if (!(delayFactor >= 0 && delayFactor <= 100)) {
            throw new IllegalArgumentException("A delay factor lies in [0, 100].");
        }
        this.delayFactor = delayFactor;
        this.backoff = backoff;
        this.retryLater = retryLater == null ? threads.later() : retryLater;
        this.wireClock =
                wireClock == null ? new WireClock(threads.later(), System::nanoTime) : wireClock;
    }

    /**
     * Opens a connection; sends nothing yet.
     *
     * @param c how to reach the model
     * @return the model
     * @throws WorkFailed when the key is missing, or a recording cannot be read
     */
    public LiveModel open(Connection c) {
        if (c.kind() == ConnectionKind.RECORDED) {
            return RecordedModel.read(c, delayFactor, threads);
        }
        return new StreamedModel(c, key(c), threads, backoff, retryLater, wireClock);
    }

    /**
     * @param c a recorded connection
     * @return the prompts that it answers, in the order of the recording; empty for a live one
     * @throws WorkFailed when the recording cannot be read
     */
    public List<String> recordedPrompts(Connection c) {
        return c.kind() == ConnectionKind.RECORDED
                ? List.copyOf(RecordedModel.read(c, delayFactor, threads).prompts())
                : List.of();
    }

    /**
     * Asks the model for a word, or a recording whether it can be read. Blocks until the answer has
     * ended, at most twice the connection's time-out and a minute, which leaves room for further
     * attempts.
     *
     * @param c how to reach the model
     * @return one short sentence with the latency
     * @throws WorkFailed when it did not answer, with the reason
     */
    public String test(Connection c) {
        LiveModel model = open(c);
        if (model instanceof RecordedModel recorded) {
            return "\"" + c.name() + "\" holds " + recorded.prompts().size() + " recorded answers.";
        }
        LiveCall<LiveAnswer> call = model.stream(HELLO, TextListener.NONE);
        LiveAnswer answer = await(call, c);
        boolean arrived = !answer.text().isEmpty() || !answer.reasoning().isEmpty();
        if (answer.ending() == Ending.BROKEN && !arrived) {
            throw new WorkFailed(answer.trouble());
        }
        return String.format(Locale.ROOT, "\"%s\" answered in %,d ms.", c.name(), answer.millis());
    }

    private static LiveAnswer await(LiveCall<LiveAnswer> call, Connection c) {
        try {
            return call.result().get(2L * c.timeoutSeconds() + 60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            call.cancel();
            throw new WorkFailed(
                    "\"" + c.name() + "\" did not finish a short answer in time; try again.", e);
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** The key, or null when the connection names none. */
    private String key(Connection c) {
        boolean needed = c.kind() == ConnectionKind.ANTHROPIC || c.kind() == ConnectionKind.GEMINI;
        if (c.keyName().isEmpty()) {
            if (needed) {
                throw new WorkFailed(
                        "\""
                                + c.name()
                                + "\" needs a key; store one and name it in the connection.");
            }
            return null;
        }
        String key = secrets.find(c.keyName()).map(String::strip).orElse("");
        if (key.isEmpty()) {
            throw new WorkFailed(
                    "No key is stored under the name \""
                            + c.keyName()
                            + "\"; store it under Settings or in the environment variable"
                            + " STEPWRIGHT_KEY_"
                            + c.keyName().toUpperCase(Locale.ROOT)
                            + ".");
        }
        // Checked here because the JDK's own message for a bad header repeats its value.
        if (!key.chars().allMatch(ch -> ch > 0x20 && ch < 0x7f)) {
            throw new WorkFailed(
                    "The key \""
                            + c.keyName()
                            + "\" holds blanks or characters that no key has; store it again.");
        }
        return key;
    }
}
