package org.stepwright.prm.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** What the tests of live calls share. */
final class Calls {
    static final String KEY = "sk-canary-4f9a1c77e0b2";
    static final Secrets SECRETS =
            name -> name.equals("canary") ? Optional.of(KEY) : Optional.empty();

    /** The waits between attempts, which tests need not wait. */
    final List<Duration> waits = new CopyOnWriteArrayList<>();

    private final LiveModels models;

    Calls() {
        this(null);
    }

    /**
     * @param wireClock what silence is measured with; null for the real time
     */
    Calls(WireClock wireClock) {
        models =
                new LiveModels(
                        SECRETS,
                        0,
                        new Backoff(4, Duration.ofMillis(500), Duration.ofSeconds(30), () -> 0.5),
                        this::at,
                        wireClock);
    }

    private Runnable at(Duration wait, Runnable what) {
        waits.add(wait);
        ForkJoinPool.commonPool().execute(what);
        return () -> {};
    }

    LiveModel open(Speech speech, String url) {
        return models.open(connection(speech, url));
    }

    LiveModels models() {
        return models;
    }

    static Connection connection(Speech speech, String url) {
        return connection(speech, url, 20);
    }

    static Connection connection(Speech speech, String url, int timeoutSeconds) {
        return new Connection(
                "test", speech.kind, url, "m", "canary", 0.5, 100, timeoutSeconds, "");
    }

    LiveAnswer ask(Speech speech, String url) {
        return await(open(speech, url).stream(LiveRequest.of("What is 2+2?"), TextListener.NONE));
    }

    static <T> T await(LiveCall<T> call) {
        return await(call.result());
    }

    static <T> T await(CompletableFuture<T> result) {
        return result.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
