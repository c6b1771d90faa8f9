package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.Verdict;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

class QueueTest {
    private static final int TRACES = 12;

    private Path dir;
    private Workspace workspace;

    @BeforeEach
    @BeforeProperty
    void open() throws IOException {
        dir = Files.createTempDirectory("queue");
        workspace = Workspace.create(dir.resolve("w"));
        workspace.traces().add(traces(0, TRACES));
    }

    @AfterEach
    @AfterProperty
    void close() throws IOException {
        workspace.close();
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(dir);
    }

    private static List<LabelledTrace> traces(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Samples.unlabelled("t" + i, "s")).toList();
    }

    private void rank(QueueOrder order, String... ids) {
        workspace
                .ranks()
                .replace(
                        order,
                        "test",
                        Stream.of(ids).map(id -> new Ranked(id, false)).toList(),
                        Progress.NONE);
    }

    private List<String> page(TraceFilter filter, QueueOrder order, String who) {
        List<String> ids =
                workspace.traces().page(filter, order, who, 0, 100).stream()
                        .map(TraceSummary::id)
                        .toList();
        assertThat(workspace.traces().count(filter, order, who)).isEqualTo(ids.size());
        return ids;
    }

    private void finish(String id, String who, TraceState state) {
        workspace.labels().finish(id, who, state, "").join();
    }

    private Optional<String> next(QueueOrder order, String who, String after) {
        return workspace.traces().next(TraceFilter.ALL, order, who, after).map(TraceSummary::id);
    }

    private void overlap(int overlap) {
        workspace.project().save(ProjectSettings.DEFAULTS.withOverlap(overlap));
    }

    @Test
    void rankedTracesComeFirstAndLaterImportsLast() {
        assertThat(page(TraceFilter.ALL, QueueOrder.UNCERTAIN, "anna"))
                .as("never ranked")
                .startsWith("t0", "t1")
                .hasSize(TRACES);
        rank(QueueOrder.UNCERTAIN, "t7", "nowhere", "t3", "t7", "t0");
        workspace.traces().add(traces(TRACES, TRACES + 1));

        assertThat(page(TraceFilter.ALL, QueueOrder.UNCERTAIN, "anna"))
                .startsWith("t7", "t3", "t0", "t1", "t2", "t4")
                .endsWith("t12")
                .hasSize(TRACES + 1);
        assertThat(page(TraceFilter.ALL, QueueOrder.RANDOM, "anna")).startsWith("t0", "t1");
        assertThat(workspace.ranks().of(QueueOrder.UNCERTAIN))
                .extracting(Ranked::traceId)
                .containsExactly("t7", "t3", "t0");
        Ranking about = workspace.ranks().about(QueueOrder.UNCERTAIN).orElseThrow();
        assertThat(about.traces()).isEqualTo(3);
        assertThat(about.basis()).isEqualTo("test");
        assertThat(workspace.ranks().about(QueueOrder.RANDOM)).isEmpty();
    }

    @Property(tries = 40)
    void pagesOfAnyOrderArePermutationsCutAnywhere(
            @ForAll long seed,
            @ForAll @IntRange(max = TRACES) int ranked,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        List<String> shuffled = shuffled(seed);
        rank(QueueOrder.LEARNING, shuffled.subList(0, ranked).toArray(String[]::new));
        List<String> all = page(TraceFilter.ALL, QueueOrder.LEARNING, "anna");
        assertThat(all.subList(0, ranked)).isEqualTo(shuffled.subList(0, ranked));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        page(TraceFilter.ALL, QueueOrder.IMPORTED, "anna"));
        List<String> pieces = new ArrayList<>();
        for (int offset = 0; offset < TRACES + limit; offset += limit) {
            workspace
                    .traces()
                    .page(TraceFilter.ALL, QueueOrder.LEARNING, "anna", offset, limit)
                    .forEach(s -> pieces.add(s.id()));
        }
        assertThat(pieces).isEqualTo(all);
    }

    @Property(tries = 40)
    void nextWalksThroughExactlyTheOpenOnesInOrder(
            @ForAll long seed,
            @ForAll @IntRange(max = TRACES) int ranked,
            @ForAll Set<@IntRange(max = TRACES - 1) Integer> done,
            @ForAll @IntRange(max = TRACES - 1) int start) {
        rank(QueueOrder.RANDOM, shuffled(seed).subList(0, ranked).toArray(String[]::new));
        for (int i = 0; i < TRACES; i++) {
            finish("t" + i, "anna", done.contains(i) ? TraceState.GAVE_UP : TraceState.OPEN);
        }
        List<String> open =
                page(TraceFilter.ALL.withState(TraceState.OPEN), QueueOrder.RANDOM, "anna");
        List<String> walked = new ArrayList<>();
        Optional<String> at = next(QueueOrder.RANDOM, "anna", "");
        while (at.isPresent() && !walked.contains(at.get())) {
            walked.add(at.get());
            at = next(QueueOrder.RANDOM, "anna", at.get());
        }
        assertThat(walked).isEqualTo(open);

        // From anywhere, finished or not: the rest of the order, then its beginning.
        List<String> all = page(TraceFilter.ALL, QueueOrder.RANDOM, "anna");
        int from = all.indexOf("t" + start);
        List<String> turned = new ArrayList<>(all.subList(from + 1, all.size()));
        turned.addAll(all.subList(0, from));
        turned.retainAll(open);
        assertThat(next(QueueOrder.RANDOM, "anna", "t" + start))
                .isEqualTo(turned.stream().findFirst());
    }

    private static List<String> shuffled(long seed) {
        List<String> ids =
                new ArrayList<>(IntStream.range(0, TRACES).mapToObj(i -> "t" + i).toList());
        Collections.shuffle(ids, new Random(seed));
        return ids;
    }

    @Test
    void whatEnoughOthersFinishedIsLeftOutUnlessItWasBegun() {
        TraceFilter open = TraceFilter.ALL.withState(TraceState.OPEN);
        finish("t0", "bert", TraceState.SUBMITTED);
        finish("t1", "bert", TraceState.GAVE_UP);
        finish("t2", "bert", TraceState.BAD_PROBLEM);
        finish("t3", "bert", TraceState.SUBMITTED);
        workspace.labels().put(Samples.label("t3", 0, Verdict.WRONG, "anna")).join();

        assertThat(page(open, QueueOrder.IMPORTED, "anna")).startsWith("t1", "t3", "t4");
        assertThat(next(QueueOrder.IMPORTED, "anna", "")).contains("t1");
        assertThat(page(TraceFilter.ALL, QueueOrder.IMPORTED, "anna")).hasSize(TRACES);
        assertThat(page(open.withAnnotator("carl"), QueueOrder.IMPORTED, "anna"))
                .as("somebody else's open traces")
                .hasSize(TRACES);
        TraceSummary first =
                workspace.traces().page(TraceFilter.ALL, QueueOrder.RANDOM, "anna", 0, 1).get(0);
        assertThat(first.others()).isEqualTo(1);

        overlap(2);
        assertThat(page(open, QueueOrder.IMPORTED, "anna")).hasSize(TRACES);
        finish("t0", "carl", TraceState.SUBMITTED);
        assertThat(page(open, QueueOrder.IMPORTED, "anna")).startsWith("t1").hasSize(TRACES - 1);
        assertThat(workspace.labels().undo("carl").join()).isPresent();
        assertThat(page(open, QueueOrder.IMPORTED, "anna")).hasSize(TRACES);
    }

    @Test
    void aTraceThatWasTakenUpAgainStaysOnesOwn() {
        finish("t0", "anna", TraceState.SUBMITTED);
        finish("t0", "anna", TraceState.OPEN);
        finish("t0", "bert", TraceState.SUBMITTED);
        assertThat(next(QueueOrder.IMPORTED, "anna", "")).contains("t0");
        assertThat(next(QueueOrder.IMPORTED, "carl", "")).contains("t1");
    }

    @Test
    void whenAllIsDoneThereIsNoNext() {
        overlap(100);
        IntStream.range(0, TRACES).forEach(i -> finish("t" + i, "anna", TraceState.SUBMITTED));
        assertThat(next(QueueOrder.UNCERTAIN, "anna", "")).isEmpty();
        assertThat(next(QueueOrder.UNCERTAIN, "anna", "t4")).isEmpty();
        finish("t4", "anna", TraceState.OPEN);
        assertThat(next(QueueOrder.UNCERTAIN, "anna", "t4")).as("only itself").isEmpty();
        assertThat(next(QueueOrder.UNCERTAIN, "anna", "t5")).contains("t4");
        assertThat(next(QueueOrder.UNCERTAIN, "", "")).contains("t4");
    }

    @Test
    void anOrderIsReplacedAsAWhole() {
        rank(QueueOrder.RANDOM, "t5", "t6");
        rank(QueueOrder.RANDOM, "t6", "t8", "t5");
        assertThat(page(TraceFilter.ALL, QueueOrder.RANDOM, "")).startsWith("t6", "t8", "t5", "t0");
        rank(QueueOrder.RANDOM);
        assertThat(page(TraceFilter.ALL, QueueOrder.RANDOM, "")).startsWith("t0", "t1");
        long rows =
                workspace
                        .database()
                        .read(
                                db ->
                                        db.handle()
                                                .createQuery("SELECT count(*) FROM queue_rank")
                                                .mapTo(Long.class)
                                                .one());
        assertThat(rows).as("old ones are gone").isEqualTo(TRACES + 1);
        assertThatThrownBy(() -> rank(QueueOrder.IMPORTED, "t1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoppedReplacementLeavesTheOldOrder() {
        rank(QueueOrder.RANDOM, "t5", "t6");
        Progress stop =
                new Progress() {
                    private final AtomicInteger reports = new AtomicInteger();

                    @Override
                    public void report(long done, long total, String message) {
                        reports.incrementAndGet();
                    }

                    @Override
                    public boolean isCancelled() {
                        return reports.get() > 0;
                    }
                };
        assertThatThrownBy(
                        () ->
                                workspace
                                        .ranks()
                                        .replace(
                                                QueueOrder.RANDOM,
                                                "",
                                                List.of(new Ranked("t9", false)),
                                                stop))
                .isInstanceOf(Cancelled.class);
        assertThat(page(TraceFilter.ALL, QueueOrder.RANDOM, "")).startsWith("t5", "t6", "t0");
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void readersNeverSeeHalfAnOrder() throws Exception {
        List<Ranked> one = traces(0, 3000).stream().map(t -> ranked(t)).toList();
        workspace.traces().add(traces(TRACES, 3000));
        List<Ranked> other = new ArrayList<>(one);
        Collections.reverse(other);
        workspace.ranks().replace(QueueOrder.RANDOM, "", one, Progress.NONE);
        Set<List<String>> seen = new HashSet<>();
        Thread writer =
                new Thread(
                        () -> {
                            for (int i = 0; i < 6; i++) {
                                List<Ranked> next = i % 2 == 0 ? other : one;
                                workspace
                                        .ranks()
                                        .replace(QueueOrder.RANDOM, "", next, Progress.NONE);
                            }
                        });
        writer.start();
        do {
            seen.add(page(QueueOrder.RANDOM, 1498, 4));
        } while (writer.isAlive());
        writer.join();
        assertThat(seen)
                .isSubsetOf(
                        List.of("t1498", "t1499", "t1500", "t1501"),
                        List.of("t1501", "t1500", "t1499", "t1498"));
    }

    private static Ranked ranked(LabelledTrace row) {
        return new Ranked(row.trace().id(), true);
    }

    private List<String> page(QueueOrder order, int offset, int limit) {
        return workspace.traces().page(TraceFilter.ALL, order, "", offset, limit).stream()
                .map(TraceSummary::id)
                .toList();
    }

    @Test
    void replacedTracesAreNowhere() {
        rank(QueueOrder.RANDOM, "t1", "t0");
        workspace
                .labels()
                .revise("t1", Samples.trace("t1~00000000", "s", "x"), List.of(), "anna", Act.NONE)
                .join();
        for (QueueOrder order : List.of(QueueOrder.RANDOM, QueueOrder.IMPORTED)) {
            assertThat(page(TraceFilter.ALL, order, "anna"))
                    .hasSize(TRACES)
                    .contains("t1~00000000")
                    .doesNotContain("t1");
        }
        assertThat(next(QueueOrder.RANDOM, "anna", "")).contains("t0");
        workspace.labels().undo("anna").join();
        assertThat(page(TraceFilter.ALL, QueueOrder.RANDOM, "anna"))
                .startsWith("t1", "t0")
                .hasSize(TRACES);
    }
}
