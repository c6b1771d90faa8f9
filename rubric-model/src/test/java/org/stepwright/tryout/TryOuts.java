package org.stepwright.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Rubrics and traces for tests, by hand and at random. */
final class TryOuts {
    private static final List<String> WORDS =
            List.of("greet", "check", "refund", "bye", "2 + 2 = 4", "2 + 2 = 5", "sorry");

    private TryOuts() {}

    static Criterion regex(String id, String pattern, boolean gate) {
        return criterion(
                id,
                Scale.binary(),
                gate,
                new VerifierSpec("regex", Map.of("pattern", pattern, "mode", "must-not-match")));
    }

    static Criterion criterion(String id, Scale scale, boolean gate, VerifierSpec verifier) {
        return new Criterion(id, "Title " + id, "", scale, 1, gate, Judged.VERIFIABLE, verifier);
    }

    static Stage stage(String id, boolean required, Criterion... criteria) {
        return new Stage(id, "Title " + id, "", required, true, List.of(id), List.of(criteria));
    }

    static Rubric rubric(Aggregation aggregation, List<Stage> stages, Criterion... everyStep) {
        return new Rubric("r", "R", "", stages, List.of(everyStep), aggregation, List.of());
    }

    static Trace trace(String id, Outcome outcome, String... steps) {
        return new Trace(
                id, "p", List.of(steps).stream().map(Step::of).toList(), outcome, null, Map.of());
    }

    static Arbitrary<Rubric> rubrics() {
        Arbitrary<List<Stage>> stages =
                Combinators.combine(flags(4), flags(4), flags(4)).as(TryOuts::stages);
        Arbitrary<List<Criterion>> everyStep = flags(3).map(TryOuts::everyStep);
        return Combinators.combine(Arbitraries.of(Aggregation.values()), stages, everyStep)
                .as((a, s, e) -> rubric(a, s, e.toArray(Criterion[]::new)));
    }

    private static Arbitrary<List<Boolean>> flags(int size) {
        return Arbitraries.of(true, false).list().ofSize(size);
    }

    private static List<Stage> stages(
            List<Boolean> required, List<Boolean> repeatable, List<Boolean> checked) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            Criterion own = regex("no-sorry-" + i, "sorry", i == 0);
            stages.add(
                    new Stage(
                            WORDS.get(i),
                            WORDS.get(i),
                            "",
                            required.get(i),
                            repeatable.get(i),
                            List.of(WORDS.get(i), "tool_" + i),
                            checked.get(i) ? List.of(own) : List.of()));
        }
        return stages;
    }

    private static List<Criterion> everyStep(List<Boolean> chosen) {
        List<Criterion> all =
                List.of(
                        criterion("sums", Scale.ternary(), true, StepChecks.ARITHMETIC),
                        regex("no-bye", "bye", false),
                        criterion("person", Scale.ternary(), true, null));
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (chosen.get(i)) {
                criteria.add(all.get(i));
            }
        }
        return criteria;
    }

    static Arbitrary<List<Trace>> traces() {
        Arbitrary<String> text =
                Arbitraries.of(WORDS).list().ofMaxSize(4).map(words -> String.join(", ", words));
        Arbitrary<Step> plain = text.map(Step::of);
        Arbitrary<Step> call =
                Arbitraries.integers()
                        .between(0, 3)
                        .flatMap(i -> text.map(t -> "tool_" + i + "({\"why\":\"" + t + "\"})"))
                        .map(t -> new Step(t, StepKind.TOOL_CALL, "", List.of()));
        Arbitrary<List<Step>> steps = Arbitraries.oneOf(plain, call).list().ofMaxSize(12);
        Arbitrary<Trace> trace =
                Combinators.combine(
                                Arbitraries.integers().between(0, 9999),
                                steps,
                                Arbitraries.of(Outcome.values()))
                        .as((id, s, o) -> new Trace("t" + id, "p", s, o, null, Map.of()));
        return trace.list().ofMaxSize(8);
    }
}
