package org.stepwright.storage.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.agreement.Agreement;
import org.stepwright.agreement.AgreementReport;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.trace.Part;

/** Counts what an export writes, for its card and its report. */
final class ExportStats {
    /** The counts of one part. */
    static final class PartStats {
        long traces;
        long rows;
        long steps;
        long labels;
        long correct;
        long neutral;
        long wrong;
        long withError;
        long firstErrorKnown;
    }

    final Map<Part, PartStats> parts = new LinkedHashMap<>();
    final Map<String, Long> labelSources = new TreeMap<>();
    final Map<String, Long> labelVersions = new TreeMap<>();
    final Map<String, Long> traceSources = new TreeMap<>();
    final Map<String, Long> skipped = new TreeMap<>();
    final Map<String, Long> warned = new TreeMap<>();
    final TreeSet<String> annotators = new TreeSet<>();
    private final List<LabelledTrace> shared = new ArrayList<>();

    ExportStats() {
        for (Part part : Part.values()) {
            parts.put(part, new PartStats());
        }
    }

    void add(Part part, LabelledTrace row, LabelWriter.Written written) {
        if (!written.skipped().isEmpty()) {
            skip(written.skipped());
            return;
        }
        if (!written.warning().isEmpty()) {
            warned.merge(written.warning(), 1L, Long::sum);
        }
        PartStats stats = parts.get(part);
        stats.traces++;
        stats.rows += written.rows();
        stats.steps += written.steps();
        stats.labels += written.labels();
        traceSources.merge(row.trace().source().orElse("not recorded"), 1L, Long::sum);
        countVerdicts(stats, row);
        countLabels(row);
    }

    void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    private static void countVerdicts(PartStats stats, LabelledTrace row) {
        StepTargets targets = StepTargets.of(row);
        for (Verdict verdict : targets.verdicts()) {
            stats.correct += verdict == Verdict.CORRECT ? 1 : 0;
            stats.neutral += verdict == Verdict.NEUTRAL ? 1 : 0;
            stats.wrong += verdict == Verdict.WRONG ? 1 : 0;
        }
        OptionalInt first = targets.firstError();
        stats.firstErrorKnown += first.isPresent() ? 1 : 0;
        stats.withError += first.isPresent() && first.getAsInt() >= 0 ? 1 : 0;
    }

    private void countLabels(LabelledTrace row) {
        TreeSet<String> own = new TreeSet<>();
        for (StepLabel label : row.labels()) {
            labelSources.merge(Names.of(label.source()), 1L, Long::sum);
            labelVersions.merge(label.rubricVersion(), 1L, Long::sum);
            own.add(label.annotator());
        }
        annotators.addAll(own);
        if (own.size() > 1) {
            shared.add(row);
        }
    }

    /** Agreement over the traces that several annotators labelled, or null when there are none. */
    AgreementReport agreement() {
        return shared.isEmpty() ? null : Agreement.of(shared);
    }

    PartStats all() {
        PartStats all = new PartStats();
        for (PartStats part : parts.values()) {
            all.traces += part.traces;
            all.rows += part.rows;
            all.steps += part.steps;
            all.labels += part.labels;
            all.correct += part.correct;
            all.neutral += part.neutral;
            all.wrong += part.wrong;
            all.withError += part.withError;
            all.firstErrorKnown += part.firstErrorKnown;
        }
        return all;
    }
}
