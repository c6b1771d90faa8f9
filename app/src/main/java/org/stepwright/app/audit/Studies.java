package org.stepwright.app.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stepwright.audit.AnnotatorStudy;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.ConflictStudy;
import org.stepwright.audit.DuplicateCounts;
import org.stepwright.audit.DuplicateOptions;
import org.stepwright.audit.DuplicateStudy;
import org.stepwright.audit.FileOverlap;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.JunkRules;
import org.stepwright.audit.LeakOptions;
import org.stepwright.audit.LeakStudy;
import org.stepwright.audit.ShortcutStudy;
import org.stepwright.audit.SplitOf;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.audit.ConfidentLearning;
import org.stepwright.prm.audit.JunkClassifier;
import org.stepwright.prm.audit.LanguageProfiles;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.RowSink;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** The studies of one audit, fed together in one pass. For one thread. */
final class Studies implements AutoCloseable {
    private static final double JUNK_PRECISION = 0.9;
    private static final int DUPLICATE_PLACES = DuplicateOptions.DEFAULT.places();

    /** One study: what it looks for, how it is fed, what it says at the end. */
    private record Study(
            String doing, Consumer<AuditRow> add, Supplier<List<AuditFinding>> findings) {}

    private final AuditOptions options;
    private final List<Study> studies = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<AuditFinding> found = new ArrayList<>();
    private DuplicateStudy duplicates;
    private LeakStudy leaks;
    private ShortcutStudy shortcuts;
    private JunkClassifier.Sample sample;
    private JunkClassifier classifier;
    private ConfidentLearning learning;
    private long traces;
    private long steps;
    private long labels;

    Studies(AuditOptions options) {
        this.options = options;
        if (any(FindingKind.EXACT_DUPLICATE, FindingKind.NEAR_DUPLICATE)) {
            DuplicateOptions usual = DuplicateOptions.DEFAULT;
            duplicates =
                    new DuplicateStudy(
                            new DuplicateOptions(
                                    options.near(),
                                    DUPLICATE_PLACES,
                                    usual.compared(),
                                    options.seed()));
            studies.add(new Study("Looking for copies", duplicates::add, duplicates::findings));
        }
        if (any(FindingKind.SPLIT_LEAK, FindingKind.BENCHMARK_LEAK)) {
            leaks = new LeakStudy(LeakOptions.DEFAULT.withSplit(split(options.splitBy())));
            studies.add(new Study("Looking for leaks", leaks::add, leaks::findings));
        }
        if (any(FindingKind.LABEL_CONFLICT)) {
            ConflictStudy conflicts = new ConflictStudy();
            studies.add(
                    new Study(
                            "Looking for labels that contradict each other",
                            conflicts::add,
                            conflicts::findings));
        }
        if (any(FindingKind.JUNK_TEXT)) {
            JunkRules junk = new JunkRules(new LanguageProfiles());
            studies.add(new Study("Looking for junk", junk::add, junk::findings));
            sample = new JunkClassifier.Sample(JUNK_PRECISION, options.seed());
        }
        if (any(FindingKind.SHORTCUT)) {
            shortcuts = new ShortcutStudy();
            studies.add(new Study("Looking for shortcuts", shortcuts::add, shortcuts::findings));
        }
        if (any(FindingKind.ANNOTATOR_OUTLIER)) {
            AnnotatorStudy annotators = new AnnotatorStudy();
            studies.add(new Study("Comparing annotators", annotators::add, annotators::findings));
        }
        if (any(FindingKind.LABEL_ERROR)) {
            ConfidentLearning.Options usual = ConfidentLearning.Options.DEFAULT;
            learning =
                    new ConfidentLearning(
                            new ConfidentLearning.Options(
                                    usual.recipe(),
                                    usual.folds(),
                                    options.seed(),
                                    usual.neutral(),
                                    usual.threads()));
        }
    }

    private boolean any(FindingKind... kinds) {
        return List.of(kinds).stream().anyMatch(options::looksFor);
    }

    private static SplitOf split(String key) {
        return key.isBlank()
                ? SplitOf.STATED
                : row -> row.labelled().trace().metadata().getOrDefault(key, "");
    }

    /** Reads the benchmarks; before any row. */
    void benchmarks(Progress progress) {
        if (!options.looksFor(FindingKind.BENCHMARK_LEAK)) {
            return;
        }
        for (Path file : options.benchmarks()) {
            String name = String.valueOf(file.getFileName());
            RowSink sink =
                    new RowSink() {
                        @Override
                        public void accept(long line, LabelledTrace row) {
                            leaks.benchmark(name, line, row);
                        }

                        @Override
                        public void reject(long line, String reason) {
                            // the report counts them
                        }
                    };
            int rejects = LabelFiles.read(file, LabelFiles.AUTO, sink, progress).rejects().size();
            if (rejects > 0) {
                notes.add(
                        "Rows of the benchmark "
                                + name
                                + " that could not be read and are not looked for: "
                                + rejects
                                + ".");
            }
        }
    }

    void add(AuditRow row) {
        traces++;
        steps += row.labelled().trace().steps().size();
        labels += row.labelled().labels().size();
        studies.forEach(s -> s.add().accept(row));
        if (sample != null) {
            sample.add(row);
        }
        if (learning != null) {
            learning.add(row.labelled());
        }
    }

    /**
     * Trains what has to be trained, once all rows were added.
     *
     * @return whether all rows have to be read once more, for {@link #addAgain}
     */
    boolean train(Progress progress) {
        if (sample != null) {
            progress.report(0, -1, "Learning what usual text is like");
            classifier = tried(() -> sample.train(progress.quiet()), "junk by its looks");
            sample = null;
        }
        if (learning != null) {
            ConfidentLearning.Result result =
                    tried(() -> learning.run(progress), "doubtful labels");
            if (result != null) {
                found.addAll(result.findings());
                notes.add(doubt(result));
            }
        }
        return classifier != null;
    }

    private static String doubt(ConfidentLearning.Result result) {
        return String.format(
                Locale.ROOT,
                "Doubtful labels: models judged %,d steps of problems that they had not seen and"
                        + " put a right step over a wrong one %.0f times in 100 (chance is 50); the"
                        + " closer to chance, the less their doubts mean.",
                result.steps(),
                100 * result.auroc());
    }

    /** Too little to learn from is no failure of the audit; it is said. */
    private <T> T tried(Supplier<T> work, String what) {
        try {
            return work.get();
        } catch (WorkFailed e) {
            notes.add("Not looked for: " + what + ". " + e.getMessage());
            return null;
        }
    }

    /** A row that was added before, once more. */
    void addAgain(AuditRow row) {
        found.addAll(classifier.findings(row));
    }

    @Override
    public void close() {
        if (learning != null) {
            learning.close();
        }
    }

    /** A row of a file that did not go in. */
    void reject(String file, long line, String reason) {
        if (options.looksFor(FindingKind.REJECTED_ROW)) {
            found.add(
                    new AuditFinding(
                            FindingKind.REJECTED_ROW,
                            "",
                            AuditFinding.WHOLE_TRACE,
                            file + ":" + line,
                            1,
                            "Line " + line + " of " + file + " did not go in: " + ended(reason)));
        }
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** What all studies found, by kind, the strongest first; only what was asked for. */
    List<AuditFinding> findings(Progress progress) {
        for (int i = 0; i < studies.size(); i++) {
            progress.checkCancelled();
            progress.report(i, studies.size(), studies.get(i).doing());
            found.addAll(studies.get(i).findings().get());
        }
        if (duplicates != null) {
            notes.addAll(duplicates.notes());
        }
        if (leaks != null) {
            notes.addAll(leaks.notes());
        }
        progress.report(0, -1, "Putting it in order");
        return once(found).stream()
                .filter(f -> options.looksFor(f.kind()))
                .distinct()
                .sorted(
                        Comparator.comparing(AuditFinding::kind)
                                .thenComparing(AuditFinding::strength, Comparator.reverseOrder()))
                .toList();
    }

    /** What a rule says of a text needs not be said by its looks again. */
    private static List<AuditFinding> once(List<AuditFinding> findings) {
        Map<String, AuditFinding> junk = new LinkedHashMap<>();
        List<AuditFinding> kept = new ArrayList<>();
        for (AuditFinding finding : findings) {
            if (finding.kind() == FindingKind.JUNK_TEXT) {
                junk.merge(
                        finding.traceId() + "\u001f" + finding.step(),
                        finding,
                        (a, b) -> b.strength() > a.strength() ? b : a);
            } else {
                kept.add(finding);
            }
        }
        kept.addAll(junk.values());
        return kept;
    }

    AuditSummary summary(List<AuditFinding> findings, long aside, double seconds) {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        for (FindingKind kind : FindingKind.values()) {
            if (options.looksFor(kind)) {
                counts.put(kind, 0L);
            }
        }
        findings.forEach(f -> counts.merge(f.kind(), 1L, Long::sum));
        List<FileOverlap> overlaps = leaks == null ? List.of() : leaks.overlaps();
        DuplicateCounts kept =
                duplicates == null ? new DuplicateCounts(traces, 0, 0, 0) : duplicates.counts();
        return new AuditSummary(
                traces,
                steps,
                labels,
                aside,
                seconds,
                counts,
                kept,
                overlaps,
                shortcuts == null ? List.of() : shortcuts.shortcuts(),
                notes);
    }
}
