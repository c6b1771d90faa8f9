package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.RevisedLabels;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;

/** Labels and cuts in any order: undo gives the start again, redo the end, and nothing is lost. */
class RevisionPropertiesTest {
    private static final String ME = "anna";
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    /** What everybody sees of the answer: which cut stands for it and all labels of that. */
    private record Seen(String trace, List<StepLabel> labels, TraceState mine, TraceState other) {
        static Seen of(Workspace w) {
            String id = w.labels().newest("a");
            return new Seen(
                    id, w.labels().all(id), w.labels().state(id, ME), w.labels().state(id, "bert"));
        }
    }

    private Path dir;
    private int files;

    @BeforeProperty
    void makeFolder() throws IOException {
        dir = Files.createTempDirectory("stepwright");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void allUndosGiveTheStartAndAllRedosTheEnd(@ForAll long seed) {
        Random random = new Random(seed);
        Path file = dir.resolve(files++ + ".stepwright");
        try (Workspace w = Workspace.create(file)) {
            start(w, random);
            Seen first = Seen.of(w);
            for (int i = 0; i < 12; i++) {
                act(w, random);
            }
            Seen last = Seen.of(w);
            int depth = w.labels().undoDepth(ME);
            for (int i = 0; i < depth; i++) {
                w.labels().undo(ME).join();
            }
            assertThat(Seen.of(w)).isEqualTo(first);
            for (int i = 0; i < depth; i++) {
                w.labels().redo(ME).join();
            }
            assertThat(Seen.of(w)).isEqualTo(last);
            assertThat(w.traces().count(TraceFilter.ALL, ME)).isEqualTo(1);
            assertThat(w.check().problems()).isEmpty();
        }
    }

    /** Comments of others are marks to look for: whatever is cut, they are all there. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whatOthersSaidIsThereInEveryCut(@ForAll long seed) {
        Random random = new Random(seed);
        Path file = dir.resolve(files++ + ".stepwright");
        try (Workspace w = Workspace.create(file)) {
            start(w, random);
            for (int i = 0; i < 8; i++) {
                act(w, random);
                String id = w.labels().newest("a");
                List<StepLabel> bert = w.labels().of(id, "bert");
                assertThat(bert.stream().flatMap(l -> Stream.of(l.comment().split(" "))))
                        .filteredOn(c -> !c.isEmpty())
                        .containsExactlyInAnyOrder("c0", "c1", "c2");
                String text =
                        String.join("", w.traces().find(id).orElseThrow().stepTexts())
                                .replaceAll("\\s", "");
                assertThat(text).isEqualTo("firstonesecondtwothirdthree");
            }
        }
    }

    private static void start(Workspace w, Random random) {
        List<Step> steps =
                Stream.of("first one", "second two", "third three")
                        .map(t -> new Step(t, StepKind.TEXT, "", List.of("instead of " + t)))
                        .toList();
        Trace trace = new Trace("a", "p", steps, Outcome.WRONG, null, Map.of());
        w.traces().add(List.of(new LabelledTrace(trace, List.of())));
        for (int i = 0; i < 3; i++) {
            Verdict verdict = Verdict.values()[random.nextInt(3)];
            w.labels().put(label("a", i, 0, verdict, "c" + i, "bert", LabelSource.HUMAN)).join();
        }
        w.labels()
                .put(label("a", 1, 1, Verdict.NEUTRAL, "", "carl", LabelSource.ADJUDICATED))
                .join();
        w.labels().finish("a", "bert", TraceState.SUBMITTED, "").join();
    }

    private static void act(Workspace w, Random random) {
        Trace trace = w.traces().find(w.labels().newest("a")).orElseThrow();
        int step = random.nextInt(trace.steps().size());
        switch (random.nextInt(6)) {
            case 0 -> {
                Verdict verdict = Verdict.values()[random.nextInt(3)];
                w.labels()
                        .put(label(trace.id(), step, 0, verdict, "", ME, LabelSource.HUMAN))
                        .join();
            }
            case 1 -> w.labels().undo(ME).join();
            case 2 -> w.labels().redo(ME).join();
            case 3 -> w.labels().finish(trace.id(), ME, TraceState.SUBMITTED, "").join();
            case 4 -> {
                String text = trace.steps().get(step).text();
                if (text.length() > 1) {
                    revise(w, StepRevision.split(trace, step, 1));
                }
            }
            default -> {
                if (step + 1 < trace.steps().size()) {
                    revise(w, StepRevision.merge(trace, step));
                }
            }
        }
    }

    private static void revise(Workspace w, StepRevision revision) {
        String id = revision.before().id();
        List<StepLabel> followed = RevisedLabels.follow(revision, w.labels().all(id));
        w.labels().revise(id, revision.revised(), followed, ME, Act.NONE).join();
    }

    private static StepLabel label(
            String trace,
            int step,
            int candidate,
            Verdict verdict,
            String comment,
            String who,
            LabelSource source) {
        return new StepLabel(
                trace, step, candidate, verdict, List.of(), List.of(), false, false, comment, who,
                AT, "", source);
    }
}
