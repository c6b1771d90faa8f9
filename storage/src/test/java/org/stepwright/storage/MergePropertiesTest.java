package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.stepwright.work.Progress;

/** Whatever was done where: merged workspaces say the same, know everything and are whole. */
class MergePropertiesTest {
    private static final int MACHINES = 3;

    /** Something is done on a machine, or another one's workspace is merged into its own. */
    private record Day(int machine, MergeCommands.Command command, int other) {}

    private Path dir;
    private int files;

    @BeforeProperty
    void makeFolder() throws IOException {
        dir = Files.createTempDirectory("merge");
        // Every try starts from copies of this file: making one takes longer than the try.
        try (Workspace template = Workspace.create(dir.resolve("template"))) {
            template.traces().add(MergeCommands.traces());
        }
        try (Workspace empty = Workspace.create(dir.resolve("empty"))) {
            assertThat(empty.counts().traces()).isZero();
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

    private Path copy(String of) throws IOException {
        return Files.copy(dir.resolve(of), dir.resolve("w" + files++));
    }

    private Path copy(Workspace of) {
        Path copy = dir.resolve("w" + files++);
        of.backup(copy);
        return copy;
    }

    /** A machine's workspace: a copy of the first one's, or one that imported the same traces. */
    private Workspace machine(boolean ofItsOwn) throws IOException {
        Workspace workspace = Workspace.open(copy(ofItsOwn ? "empty" : "template"));
        if (ofItsOwn) {
            workspace.traces().add(MergeCommands.traces());
        }
        return workspace;
    }

    private static MergeReport merge(Workspace into, Workspace other) {
        MergeReport report = into.merge(other.file(), Progress.NONE);
        assertThat(into.check().problems()).isEmpty();
        return report;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void commutativeAndIdempotentAndNothingIsLost(
            @ForAll("commands") List<MergeCommands.Command> before,
            @ForAll("commands") List<MergeCommands.Command> here,
            @ForAll("commands") List<MergeCommands.Command> there,
            @ForAll boolean ofItsOwn)
            throws IOException {
        try (Workspace a = machine(false);
                Workspace b = ofItsOwn ? machine(true) : shared(a, before)) {
            here.forEach(c -> c.run(a));
            there.forEach(c -> c.run(b));
            Set<String> all = new TreeSet<>(MergeView.uids(a));
            all.addAll(MergeView.uids(b));
            try (Workspace a2 = Workspace.open(copy(a))) {
                merge(a, b);
                merge(b, a2);
            }

            assertThat(MergeView.everything(a)).isEqualTo(MergeView.everything(b));
            assertThat(MergeView.uids(a)).isEqualTo(all);

            long events = a.counts().events();
            MergeReport again = merge(a, b);
            assertThat(again).isEqualTo(new MergeReport(0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0));
            assertThat(a.counts().events()).isEqualTo(events);
        }
    }

    private Workspace shared(Workspace a, List<MergeCommands.Command> before) {
        before.forEach(c -> c.run(a));
        return Workspace.open(copy(a));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void associative(
            @ForAll("commands") List<MergeCommands.Command> one,
            @ForAll("commands") List<MergeCommands.Command> two,
            @ForAll("commands") List<MergeCommands.Command> three)
            throws IOException {
        try (Workspace a = machine(false);
                Workspace b = machine(false);
                Workspace c = machine(true)) {
            one.forEach(command -> command.run(a));
            two.forEach(command -> command.run(b));
            three.forEach(command -> command.run(c));
            try (Workspace a2 = Workspace.open(copy(a));
                    Workspace b2 = Workspace.open(copy(b));
                    Workspace c2 = Workspace.open(copy(c))) {
                merge(a2, b);
                merge(a2, c);
                merge(b2, c);
                merge(a, b2);
                // What is older comes later here.
                merge(c2, b);
                merge(c2, a2);
                assertThat(MergeView.everything(a)).isEqualTo(MergeView.everything(a2));
                assertThat(MergeView.everything(c2)).isEqualTo(MergeView.everything(a2));
            }
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void workAndMergesInAnyOrderEndAlike(@ForAll("days") List<Day> days) throws IOException {
        List<Workspace> machines = new ArrayList<>();
        try {
            for (int i = 0; i < MACHINES; i++) {
                machines.add(machine(i == 2));
            }
            Set<String> known = new TreeSet<>();
            for (Day day : days) {
                Workspace workspace = machines.get(day.machine);
                if (day.other == day.machine) {
                    day.command.run(workspace);
                } else {
                    workspace.merge(machines.get(day.other).file(), Progress.NONE);
                }
            }
            machines.forEach(m -> known.addAll(MergeView.uids(m)));
            merge(machines.get(0), machines.get(1));
            merge(machines.get(0), machines.get(2));
            merge(machines.get(2), machines.get(0));
            merge(machines.get(1), machines.get(2));
            List<String> end = MergeView.everything(machines.get(0));
            assertThat(MergeView.everything(machines.get(1))).isEqualTo(end);
            assertThat(MergeView.everything(machines.get(2))).isEqualTo(end);
            assertThat(MergeView.uids(machines.get(0))).isEqualTo(known);
        } finally {
            machines.forEach(Workspace::close);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void undoIsAboutOnesOwnLastChangeOnly(
            @ForAll("commands") List<MergeCommands.Command> here,
            @ForAll("commands") List<MergeCommands.Command> there)
            throws IOException {
        try (Workspace a = machine(false);
                Workspace b = machine(false)) {
            here.forEach(c -> c.run(a));
            there.forEach(c -> c.run(b));
            List<Integer> depths =
                    MergeCommands.PEOPLE.stream().map(a.labels()::undoDepth).toList();
            merge(a, b);
            for (int i = 0; i < depths.size(); i++) {
                String who = MergeCommands.PEOPLE.get(i);
                assertThat(a.labels().undoDepth(who)).isEqualTo(depths.get(i));
                while (a.labels().undoDepth(who) > 0) {
                    Set<String> keys = MergeView.keysOfUndo(a, who);
                    TreeMap<String, String> before = MergeView.holds(a);
                    a.labels().undo(who).join();
                    TreeMap<String, String> after = MergeView.holds(a);
                    before.keySet().removeAll(keys);
                    after.keySet().removeAll(keys);
                    assertThat(after).isEqualTo(before);
                }
                assertThat(a.check().problems()).isEmpty();
            }
        }
    }

    @Provide
    Arbitrary<List<MergeCommands.Command>> commands() {
        return MergeCommands.commands(12);
    }

    @Provide
    Arbitrary<List<Day>> days() {
        Arbitrary<Integer> machine = Arbitraries.integers().between(0, MACHINES - 1);
        Arbitrary<MergeCommands.Command> command =
                MergeCommands.commands(1).filter(l -> !l.isEmpty()).map(l -> l.get(0));
        Arbitrary<Day> work = Combinators.combine(machine, command).as((m, c) -> new Day(m, c, m));
        Arbitrary<Day> merge =
                Combinators.combine(machine, machine).as((m, o) -> new Day(m, w -> {}, o));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, work), net.jqwik.api.Tuple.of(1, merge))
                .list()
                .ofMaxSize(30);
    }
}
