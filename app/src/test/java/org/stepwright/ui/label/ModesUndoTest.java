package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/** Whatever is done in whatever mode, as many undos lead back to where it began. */
class ModesUndoTest {
    enum Doing {
        WRONG,
        NEUTRAL,
        CORRECT,
        FIRST_ERROR,
        CLEAR,
        SPARK,
        UNSURE,
        ACCEPT,
        COMMENT,
        DOWN,
        UP,
        ALTERNATIVE,
        SUBMIT,
        GIVE_UP,
        LEFT,
        RIGHT,
        UNDO,
        REDO,
        MODE
    }

    /** A doing and a number that chooses where there is something to choose. */
    record Command(Doing doing, int choice) {}

    @Provide
    Arbitrary<List<Command>> commands() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(Doing.class), Arbitraries.integers().between(0, 5))
                .as(Command::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 40)
    void allUndosGiveTheStart(@ForAll("commands") List<Command> commands, @ForAll LabelMode mode)
            throws IOException {
        Path folder = Files.createTempDirectory("modes-undo");
        try (LabelFixture f = new LabelFixture(folder)) {
            f.workspace
                    .traces()
                    .add(List.of(new LabelledTrace(LabelModesTest.branched(), List.of())));
            f.addTraces(2);
            f.workspace
                    .traces()
                    .add(
                            List.of(
                                    new LabelledTrace(
                                            org.stepwright.trace.Trace.of(
                                                    "other",
                                                    LabelFixture.trace(0).problem(),
                                                    List.of("It is 8.")),
                                            List.of())));
            f.workspace
                    .labels()
                    .put(
                            StepLabel.verdict(
                                    "t0",
                                    1,
                                    Verdict.CORRECT,
                                    LabelFixture.ME,
                                    Instant.EPOCH,
                                    LabelSource.HUMAN))
                    .join();
            f.start();
            String before = state(f);
            int depth = f.workspace.labels().undoDepth(LabelFixture.ME);
            f.model.chooseMode(mode);
            settle(f);
            for (Command command : commands) {
                run(f, command);
                settle(f);
            }
            while (f.workspace.labels().undoDepth(LabelFixture.ME) > depth) {
                f.model.undo();
                settle(f);
            }
            assertThat(state(f)).isEqualTo(before);
        } finally {
            delete(folder);
        }
    }

    private static void settle(LabelFixture f) {
        f.saved();
        f.ui.drain();
    }

    private static void run(LabelFixture f, Command command) {
        LabelActions actions = f.model.actions();
        // What was there before is not taken back by the undos that are counted.
        boolean more = f.workspace.labels().undoDepth(LabelFixture.ME) > 1;
        switch (command.doing()) {
            case WRONG -> actions.verdict(Verdict.WRONG);
            case NEUTRAL -> actions.verdict(Verdict.NEUTRAL);
            case CORRECT -> actions.verdict(Verdict.CORRECT);
            case FIRST_ERROR -> actions.firstError();
            case CLEAR -> actions.clearVerdict();
            case SPARK -> actions.toggleSpark();
            case UNSURE -> actions.toggleUnsure();
            case ACCEPT -> actions.accept();
            case COMMENT -> actions.commentNext("Seen " + command.choice() + ".");
            case DOWN -> f.model.move(1);
            case UP -> f.model.move(-1);
            case ALTERNATIVE -> f.model.nextAlternative();
            case SUBMIT -> f.model.submit();
            case GIVE_UP -> f.model.giveUp("too long");
            case LEFT -> f.model.compare().prefer(Preference.Choice.FIRST);
            case RIGHT -> f.model.compare().prefer(Preference.Choice.SECOND);
            case UNDO -> {
                if (more) {
                    f.model.undo();
                }
            }
            case REDO -> f.model.redo();
            case MODE -> f.model.chooseMode(LabelMode.values()[command.choice()]);
        }
    }

    /** All that people said, as text, without when they said it. */
    private static String state(LabelFixture f) {
        TreeMap<String, String> all = new TreeMap<>();
        for (String id : List.of("b", "t0", "t1", "other")) {
            List<String> labels = new ArrayList<>();
            for (LabelPass pass : LabelPass.values()) {
                f.workspace.labels().of(id, LabelFixture.ME, pass).stream()
                        .map(
                                l ->
                                        l.step()
                                                + "/"
                                                + l.candidate()
                                                + l.verdict()
                                                + l.spark()
                                                + l.unsure()
                                                + l.comment())
                        .forEach(labels::add);
                labels.add(f.workspace.labels().state(id, LabelFixture.ME, pass).name());
            }
            all.put(id, labels.toString());
        }
        all.put("preferences", f.workspace.labels().preferences().toString());
        return all.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
