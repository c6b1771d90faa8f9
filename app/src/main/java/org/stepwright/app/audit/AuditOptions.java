package org.stepwright.app.audit;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stepwright.audit.FindingKind;

/**
 * How to audit.
 *
 * @param checks what to look for
 * @param near from which similarity on, in [0.5, 1], two answers are near-duplicates
 * @param benchmarks labelled files whose problems must not be learned from; read in any format
 * @param seed of sketches and of what learns
 * @param splitBy the name of the metadata that says in which part of a split a trace is; empty for
 *     {@code split}, else what the name of its file says
 * @param deep whether to train models on parts of the labels and hold the others against them;
 *     takes minutes
 */
public record AuditOptions(
        Set<FindingKind> checks,
        double near,
        List<Path> benchmarks,
        long seed,
        String splitBy,
        boolean deep) {
    /** From this similarity on answers are near-duplicates, unless something else is asked for. */
    public static final double NEAR = 0.8;

    /** The least similarity that can be asked for. */
    public static final double NEAR_LEAST = 0.5;

    /** Everything but what takes minutes. */
    public static final AuditOptions DEFAULT =
            new AuditOptions(EnumSet.allOf(FindingKind.class), NEAR, List.of(), 42, "", false);

    /** Validates. */
    public AuditOptions {
        checks = Set.copyOf(checks);
        benchmarks = List.copyOf(benchmarks);
        Objects.requireNonNull(splitBy, "splitBy");
        if (!(near >= NEAR_LEAST && near <= 1)) {
            throw new IllegalArgumentException("A similarity lies in [0.5, 1].");
        }
    }

    /**
     * @param kind a kind of finding
     * @return whether it is looked for
     */
    public boolean looksFor(FindingKind kind) {
        return checks.contains(kind)
                && (kind != FindingKind.LABEL_ERROR || deep)
                && (kind != FindingKind.BENCHMARK_LEAK || !benchmarks.isEmpty());
    }

    /**
     * @param kinds what to look for
     * @return the same for these
     */
    public AuditOptions withChecks(Set<FindingKind> kinds) {
        return new AuditOptions(kinds, near, benchmarks, seed, splitBy, deep);
    }

    /**
     * @param files labelled files
     * @return the same against these
     */
    public AuditOptions withBenchmarks(List<Path> files) {
        return new AuditOptions(checks, near, files, seed, splitBy, deep);
    }

    /**
     * @param similarity in [0.5, 1]
     * @return the same from that similarity on
     */
    public AuditOptions withNear(double similarity) {
        return new AuditOptions(checks, similarity, benchmarks, seed, splitBy, deep);
    }

    /**
     * @param key a name of metadata; empty for none
     * @return the same with parts as that metadata says
     */
    public AuditOptions withSplitBy(String key) {
        return new AuditOptions(checks, near, benchmarks, seed, key, deep);
    }

    /**
     * @param learn whether to train models too
     * @return the same, so
     */
    public AuditOptions withDeep(boolean learn) {
        return new AuditOptions(checks, near, benchmarks, seed, splitBy, learn);
    }
}
