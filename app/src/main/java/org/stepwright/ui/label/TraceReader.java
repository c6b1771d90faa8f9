package org.stepwright.ui.label;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.label.LabelPass;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.CheckedStep;
import org.stepwright.tryout.StepChecks;
import org.stepwright.verify.Finding;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;

/** Reads traces and checks their steps. Everything here blocks: call it off the UI thread. */
final class TraceReader {
    /** What verifiers' suggestions are stored under, before the verifier's name. */
    static final String SOURCE = "verifier:";

    private final Workspace workspace;
    private final VerifierCatalog verifiers;
    private final Clock clock;

    TraceReader(Workspace workspace, VerifierCatalog verifiers, Clock clock) {
        this.workspace = workspace;
        this.verifiers = verifiers;
        this.clock = clock;
    }

    /**
     * @param ref a trace; only labels of its pass are read
     * @throws WorkFailed when there is no such trace
     */
    LoadedTrace read(TraceRef ref, String annotator) {
        // A trace that was cut anew meanwhile is worked on as it now is.
        String id = workspace.labels().newest(ref.id());
        LabelPass pass = ref.pass();
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
                workspace.labels().of(id, annotator, pass),
                workspace.labels().state(id, annotator, pass),
                pass);
    }

    /** What models and judges said. */
    MachineScores scores() {
        return new MachineScores(workspace);
    }

    /** Tells stages, runs verifiers and stores what they say as suggestions. */
    List<StepFacts> facts(Trace trace, RubricVersion version) {
        Rubric rubric = version == null ? null : version.rubric();
        StepChecks checks = new StepChecks(rubric, verifiers);
        Map<String, List<Suggestion>> found = new LinkedHashMap<>();
        found.put(source(null), new ArrayList<>()); // a verifier that finds nothing any more, too
        checks.criteria().forEach(c -> found.putIfAbsent(source(c), new ArrayList<>()));
        List<List<StepSuggestion>> scores = scores().bySteps(trace.id(), trace.steps().size());
        List<StepFacts> facts = new ArrayList<>();
        for (CheckedStep step : checks.of(trace)) {
            List<Suggestion> here = suggestions(trace.id(), step);
            here.forEach(s -> found.get(s.source()).add(s));
            facts.add(
                    new StepFacts(
                            step.stage(),
                            here,
                            scores.get(step.step()),
                            asked(rubric, step.stage())));
        }
        store(trace.id(), found);
        return facts;
    }

    private static List<Criterion> asked(Rubric rubric, Optional<Stage> stage) {
        List<Criterion> asked = new ArrayList<>();
        stage.ifPresent(s -> asked.addAll(s.criteria()));
        if (rubric != null) {
            asked.addAll(rubric.everyStep());
        }
        return List.copyOf(asked);
    }

    /** A fact and what it is stored under. */
    private record Named(String source, Finding finding) {
        boolean always() {
            return source.equals(SOURCE + StepChecks.ARITHMETIC.name());
        }
    }

    /** Arithmetic comes first; where several criteria ask for it, it is said once. */
    private List<Suggestion> suggestions(String traceId, CheckedStep step) {
        return step.facts().stream()
                .map(fact -> new Named(source(fact.criterion()), fact.finding()))
                .distinct()
                .sorted(Comparator.comparing(named -> !named.always()))
                .map(
                        named ->
                                new Suggestion(
                                        traceId,
                                        step.step(),
                                        named.source(),
                                        named.finding().holds() ? 1 : 0,
                                        named.finding().message(),
                                        clock.instant()))
                .toList();
    }

    private static String source(Criterion criterion) {
        return criterion == null || criterion.verifier().equals(StepChecks.ARITHMETIC)
                ? SOURCE + StepChecks.ARITHMETIC.name()
                : SOURCE + criterion.verifier().name() + ":" + criterion.id();
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
