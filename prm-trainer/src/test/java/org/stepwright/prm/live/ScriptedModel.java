package org.stepwright.prm.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stepwright.prm.live.LiveAnswer.Ending;

/** Says given chunks on a thread of its own. */
record ScriptedModel(List<String> chunks, Ending ending) implements LiveModel {
    static ScriptedModel saying(String... chunks) {
        return new ScriptedModel(List.of(chunks), Ending.COMPLETE);
    }

    @Override
    public Connection connection() {
        return new Connection("script", ConnectionKind.OLLAMA, "", "script-1", "", 0, 100, 30, "");
    }

    @Override
    public boolean recorded() {
        return false;
    }

    @Override
    public LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l) {
        CompletableFuture<LiveAnswer> result =
                CompletableFuture.supplyAsync(
                        () -> {
                            chunks.forEach(l::onText);
                            String trouble = ending == Ending.BROKEN ? "It broke." : "";
                            return new LiveAnswer(
                                    String.join("", chunks), "", ending, trouble, 1, 2, 3, false);
                        });
        return new LiveCall<>() {
            @Override
            public void cancel() {
                // it is over in a moment
            }

            @Override
            public CompletableFuture<LiveAnswer> result() {
                return result;
            }
        };
    }
}
