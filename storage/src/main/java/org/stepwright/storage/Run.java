package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * One piece of work and what came of it.
 *
 * @param id unique in the workspace
 * @param kind what kind of work
 * @param name for people, maybe empty
 * @param startedAt when it started
 * @param endedAt when it ended; null while it runs
 * @param status how it stands
 * @param recipe the training recipe, empty if none
 * @param rubricVersion the RubricVersion it was made under, empty if none
 * @param manifestJson where it comes from, a JSON object; empty if none
 * @param resultJson what came of it, a JSON object; empty if none
 * @param modelPath the model's file, empty if none
 */
public record Run(
        String id,
        Kind kind,
        String name,
        Instant startedAt,
        Instant endedAt,
        Status status,
        String recipe,
        String rubricVersion,
        String manifestJson,
        String resultJson,
        String modelPath) {
    /** Kinds of work. */
    public enum Kind {
        /** Training a model. */
        TRAIN,
        /** Evaluating a model. */
        EVAL,
        /** Scoring answers of a live model. */
        LIVE,
        /** Scoring the traces of the workspace. */
        SCORE,
        /** Reading files. */
        IMPORT,
        /** Writing files. */
        EXPORT
    }

    /** How a run stands. */
    public enum Status {
        /** Not ended yet, or its process died. */
        RUNNING,
        /** Done. */
        SUCCEEDED,
        /** Ended by a failure. */
        FAILED,
        /** Ended by the user. */
        CANCELLED
    }

    /** Validates. */
    public Run {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("A run needs an id.");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        Objects.requireNonNull(manifestJson, "manifestJson");
        Objects.requireNonNull(resultJson, "resultJson");
        Objects.requireNonNull(modelPath, "modelPath");
    }
}
