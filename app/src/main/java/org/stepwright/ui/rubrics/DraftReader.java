package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.FxTasks;

/**
 * Reads drafts for what lint and the comparison with the latest version say, in the background: one
 * at a time, and of those that come meanwhile only the newest. Used from the UI thread.
 */
final class DraftReader {
    /**
     * What was found.
     *
     * @param rubric the draft that was read
     * @param findings what lint says
     * @param changes what differs from the latest version; empty when there is none
     */
    record Reading(Rubric rubric, List<LintFinding> findings, List<Change> changes) {}

    /**
     * What is to be read.
     *
     * @param draft the draft
     * @param latest the latest version; null for none
     * @param stagesSeen ids of stages that steps belong to; null while nobody knows
     */
    record Job(Rubric draft, Rubric latest, Set<String> stagesSeen) {}

    private final FxTasks tasks;
    private final Function<Job, Reading> read;
    private final Consumer<Reading> done;
    private final Consumer<String> failed;
    private Job next;
    private boolean busy;

    /**
     * @param tasks background work
     * @param read reads; called in the background: verifiers compile their patterns and schemas to
     *     see whether they can
     * @param done gets what was found
     * @param failed gets why it was not
     */
    DraftReader(
            FxTasks tasks,
            Function<Job, Reading> read,
            Consumer<Reading> done,
            Consumer<String> failed) {
        this.tasks = tasks;
        this.read = read;
        this.done = done;
        this.failed = failed;
    }

    void read(Job job) {
        next = job;
        start();
    }

    private void start() {
        if (busy || next == null) {
            return;
        }
        Job job = next;
        next = null;
        busy = true;
        tasks.query(
                () -> read.apply(job),
                found -> {
                    busy = false;
                    if (next == null) {
                        done.accept(found);
                    }
                    start();
                },
                why -> {
                    busy = false;
                    failed.accept(why);
                    start();
                });
    }
}
