package org.stepwright.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/**
 * How often people follow one source of suggestions and how often it is right. A suggestion says
 * wrong below a reward of 0.5, else not wrong; a label says wrong, or with neutral and correct not
 * wrong. Of several suggestions of one source for a step the lowest reward counts.
 *
 * @param source who suggests, such as {@code verifier:arithmetic}
 * @param shown how many verdicts people gave while they could see a suggestion
 * @param followed how many of these are on its side
 * @param unseen how many verdicts people gave while they could not see it
 * @param agreedUnseen how many of these are on its side: what agreement comes to without a nudge
 * @param decided how many steps with a suggestion have a known truth
 * @param right on how many of these it is on the right side
 */
public record SuggestionUse(
        String source,
        int shown,
        int followed,
        int unseen,
        int agreedUnseen,
        int decided,
        int right) {
    private static final double EVEN = 0.5;

    private record At(String traceId, int step) {}

    /**
     * @param suggestions all suggestions
     * @param labels people's labels; verdicts of the step itself in the pass to label count
     * @param seen whether a person could see a suggestion when they gave a label
     * @param truth by trace id one entry a step, null where it is not known: decisions, gold
     * @return one entry a source, sorted by its name
     */
    public static List<SuggestionUse> of(
            List<Suggestion> suggestions,
            List<StepLabel> labels,
            BiPredicate<Suggestion, StepLabel> seen,
            Map<String, ? extends List<Verdict>> truth) {
        Map<At, List<StepLabel>> byStep = new HashMap<>();
        for (StepLabel label : labels) {
            if (label.pass() == LabelPass.LABEL
                    && label.candidate() == 0
                    && label.verdict() != null) {
                byStep.computeIfAbsent(
                                new At(label.traceId(), label.step()), a -> new ArrayList<>())
                        .add(label);
            }
        }
        List<SuggestionUse> uses = new ArrayList<>();
        lowest(suggestions)
                .forEach((source, own) -> uses.add(use(source, own, byStep, seen, truth)));
        return List.copyOf(uses);
    }

    private static Map<String, Map<At, Suggestion>> lowest(List<Suggestion> suggestions) {
        Map<String, Map<At, Suggestion>> bySource = new TreeMap<>();
        for (Suggestion s : suggestions) {
            bySource.computeIfAbsent(s.source(), k -> new HashMap<>())
                    .merge(
                            new At(s.traceId(), s.step()),
                            s,
                            (a, b) -> b.reward() < a.reward() ? b : a);
        }
        return bySource;
    }

    private static SuggestionUse use(
            String source,
            Map<At, Suggestion> own,
            Map<At, List<StepLabel>> labels,
            BiPredicate<Suggestion, StepLabel> seen,
            Map<String, ? extends List<Verdict>> truth) {
        int[] counts = new int[6];
        own.forEach(
                (at, suggestion) -> {
                    boolean wrong = suggestion.reward() < EVEN;
                    for (StepLabel label : labels.getOrDefault(at, List.of())) {
                        int place = seen.test(suggestion, label) ? 0 : 2;
                        counts[place]++;
                        counts[place + 1] += wrong == (label.verdict() == Verdict.WRONG) ? 1 : 0;
                    }
                    List<Verdict> key = truth.get(at.traceId());
                    Verdict is = key == null || at.step() >= key.size() ? null : key.get(at.step());
                    if (is != null) {
                        counts[4]++;
                        counts[5] += wrong == (is == Verdict.WRONG) ? 1 : 0;
                    }
                });
        return new SuggestionUse(
                source, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /**
     * @return how many of the verdicts that were given in its sight follow it
     */
    public Share followedShare() {
        return new Share(followed, shown);
    }

    /**
     * @return how many of the verdicts that were given without seeing it are on its side
     */
    public Share unseenShare() {
        return new Share(agreedUnseen, unseen);
    }

    /**
     * @return how often it is right where the truth is known
     */
    public Share rightShare() {
        return new Share(right, decided);
    }
}
