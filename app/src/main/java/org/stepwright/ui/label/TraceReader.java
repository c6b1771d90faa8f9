package org.stepwright.ui.label;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;

/** Reads traces and checks their steps. Everything here blocks: call it off the UI thread. */
final class TraceReader {
    /** What verifiers' suggestions are stored under, before the verifier's name. */
    static final String SOURCE = "verifier:";

    private static final VerifierSpec ARITHMETIC = new VerifierSpec("arithmetic", Map.of());

    private final Workspace workspace;
    private final VerifierCatalog verifiers;
    private final Clock clock;

    TraceReader(Workspace workspace, VerifierCatalog verifiers, Clock clock) {
        this.workspace = workspace;
        this.verifiers = verifiers;
        this.clock = clock;
    }

    /**
     * @throws WorkFailed when there is no such trace
     */
    LoadedTrace read(String id, String annotator) {
        Trace trace =
                workspace
                        .traces()
                        .find(id)
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "The trace "
                                                        + id
                                                        + " is not in this workspace any more;"
                                                        + " choose another."));
        return new LoadedTrace(
                trace,
                workspace.labels().of(id, annotator),
                workspace.labels().state(id, annotator));
    }

    /** Tells stages, runs verifiers and stores what they say as suggestions. */
    List<StepFacts> facts(Trace trace, RubricVersion version) {
        Rubric rubric = version == null ? null : version.rubric();
        List<Optional<Stage>> stages = stages(trace, rubric);
        Map<String, List<Suggestion>> found = new LinkedHashMap<>();
        for (Check check : checks(rubric)) {
            run(
                    check,
                    trace,
                    stages,
                    found.computeIfAbsent(check.source(), s -> new ArrayList<>()));
        }
        store(trace.id(), found);
        List<StepFacts> facts = new ArrayList<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            int step = i;
            facts.add(
                    new StepFacts(
                            stages.get(i),
                            found.values().stream()
                                    .flatMap(List::stream)
                                    .filter(s -> s.step() == step)
                                    .toList()));
        }
        return facts;
    }

    /** One verifier and the steps that it looks at. */
    private record Check(Verifier verifier, String source, String stageId) {}

    private List<Check> checks(Rubric rubric) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(verifiers.create(ARITHMETIC), SOURCE + ARITHMETIC.name(), null));
        if (rubric != null) {
            rubric.everyStep().forEach(c -> add(checks, c, null));
            rubric.stages().forEach(s -> s.criteria().forEach(c -> add(checks, c, s.id())));
        }
        return checks;
    }

    private void add(List<Check> checks, Criterion criterion, String stageId) {
        Optional<VerifierSpec> spec =
                criterion.automatic().filter(s -> !s.equals(ARITHMETIC)); // that one always runs
        if (spec.isPresent() && verifiers.problem(spec.get()).isEmpty()) {
            checks.add(
                    new Check(
                            verifiers.create(spec.get()),
                            SOURCE + spec.get().name() + ":" + criterion.id(),
                            stageId));
        }
    }

    private static List<Optional<Stage>> stages(Trace trace, Rubric rubric) {
        if (rubric == null) {
            return Stream.generate(Optional::<Stage>empty).limit(trace.steps().size()).toList();
        }
        StageMatcher matcher = new StageMatcher(rubric);
        List<Optional<Stage>> stages = new ArrayList<>();
        for (int i = 1; i <= trace.steps().size(); i++) {
            stages.add(matcher.stageOf(trace.steps().subList(0, i)));
        }
        return stages;
    }

    private void run(
            Check check, Trace trace, List<Optional<Stage>> stages, List<Suggestion> found) {
        List<Step> steps = trace.steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean looksHere =
                    check.stageId() == null
                            || stages.get(i).map(s -> s.id().equals(check.stageId())).orElse(false);
            if (!looksHere) {
                continue;
            }
            Prefix prefix = new Prefix(trace.problem(), trace.reference(), steps.subList(0, i + 1));
            for (Finding finding : check.verifier().check(prefix)) {
                found.add(
                        new Suggestion(
                                trace.id(),
                                i,
                                check.source(),
                                finding.holds() ? 1 : 0,
                                finding.message(),
                                clock.instant()));
            }
        }
    }

    /** Writes only what changed: looking at a trace again must not write. */
    private void store(String traceId, Map<String, List<Suggestion>> found) {
        List<Suggestion> stored = workspace.suggestions().of(traceId);
        found.forEach(
                (source, now) -> {
                    List<String> before =
                            stored.stream()
                                    .filter(s -> s.source().equals(source))
                                    .map(TraceReader::content)
                                    .sorted()
                                    .toList();
                    if (!before.equals(now.stream().map(TraceReader::content).sorted().toList())) {
                        workspace.suggestions().replace(traceId, source, now);
                    }
                });
    }

    private static String content(Suggestion s) {
        return s.step() + " " + s.reward() + " " + s.message();
    }
}
