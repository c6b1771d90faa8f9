package org.stepwright.prm.live;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stepwright.work.WorkFailed;

/** Replays answers from a file at their recorded delays. Not a live model, and says so. */
final class RecordedModel implements LiveModel {
    private final Connection connection;
    private final Map<String, Recording> byPrompt;
    private final double delayFactor;
    private final LiveThreads threads;

    private RecordedModel(
            Connection connection,
            Map<String, Recording> byPrompt,
            double delayFactor,
            LiveThreads threads) {
        this.connection = connection;
        this.byPrompt = byPrompt;
        this.delayFactor = delayFactor;
        this.threads = threads;
    }

    static RecordedModel read(Connection c, double delayFactor, LiveThreads threads) {
        Map<String, Recording> byPrompt = RecordingFile.read(path(c));
        String model = byPrompt.values().iterator().next().model();
        Connection named = c.model().isBlank() ? c.withModel(model) : c;
        return new RecordedModel(named, byPrompt, delayFactor, threads);
    }

    private static Path path(Connection c) {
        try {
            return Path.of(c.recording());
        } catch (InvalidPathException e) {
            throw new WorkFailed(
                    "\"" + c.recording() + "\" is not a path; name the recording file again.", e);
        }
    }

    /** The connection; where it names no model, the one that was recorded. */
    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean recorded() {
        return true;
    }

    Set<String> prompts() {
        return byPrompt.keySet();
    }

    @Override
    public LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l) {
        Objects.requireNonNull(l, "listener");
        Recording recording = byPrompt.get(r.prompt());
        if (recording == null) {
            throw new WorkFailed(
                    "\""
                            + connection.name()
                            + "\" replays recorded answers only and has none for this prompt;"
                            + " recorded are: "
                            + RecordingFile.list(byPrompt.keySet())
                            + ".");
        }
        RecordedCall call = new RecordedCall(recording, delayFactor, l, threads);
        call.start();
        return call;
    }
}
