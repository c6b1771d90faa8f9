package org.stepwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Steps in a language that neither the workspace nor their own problem is written in. Which
 * languages the workspace is written in is known at the end only, so steps that are unlike their
 * problem, and traces whose problem is unlike others, are kept until then, without their texts.
 */
final class ForeignText {
    /** A language that at least this share of the traces is written in is one of the workspace. */
    private static final double MAIN = 0.05;

    private static final int LEAST_TRACES = 20;
    private static final int MOST_KEPT = 200_000;

    private record Kept(String traceId, int step, String language, String problem) {}

    private final Languages languages;
    private final Map<String, Integer> traces = new TreeMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private int told;

    /**
     * @param letters asked where common words do not tell a language
     */
    ForeignText(LetterGuess letters) {
        languages = new Languages(letters);
    }

    void add(Trace trace) {
        List<String> steps = new ArrayList<>(trace.steps().size());
        Map<String, Integer> votes = new TreeMap<>();
        for (Step step : trace.steps()) {
            boolean prose = step.kind() != StepKind.TOOL_CALL && !Code.looksLike(step.text());
            String language = prose ? languages.of(step.text()).orElse("") : "";
            steps.add(language);
            if (!language.isEmpty()) {
                votes.merge(language, 1, Integer::sum);
            }
        }
        String problem = languages.of(trace.problem()).orElse("");
        String own = most(votes).orElse(problem);
        if (!own.isEmpty()) {
            told++;
            traces.merge(own, 1, Integer::sum);
        }
        for (int i = 0; i < steps.size(); i++) {
            String language = steps.get(i);
            if (!language.isEmpty() && kept.size() < MOST_KEPT) {
                keep(trace.id(), i, language, problem);
            }
        }
    }

    private void keep(String traceId, int step, String language, String problem) {
        // what the biggest language so far says needs no keeping when its problem says so too;
        // the first traces are kept whatever they say
        boolean usual =
                told >= LEAST_TRACES
                        && traces.getOrDefault(language, 0) * 2 > told
                        && (problem.isEmpty() || problem.equals(language));
        if (!usual) {
            kept.add(new Kept(traceId, step, language, problem));
        }
    }

    private static Optional<String> most(Map<String, Integer> votes) {
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    List<JunkHit> hits() {
        Optional<String> main = most(traces);
        if (main.isEmpty()) {
            return List.of();
        }
        List<JunkHit> hits = new ArrayList<>();
        for (Kept k : kept) {
            double share = (double) traces.getOrDefault(k.language(), 0) / told;
            boolean ownProblem = k.language().equals(k.problem());
            if (!k.language().equals(main.get()) && share < MAIN && !ownProblem) {
                hits.add(
                        new Found(
                                        JunkRule.LANGUAGE,
                                        0.9,
                                        "The step is in "
                                                + Languages.name(k.language())
                                                + "; most of the others are in "
                                                + Languages.name(main.get())
                                                + ".")
                                .at(k.traceId(), k.step()));
            } else if (!k.problem().isEmpty()
                    && !ownProblem
                    && share >= MAIN
                    && !k.language().equals(main.get())) {
                // a workspace of several languages: an answer keeps to its problem's
                hits.add(
                        new Found(
                                        JunkRule.LANGUAGE,
                                        0.6,
                                        "The step is in "
                                                + Languages.name(k.language())
                                                + ", its problem is in "
                                                + Languages.name(k.problem())
                                                + ".")
                                .at(k.traceId(), k.step()));
            }
        }
        return hits;
    }
}
