package org.stepwright.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Whether and how an answer states its result. */
final class Answers {
    /** The forms that data sets and prompts agree on. */
    enum Form {
        BOXED("\\boxed", "\\fbox"),
        HASHES("####"),
        HEADING("# answer"),
        TAG("<answer>"),
        FINAL("final answer"),
        LABEL("answer:", "solution:"),
        SENTENCE("answer is", "answer would be", "answer remains");

        private final List<String> marks;

        Form(String... marks) {
            this.marks = List.of(marks);
        }
    }

    private static final int TAIL = 3000;
    private static final int LAST_STEPS = 3;

    private Answers() {}

    /**
     * @param text a text
     * @return whether its end states a result in one of the forms
     */
    static boolean states(String text) {
        return !forms(text).isEmpty();
    }

    private static Set<Form> forms(String text) {
        String tail = text.substring(Math.max(0, text.length() - TAIL)).toLowerCase(Locale.ROOT);
        Set<Form> forms = EnumSet.noneOf(Form.class);
        for (Form form : Form.values()) {
            for (String mark : form.marks) {
                if (tail.contains(mark)) {
                    forms.add(form);
                }
            }
        }
        return forms;
    }

    /**
     * @param trace a trace
     * @return the forms in which its last three steps state a result
     */
    static Set<Form> forms(Trace trace) {
        List<Step> steps = trace.steps();
        Set<Form> forms = EnumSet.noneOf(Form.class);
        for (int i = Math.max(0, steps.size() - LAST_STEPS); i < steps.size(); i++) {
            forms.addAll(forms(steps.get(i).text()));
        }
        return forms;
    }

    /**
     * @param trace a trace with a step
     * @return whether its last two steps have something that could be a result: a number, a
     *     formula, a choice
     */
    static boolean mayState(Trace trace) {
        List<Step> steps = trace.steps();
        for (int i = Math.max(0, steps.size() - 2); i < steps.size(); i++) {
            String text = steps.get(i).text();
            for (int at = Math.max(0, text.length() - TAIL); at < text.length(); at++) {
                char c = text.charAt(at);
                boolean choice =
                        c == '(' && at + 2 < text.length() && text.charAt(at + 2) == ')'
                                || text.startsWith("hoice", at);
                if (Character.isDigit(c) || "=$\\".indexOf(c) >= 0 || choice) {
                    return true;
                }
            }
        }
        return false;
    }
}
