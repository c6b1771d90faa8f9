package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * Tells which stage of a rubric a step belongs to: the first stage, from the current one onwards
 * and then from the start, one of whose words occurs in the step. A tool's name in a call weighs
 * more than a word. A stage that is not repeatable takes one step only. Later steps never change
 * the answer.
 *
 * @param rubric the rubric
 */
public record StageMatcher(Rubric rubric) {
    /** Validates. */
    public StageMatcher {
        Objects.requireNonNull(rubric, "rubric");
    }

    /**
     * @param prefix the steps up to and including the one in question
     * @return the last step's stage; empty when none matches or there is no step
     */
    public Optional<Stage> stageOf(List<Step> prefix) {
        List<Optional<Stage>> all = stagesOf(prefix);
        return all.isEmpty() ? Optional.empty() : all.get(all.size() - 1);
    }

    /**
     * @param steps the steps of a trace, from the first one on
     * @return each step's stage, as {@link #stageOf} tells it from the steps up to it
     */
    public List<Optional<Stage>> stagesOf(List<Step> steps) {
        List<Stage> stages = rubric.stages();
        List<Optional<Stage>> found = new ArrayList<>(steps.size());
        Set<Integer> used = new HashSet<>();
        int current = 0;
        for (Step step : steps) {
            int at = find(stages, step, current, used);
            if (at >= 0) {
                used.add(at);
                current = at;
            }
            found.add(at < 0 ? Optional.empty() : Optional.of(stages.get(at)));
        }
        return List.copyOf(found);
    }

    private static int find(List<Stage> stages, Step step, int current, Set<Integer> used) {
        String text = step.text().toLowerCase(Locale.ROOT);
        int paren = text.indexOf('(');
        if (step.kind() == StepKind.TOOL_CALL && paren > 0) {
            String tool = text.substring(0, paren).strip();
            int byTool = first(stages, current, used, word -> word.equals(tool));
            if (byTool >= 0) {
                return byTool;
            }
        }
        return first(stages, current, used, word -> containsWord(text, word));
    }

    private static int first(
            List<Stage> stages, int current, Set<Integer> used, Predicate<String> matches) {
        for (int k = 0; k < stages.size(); k++) {
            int i = (current + k) % stages.size();
            Stage stage = stages.get(i);
            boolean free = stage.repeatable() || !used.contains(i);
            if (free
                    && stage.match().stream()
                            .map(word -> word.strip().toLowerCase(Locale.ROOT))
                            .anyMatch(matches)) {
                return i;
            }
        }
        return -1;
    }

    static boolean containsWord(String text, String word) {
        if (word.isEmpty()) {
            return false;
        }
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }
}
