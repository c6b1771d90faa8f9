package org.stepwright.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

/** What people do on their machines, at random, on few traces so that they meet. */
final class MergeCommands {
    static final int STEPS = 3;
    static final List<String> PEOPLE = List.of("anna", "bert");
    private static final List<String> TRACES = List.of("a", "b", "c");

    /** Something that a person does in a workspace. */
    interface Command {
        void run(Workspace workspace);
    }

    private record Put(String trace, int step, Verdict verdict, String who, LabelSource source)
            implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace
                    .labels()
                    .put(StepLabel.verdict(trace, step, verdict, who, Samples.AT, source))
                    .join();
        }
    }

    private record Rich(String trace, int step, String who, String comment) implements Command {
        @Override
        public void run(Workspace workspace) {
            StepLabel rich = Samples.richLabel(trace, step, 0, who);
            workspace
                    .labels()
                    .put(
                            new StepLabel(
                                    trace,
                                    step,
                                    0,
                                    Verdict.WRONG,
                                    rich.ratings(),
                                    rich.errorKinds(),
                                    true,
                                    false,
                                    comment,
                                    who,
                                    Samples.AT,
                                    "",
                                    LabelSource.HUMAN,
                                    comment))
                    .join();
        }
    }

    private record Clear(String trace, int step, String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace.labels().clear(trace, step, 0, who).join();
        }
    }

    private record Group(String trace, List<Integer> steps, Verdict verdict, String who)
            implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace
                    .labels()
                    .putAll(steps.stream().map(s -> Samples.label(trace, s, verdict, who)).toList())
                    .join();
        }
    }

    private record Finish(String trace, TraceState state, String who, LabelPass pass)
            implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace.labels().finish(trace, who, pass, state, "because", Act.NONE).join();
        }
    }

    private record Prefer(String other, Preference.Choice choice, String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace
                    .labels()
                    .prefer(Preference.of("a", other, choice, "so", who, Samples.AT), Act.NONE)
                    .join();
        }
    }

    private record Unprefer(String other, String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace.labels().clearPreference("a", other, who, Act.NONE).join();
        }
    }

    /** A file with labels of somebody, for a trace that may be here or not. */
    private record Import(String trace, Verdict verdict, String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace.traces().add(List.of(Samples.labelled(trace, who, verdict, null, verdict)));
        }
    }

    /** Two steps become one; the labels of the rest follow. */
    private record Cut(String trace, int at, String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            Trace old = workspace.traces().find(trace).orElseThrow();
            List<Step> steps = new ArrayList<>(old.steps());
            Step second = steps.remove(at + 1);
            steps.set(at, Step.of(steps.get(at).text() + " " + second.text()));
            String id = trace + "~" + at;
            Trace cut = new Trace(id, old.problem(), steps, Outcome.UNKNOWN, null, Map.of());
            List<StepLabel> followed =
                    workspace.labels().all(trace).stream()
                            .filter(l -> l.step() < at)
                            .map(
                                    l ->
                                            StepLabel.verdict(
                                                    id,
                                                    l.step(),
                                                    Verdict.NEUTRAL,
                                                    l.annotator(),
                                                    l.at(),
                                                    l.source()))
                            .toList();
            try {
                workspace.labels().revise(trace, cut, followed, who, Act.NONE).join();
            } catch (CompletionException e) {
                // It was cut before.
                if (!(e.getCause() instanceof WorkFailed)) {
                    throw e;
                }
            }
        }
    }

    private record Undo(String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace.labels().undo(who).join();
        }
    }

    private record Redo(String who) implements Command {
        @Override
        public void run(Workspace workspace) {
            workspace.labels().redo(who).join();
        }
    }

    private MergeCommands() {}

    static List<LabelledTrace> traces() {
        return List.of(
                Samples.labelled("a", "file", Verdict.WRONG, null, null),
                Samples.labelled("b", "anna", Verdict.CORRECT, Verdict.CORRECT, null),
                Samples.labelled("c", "anna", null, null, null));
    }

    static Arbitrary<List<Command>> commands(int most) {
        Arbitrary<String> trace = Arbitraries.of(TRACES);
        Arbitrary<Integer> step = Arbitraries.integers().between(0, STEPS - 1);
        Arbitrary<Verdict> verdict = Arbitraries.of(Verdict.class);
        Arbitrary<String> who = Arbitraries.of(PEOPLE);
        Arbitrary<String> other = Arbitraries.of("b", "c");
        Arbitrary<LabelSource> source = Arbitraries.of(LabelSource.class);
        List<Arbitrary<? extends Command>> kinds = new ArrayList<>();
        kinds.add(Combinators.combine(trace, step, verdict, who, source).as(Put::new));
        kinds.add(Combinators.combine(trace, step, who, Arbitraries.of("x", "y")).as(Rich::new));
        kinds.add(Combinators.combine(trace, step, who).as(Clear::new));
        kinds.add(
                Combinators.combine(trace, step.list().ofMinSize(1).ofMaxSize(4), verdict, who)
                        .as(Group::new));
        kinds.add(
                Combinators.combine(
                                trace,
                                Arbitraries.of(TraceState.class),
                                who,
                                Arbitraries.of(LabelPass.class))
                        .as(Finish::new));
        kinds.add(
                Combinators.combine(other, Arbitraries.of(Preference.Choice.class), who)
                        .as(Prefer::new));
        kinds.add(Combinators.combine(other, who).as(Unprefer::new));
        kinds.add(
                Combinators.combine(
                                Arbitraries.of("a", "d", "e"),
                                verdict,
                                Arbitraries.of("anna", "file"))
                        .as(Import::new));
        kinds.add(
                Combinators.combine(trace, Arbitraries.integers().between(0, STEPS - 2), who)
                        .as(Cut::new));
        kinds.add(who.map(Undo::new));
        kinds.add(who.map(Undo::new));
        kinds.add(who.map(Redo::new));
        Arbitrary<Command> any = Arbitraries.oneOf(kinds);
        return any.list().ofMaxSize(most);
    }
}
