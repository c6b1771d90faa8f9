package org.stepwright.prm.live;

import java.util.List;
import java.util.Objects;

/**
 * One recorded answer.
 *
 * @param prompt what was asked
 * @param model who answered, maybe empty
 * @param chunks the pieces in order
 */
record Recording(String prompt, String model, List<Chunk> chunks) {
    /**
     * @param text the piece
     * @param delayMillis the wait before it, at least 0
     */
    record Chunk(String text, long delayMillis) {
        Chunk {
            Objects.requireNonNull(text, "text");
            if (delayMillis < 0) {
                throw new IllegalArgumentException("A delay is at least 0.");
            }
        }
    }

    Recording {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(model, "model");
        chunks = List.copyOf(chunks);
    }
}
