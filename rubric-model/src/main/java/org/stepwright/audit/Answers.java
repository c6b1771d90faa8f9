package org.stepwright.audit;

import java.util.List;
import java.util.Locale;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Whether an answer states its result, by the forms that data sets use. */
final class Answers {
    private static final int TAIL = 3000;
    private static final List<String> FORMS =
            List.of(
                    "\\boxed",
                    "\\fbox",
                    "####",
                    "answer is",
                    "answer:",
                    "answer is:",
                    "**answer",
                    "# answer",
                    "final answer",
                    "answer would be",
                    "<answer>",
                    "答案",
                    "antwort",
                    "respuesta",
                    "réponse",
                    "ответ");

    private Answers() {}

    /**
     * @param text a text
     * @return whether its end states a result
     */
    static boolean states(String text) {
        String tail = text.substring(Math.max(0, text.length() - TAIL)).toLowerCase(Locale.ROOT);
        for (String form : FORMS) {
            if (tail.contains(form)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param trace a trace
     * @return whether one of its last three steps states a result
     */
    static boolean states(Trace trace) {
        List<Step> steps = trace.steps();
        for (int i = Math.max(0, steps.size() - 3); i < steps.size(); i++) {
            if (states(steps.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
