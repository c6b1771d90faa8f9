package org.stepwright.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.stepwright.audit.Answers.Form;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepTargets;
import org.stepwright.trace.ProblemKey;
import org.stepwright.trace.Trace;

/**
 * Answers without a result where others have one: the other answers of the same source to the same
 * problem, or nearly all answers of the source in one form. Answers that were labelled up to their
 * first error end there, so nobody misses a result in them. Keeps counts for each problem and
 * source and the ids of answers without a result.
 */
final class MissingAnswers {
    private static final int FORMS = Form.values().length;
    private static final int MOST_KEPT = 200_000;

    private static final int LEAST_OTHERS = 2;
    private static final double SHARE = 0.75;

    /** Others in one and the same form: enough of them, and how many of them. */
    private static final int LEAST_IN_FORM = 3;

    private static final int LEAST_OF_SOURCE = 100;
    private static final double SHARE_OF_SOURCE = 0.98;

    private static final class Counts {
        private int all;
        private int stating;
        private final int[] forms = new int[FORMS];
        private final List<Lacking> lacking = new ArrayList<>(0);

        void add(Set<Form> stated) {
            all++;
            stating += stated.isEmpty() ? 0 : 1;
            stated.forEach(f -> forms[f.ordinal()]++);
        }

        int mostInOneForm() {
            int most = 0;
            for (int n : forms) {
                most = Math.max(most, n);
            }
            return most;
        }
    }

    /**
     * @param mayState whether something in it could be a result after all
     */
    private record Lacking(String traceId, boolean mayState, String source) {}

    private final Map<Long, Counts> problems = new HashMap<>();
    private final Map<String, Counts> sources = new HashMap<>();
    private int kept;

    void add(LabelledTrace labelled) {
        Trace trace = labelled.trace();
        if (trace.steps().isEmpty() || endsAtFirstError(labelled)) {
            return;
        }
        String source = trace.source().orElse("");
        Set<Form> forms = Answers.forms(trace);
        String key = source + '\0' + ProblemKey.of(trace.problem());
        Counts problem = problems.computeIfAbsent(hash(key), k -> new Counts());
        problem.add(forms);
        sources.computeIfAbsent(source, k -> new Counts()).add(forms);
        if (forms.isEmpty() && kept < MOST_KEPT) {
            kept++;
            problem.lacking.add(new Lacking(trace.id(), Answers.mayState(trace), source));
        }
    }

    private static boolean endsAtFirstError(LabelledTrace labelled) {
        OptionalInt error = StepTargets.of(labelled).firstError();
        return error.isPresent() && error.getAsInt() == labelled.trace().steps().size() - 1;
    }

    List<JunkHit> hits() {
        List<JunkHit> hits = new ArrayList<>();
        for (Counts problem : problems.values()) {
            for (Lacking lacking : problem.lacking) {
                String message = message(problem, lacking);
                if (!message.isEmpty()) {
                    hits.add(
                            new Found(JunkRule.NO_ANSWER, lacking.mayState() ? 0.5 : 0.9, message)
                                    .at(lacking.traceId(), AuditFinding.WHOLE_TRACE));
                }
            }
        }
        return hits;
    }

    private String message(Counts problem, Lacking lacking) {
        int others = problem.all - 1;
        boolean nothing =
                !lacking.mayState()
                        && problem.stating >= LEAST_OTHERS
                        && problem.stating >= SHARE * others;
        if (nothing) {
            return "The answer states no result; "
                    + problem.stating
                    + " of "
                    + others
                    + " other answers to the problem do.";
        }
        if (others >= LEAST_IN_FORM && problem.mostInOneForm() == others) {
            return "The answer does not state its result in the form that all "
                    + others
                    + " other answers to the problem use.";
        }
        Counts source = sources.get(lacking.source());
        boolean usual =
                source.all >= LEAST_OF_SOURCE
                        && source.mostInOneForm() >= SHARE_OF_SOURCE * (source.all - 1);
        return usual
                ? "The answer does not state its result in the form that nearly all other answers"
                        + " of its source use."
                : "";
    }

    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return h;
    }
}
