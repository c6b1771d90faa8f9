package org.stepwright.prm.live.draft;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.rubric.Rubric;
import org.stepwright.verify.VerifierKind;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Lets a live model draft rubrics and examples. Nothing is changed by a draft: it is given back for
 * a person to accept. All calls block until the answer is there, a cancel, a failure or an hour has
 * passed, so they belong on a background thread. Safe for use by many threads.
 */
public final class RubricDrafter {
    // A policy from elsewhere could otherwise talk a model into code that runs on this machine.
    private static final String RUNS_CODE = "code-tests";

    private final LiveModels models;
    private final LongSupplier nanoTime;

    /**
     * @param models opens connections
     */
    public RubricDrafter(LiveModels models) {
        this(models, System::nanoTime);
    }

    /** For tests: with a time of its own. */
    RubricDrafter(LiveModels models, LongSupplier nanoTime) {
        this.models = Objects.requireNonNull(models, "models");
        this.nanoTime = nanoTime;
    }

    /**
     * Drafts a rubric from a description of the work, or improves one.
     *
     * @param connection who is asked
     * @param description the work in the user's words, or a policy; at most 300,000 characters. May
     *     be blank when there is a rubric to improve
     * @param current the rubric to improve, or null; its id is kept, and so are the ids of stages
     *     and criteria that still mean the same
     * @param kinds the verifiers that criteria may name; maybe empty. One that runs code is never
     *     drafted: who asks for it has to be a person
     * @param progress hears how far the answer is; a cancel stops the waiting
     * @return the draft
     * @throws WorkFailed when there is no usable answer; one plain sentence
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public Drafted draft(
            Connection connection,
            String description,
            Rubric current,
            List<VerifierKind> kinds,
            Progress progress) {
        requireDescription(description, current);
        List<VerifierKind> told = kinds.stream().filter(k -> !RUNS_CODE.equals(k.name())).toList();
        Asking asking = new Asking(models.open(connection), "rubric", progress, nanoTime);
        return asking.until(
                new DraftPrompt(told).request(CleanText.block(description), current),
                answer -> {
                    RubricReading reading = new RubricReading(current, told);
                    Rubric rubric = reading.read(answer);
                    Drafted drafted = new Drafted(rubric, reading.notes(), asking.spent());
                    asking.requireNoKey(drafted.toString());
                    return drafted;
                });
    }

    /**
     * Writes example steps for levels of a criterion's scale.
     *
     * @param connection who is asked
     * @param rubric the rubric
     * @param criterionId the id of one of its criteria
     * @param levels values of the levels that get a new example; empty for those without one
     * @param progress hears how far the answer is; a cancel stops the waiting
     * @return the scale's levels with the new examples in place
     * @throws WorkFailed when there is no usable answer, or nothing to write; one plain sentence
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public Examples examples(
            Connection connection,
            Rubric rubric,
            String criterionId,
            List<Double> levels,
            Progress progress) {
        ExampleTask task = ExampleTask.of(rubric, criterionId, levels);
        Asking asking = new Asking(models.open(connection), "example", progress, nanoTime);
        return asking.until(task.request(), answer -> task.read(answer, asking));
    }

    private static void requireDescription(String description, Rubric current) {
        if (description.isBlank() && current == null) {
            throw new WorkFailed("Describe the work first, or paste the policy for it.");
        }
        if (description.length() > DraftLimits.DESCRIPTION) {
            throw new WorkFailed(
                    String.format(
                            Locale.ROOT,
                            "The description has %,d characters and may have %,d; shorten it.",
                            description.length(),
                            DraftLimits.DESCRIPTION));
        }
    }
}
