package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/** All undos give the start again, all redos the end, and the projection follows the events. */
class LabelHistoryPropertiesTest {
    private static final int STEPS = 3;
    private static final List<String> PEOPLE = List.of("anna", "bert");

    /** Something that a person does. */
    private sealed interface Command {
        void run(LabelStore labels);
    }

    private record Put(int step, Verdict verdict, String who) implements Command {
        @Override
        public void run(LabelStore labels) {
            labels.put(Samples.label("a", step, verdict, who)).join();
        }
    }

    private record Clear(int step, String who) implements Command {
        @Override
        public void run(LabelStore labels) {
            labels.clear("a", step, 0, who).join();
        }
    }

    private record Group(List<Integer> steps, Verdict verdict, String who) implements Command {
        @Override
        public void run(LabelStore labels) {
            labels.putAll(steps.stream().map(s -> Samples.label("a", s, verdict, who)).toList())
                    .join();
        }
    }

    private record Finish(TraceState state, String who) implements Command {
        @Override
        public void run(LabelStore labels) {
            labels.finish("a", who, state, "because").join();
        }
    }

    private record Undo(String who) implements Command {
        @Override
        public void run(LabelStore labels) {
            labels.undo(who).join();
        }
    }

    private record Redo(String who) implements Command {
        @Override
        public void run(LabelStore labels) {
            labels.redo(who).join();
        }
    }

    /** What a person sees. */
    private record Seen(List<StepLabel> labels, List<TraceState> states) {
        static Seen of(LabelStore labels) {
            return new Seen(
                    labels.of("a"), PEOPLE.stream().map(who -> labels.state("a", who)).toList());
        }
    }

    private Path dir;
    private int files;

    @BeforeProperty
    void makeFolder() throws IOException {
        dir = Files.createTempDirectory("history");
        // Every try starts from a copy of this file: making one takes longer than the try.
        try (Workspace template = Workspace.create(dir.resolve("template"))) {
            template.traces()
                    .add(List.of(Samples.labelled("a", "anna", Verdict.WRONG, null, null)));
        }
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void undoneAndRedoneAgain(@ForAll("commands") List<Command> commands) throws IOException {
        Path file = Files.copy(dir.resolve("template"), dir.resolve("w" + files++));
        try (Workspace workspace = Workspace.open(file)) {
            LabelStore labels = workspace.labels();
            Seen start = Seen.of(labels);
            commands.forEach(command -> command.run(labels));
            Seen end = Seen.of(labels);
            int[] depth = PEOPLE.stream().mapToInt(labels::undoDepth).toArray();

            for (String who : PEOPLE) {
                int left = labels.undoDepth(who);
                while (labels.undo(who).join().isPresent()) {
                    assertThat(labels.undoDepth(who)).isEqualTo(--left);
                }
            }
            assertThat(Seen.of(labels)).isEqualTo(start);
            assertThat(workspace.check().problems()).isEmpty();

            for (int i = 0; i < depth.length; i++) {
                String who = PEOPLE.get(i);
                IntStream.range(0, depth[i]).forEach(n -> labels.redo(who).join());
            }
            assertThat(Seen.of(labels)).isEqualTo(end);
            assertThat(workspace.check().problems()).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Integer> step = Arbitraries.integers().between(0, STEPS - 1);
        Arbitrary<Verdict> verdict = Arbitraries.of(Verdict.class);
        Arbitrary<String> who = Arbitraries.of(PEOPLE);
        List<Arbitrary<? extends Command>> kinds = new ArrayList<>();
        kinds.add(Combinators.combine(step, verdict, who).as(Put::new));
        kinds.add(Combinators.combine(step, who).as(Clear::new));
        kinds.add(
                Combinators.combine(step.list().ofMinSize(1).ofMaxSize(4), verdict, who)
                        .as(Group::new));
        kinds.add(Combinators.combine(Arbitraries.of(TraceState.class), who).as(Finish::new));
        kinds.add(who.map(Undo::new));
        kinds.add(who.map(Redo::new));
        Arbitrary<Command> any = Arbitraries.oneOf(kinds);
        return any.list().ofMaxSize(25);
    }
}
