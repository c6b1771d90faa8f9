package org.stepwright.prm.eval;

import java.util.List;

/**
 * Results on several files.
 *
 * @param files one a file
 * @param averageF1 unweighted mean F1 in percent over the files that have one; NaN if none has. A
 *     file without right traces, or without wrong ones, has no F1
 */
public record EvalReport(List<FileEval> files, double averageF1) {
    /** Copies. */
    public EvalReport {
        files = List.copyOf(files);
    }

    /**
     * @param files one a file
     * @return the report over them
     */
    public static EvalReport of(List<FileEval> files) {
        return new EvalReport(
                files,
                files.stream()
                        .mapToDouble(FileEval::f1)
                        .filter(f1 -> !Double.isNaN(f1))
                        .average()
                        .orElse(Double.NaN));
    }
}
