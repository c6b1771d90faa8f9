package org.stepwright.storage.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.agreement.AgreementCollector;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.StageOf;
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
    private final AgreementCollector agreement = new AgreementCollector(StageOf.none());
    long masked;
    long changed;
    long softSteps;
    double softSum;
    int sharedTraces;

    ExportStats() {
        for (Part part : Part.values()) {
            parts.put(part, new PartStats());
        }
    }

    void add(Part part, ReadyRow ready, LabelWriter.Written written) {
        if (!written.skipped().isEmpty()) {
            skip(written.skipped());
            return;
        }
        if (!written.warning().isEmpty()) {
            warned.merge(written.warning(), 1L, Long::sum);
        }
        PartStats stats = parts.get(part);
        stats.rows += written.rows();
        stats.steps += written.steps();
        stats.labels += written.labels();
        plan(part, ready);
        traceSources.merge(ready.row().trace().source().orElse("not recorded"), 1L, Long::sum);
        countLabels(ready);
    }

    /** Counts what is known of a trace before it is written. */
    void plan(Part part, ReadyRow ready) {
        PartStats stats = parts.get(part);
        stats.traces++;
        StepTargets targets = StepTargets.of(ready.row());
        countVerdicts(stats, targets);
        for (OptionalDouble reward : ready.soft().rewards()) {
            softSteps += reward.isPresent() ? 1 : 0;
            softSum += reward.orElse(0);
        }
    }

    /** Counts what the label policy does to a trace, be it written or not. */
    void choices(ReadyRow ready) {
        StepTargets said = StepTargets.of(ready.said());
        StepTargets chosen = StepTargets.of(ready.row());
        for (int step = 0; step < said.verdicts().size(); step++) {
            Verdict before = said.verdicts().get(step);
            Verdict after = chosen.verdicts().get(step);
            masked += before != null && after == null ? 1 : 0;
            changed += after != null && before != after ? 1 : 0;
        }
    }

    void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    private static void countVerdicts(PartStats stats, StepTargets targets) {
        for (Verdict verdict : targets.verdicts()) {
            stats.correct += verdict == Verdict.CORRECT ? 1 : 0;
            stats.neutral += verdict == Verdict.NEUTRAL ? 1 : 0;
            stats.wrong += verdict == Verdict.WRONG ? 1 : 0;
        }
        OptionalInt first = targets.firstError();
        stats.firstErrorKnown += first.isPresent() ? 1 : 0;
        stats.withError += first.isPresent() && first.getAsInt() >= 0 ? 1 : 0;
    }

    private void countLabels(ReadyRow ready) {
        for (StepLabel label : ready.row().labels()) {
            labelSources.merge(Names.of(label.source()), 1L, Long::sum);
            labelVersions.merge(label.rubricVersion(), 1L, Long::sum);
        }
        TreeSet<String> own = new TreeSet<>();
        ready.said().labels().forEach(label -> own.add(label.annotator()));
        annotators.addAll(own);
        sharedTraces += own.size() > 1 ? 1 : 0;
        agreement.add(ready.said());
    }

    /** Agreement over the traces that several people labelled, or null when there are none. */
    AgreementStudy agreement() {
        return sharedTraces == 0
                ? null
                : agreement.study(AgreementStudy.DRAWS, AgreementStudy.SEED);
    }

    /** What the choices did, given how many traces were left out for balance. */
    ExportEffects effects(long leftOut) {
        return new ExportEffects(all().neutral, masked, changed, softSteps, leftOut, skipped);
    }

    Map<String, Long> splits() {
        Map<String, Long> splits = new LinkedHashMap<>();
        parts.forEach((part, counts) -> splits.put(Names.of(part), counts.traces));
        return splits;
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
