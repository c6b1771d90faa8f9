package org.stepwright.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stepwright.verify.OptionSpec.Form;
import org.stepwright.work.WorkFailed;

/**
 * Compares the final answer that a step states (in a box, behind {@code ####}, behind "the answer
 * is"), or the whole step, with the reference answer or with given ones. Left alone are steps that
 * state no answer, traces without a reference, answers and references of more than 2,000
 * characters, and sentences about the answer that say more than the answer itself.
 */
public final class ExactAnswerVerifier implements Verifier {
    private static final String NAME = "exact-answer";
    private static final List<String> WHERE = List.of("stated", "step");
    private static final List<String> FORMS = List.of("text", "math", "exact");
    private static final int MAX_ANSWER = 2_000;

    /** How many words a sentence may have more than the answer and still be one. */
    private static final int MORE_WORDS = 3;

    private final List<String> answers;
    private final AnswerForm form;
    private final boolean wholeStep;

    private ExactAnswerVerifier(List<String> answers, AnswerForm form, boolean wholeStep) {
        this.answers = List.copyOf(answers);
        this.form = form;
        this.wholeStep = wholeStep;
    }

    /** The kind, for the catalog. */
    static VerifierKind kind() {
        return new VerifierKind(
                NAME,
                "Compares a final answer, word or formula, with the reference answer.",
                List.of(
                        OptionSpec.optional(
                                "answer",
                                Form.TEXT,
                                "",
                                "Accepted answers, one a line; empty for the trace's reference"
                                        + " answer."),
                        OptionSpec.choice(
                                "normalise",
                                FORMS,
                                "What makes no difference: text (case, blanks, punctuation), math"
                                        + " (also LaTeX, number formats, units), or exact"
                                        + " (nothing)."),
                        OptionSpec.choice(
                                "where",
                                WHERE,
                                "Whether the stated final answer is compared, or the whole"
                                        + " step.")),
                ExactAnswerVerifier::of);
    }

    /**
     * @param values the options of {@link #kind()}
     * @return the verifier
     * @throws WorkFailed when they are not usable
     */
    static ExactAnswerVerifier of(Map<String, String> values) {
        Options options = new Options(NAME, values);
        String form = options.choice("normalise", FORMS).toUpperCase(Locale.ROOT);
        boolean wholeStep = options.choice("where", WHERE).equals("step");
        return new ExactAnswerVerifier(
                options.lines("answer"), AnswerForm.valueOf(form), wholeStep);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        List<String> accepted = answers.isEmpty() ? reference(prefix.reference()) : answers;
        Optional<StatedAnswer> stated =
                accepted.isEmpty() ? Optional.empty() : stated(prefix.step().text());
        if (stated.isEmpty() || stated.get().text().length() > MAX_ANSWER) {
            return List.of();
        }
        String text = stated.get().text();
        String shown = Options.shown(text);
        if (accepted.stream().anyMatch(answer -> form.same(text, answer))) {
            return List.of(new Finding(true, text, "The answer is \"" + shown + "\", as wanted."));
        }
        if (!stated.get().marked() && accepted.stream().anyMatch(a -> saysMore(text, a))) {
            return List.of();
        }
        String wanted = String.join("\" or \"", accepted.stream().map(Options::shown).toList());
        return List.of(
                new Finding(
                        false, text, "The answer is \"" + wanted + "\", not \"" + shown + "\"."));
    }

    private Optional<StatedAnswer> stated(String step) {
        if (!wholeStep) {
            return StatedAnswer.find(step);
        }
        String text = step.length() > 2 * MAX_ANSWER ? "" : step.strip();
        return Optional.of(new StatedAnswer(text, true)).filter(s -> !s.text().isEmpty());
    }

    /** A worked solution states its answer; anything else is the answer. */
    private static List<String> reference(String reference) {
        if (reference == null || reference.isBlank()) {
            return List.of();
        }
        String answer =
                StatedAnswer.find(reference)
                        .filter(StatedAnswer::marked)
                        .map(StatedAnswer::text)
                        .orElse(reference.strip());
        return answer.length() > MAX_ANSWER ? List.of() : List.of(answer);
    }

    /** "The answer is 18 in all", "the answer is the sum of both": a sentence, not an answer. */
    private static boolean saysMore(String sentence, String answer) {
        int more = sentence.split("\\s+").length - answer.split("\\s+").length;
        return more >= MORE_WORDS || Words.contains(sentence, answer);
    }
}
