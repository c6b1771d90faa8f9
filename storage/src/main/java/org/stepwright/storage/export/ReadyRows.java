package org.stepwright.storage.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.stepwright.agreement.LabelDecider;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.SoftTargets;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

/** Makes of everybody's labels, and of what machines say, what an export should hold. */
final class ReadyRows {
    private final Workspace workspace;
    private final LabelDecider decider;
    private final SoftSource source;
    private final NeutralPolicy neutral;

    ReadyRows(Workspace workspace, LabelDecider decider, ExportOptions options) {
        this.workspace = workspace;
        this.decider = decider;
        this.source = options.soft();
        this.neutral = options.neutral();
    }

    ReadyRow of(LabelledTrace said) {
        LabelledTrace row = decider.decide(said);
        if (source.isNone()) {
            return new ReadyRow(said, row, SoftTargets.NONE);
        }
        SoftTargets soft = new SoftTargets(rewards(said));
        return source.harden().isEmpty()
                ? new ReadyRow(said, row, soft)
                : new ReadyRow(said, hardened(said, soft), SoftTargets.NONE);
    }

    /** Whether there is anything to write: soft labels were asked for, but no step has one. */
    boolean isBare(ReadyRow ready) {
        return !source.isNone()
                && (source.harden().isPresent()
                        ? ready.row().labels().stream().noneMatch(l -> l.candidate() == 0)
                        : ready.soft().rewards().stream().allMatch(OptionalDouble::isEmpty));
    }

    private List<OptionalDouble> rewards(LabelledTrace said) {
        List<OptionalDouble> people = decider.soft(said, neutral).rewards();
        return switch (source.kind()) {
            case SUGGESTIONS -> withDecisions(said, people, suggested(said));
            case SCORES -> withDecisions(said, people, scored(said.trace()));
            case NONE, CONSENSUS -> people;
        };
    }

    /** A reviewer's decision stands, also against what a machine says. */
    private static List<OptionalDouble> withDecisions(
            LabelledTrace said, List<OptionalDouble> people, List<OptionalDouble> machine) {
        List<OptionalDouble> rewards = new ArrayList<>(machine);
        for (StepLabel label : said.labels()) {
            if (label.source() == LabelSource.ADJUDICATED
                    && label.candidate() == 0
                    && label.verdict() != null) {
                rewards.set(label.step(), people.get(label.step()));
            }
        }
        return rewards;
    }

    private List<OptionalDouble> suggested(LabelledTrace said) {
        Suggestion[] latest = new Suggestion[said.trace().steps().size()];
        for (Suggestion suggestion : said.suggestions()) {
            Suggestion before = latest[suggestion.step()];
            if (suggestion.source().equals(source.name())
                    && (before == null || !suggestion.at().isBefore(before.at()))) {
                latest[suggestion.step()] = suggestion;
            }
        }
        return Stream.of(latest)
                .map(s -> s == null ? OptionalDouble.empty() : OptionalDouble.of(s.reward()))
                .toList();
    }

    private List<OptionalDouble> scored(Trace trace) {
        int steps = trace.steps().size();
        Optional<TraceScore> score = workspace.scores().latest(trace.id(), source.name());
        return Stream.iterate(0, step -> step < steps, step -> step + 1)
                .map(
                        step ->
                                score.filter(s -> step < s.stepRewards().size())
                                        .map(s -> OptionalDouble.of(s.stepRewards().get(step)))
                                        .orElse(OptionalDouble.empty()))
                .toList();
    }

    /** Labels that say what the rewards say: people's where they agree, else the machine's own. */
    private LabelledTrace hardened(LabelledTrace said, SoftTargets soft) {
        double from = source.harden().orElseThrow();
        List<StepLabel> labels = new ArrayList<>();
        boolean[] heard = new boolean[soft.rewards().size()];
        for (StepLabel label : said.labels()) {
            OptionalDouble reward = soft.rewards().get(label.step());
            boolean own = label.candidate() == 0 && label.verdict() != null;
            boolean agrees = reward.isPresent() && label.verdict() == hard(reward, from);
            if (!own || agrees) {
                labels.add(label);
                heard[label.step()] |= own;
            }
        }
        for (int step = 0; step < heard.length; step++) {
            OptionalDouble reward = soft.rewards().get(step);
            if (!heard[step] && reward.isPresent()) {
                labels.add(machine(said.trace().id(), step, hard(reward, from)));
            }
        }
        return new LabelledTrace(said.trace(), labels, said.suggestions());
    }

    private static Verdict hard(OptionalDouble reward, double from) {
        return reward.getAsDouble() >= from ? Verdict.CORRECT : Verdict.WRONG;
    }

    /** For this export only; it is never stored. */
    private StepLabel machine(String trace, int step, Verdict verdict) {
        LabelSource from =
                source.name().startsWith("rollout:") ? LabelSource.ROLLOUT : LabelSource.SYNTHETIC;
        return StepLabel.verdict(
                trace, step, verdict, source.text(), java.time.Instant.EPOCH, from);
    }
}
