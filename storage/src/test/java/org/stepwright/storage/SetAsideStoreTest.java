package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class SetAsideStoreTest {
    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("a.stepwright"));
        workspace.traces().add(List.of(row("one"), row("two"), row("three")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static LabelledTrace row(String id) {
        return new LabelledTrace(
                new Trace(
                        id,
                        "What is " + id + "?",
                        List.of(Step.of("first"), Step.of("second")),
                        Outcome.UNKNOWN,
                        null,
                        java.util.Map.of()),
                List.of());
    }

    private List<String> ids(String filter) {
        List<String> ids = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.parse(filter), r -> ids.add(r.trace().id()));
        assertThat(workspace.traces().count(TraceFilter.parse(filter), "")).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void whatIsSetAsideIsLeftOutUntilItIsTakenBack() {
        String uid = workspace.aside().setAside(List.of("two"), "a copy of one", "ana");
        assertThat(ids("")).containsExactly("one", "three");
        assertThat(ids("aside:no")).containsExactly("one", "three");
        assertThat(ids("aside:yes")).containsExactly("two");
        assertThat(ids("aside:any")).containsExactly("one", "two", "three");
        assertThat(workspace.traces().labelled("two")).isPresent();
        assertThat(workspace.aside().isAside("two")).isTrue();
        assertThat(workspace.aside().page(0, 10))
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.traceId()).isEqualTo("two");
                            assertThat(s.reason()).isEqualTo("a copy of one");
                            assertThat(s.annotator()).isEqualTo("ana");
                            assertThat(s.uid()).isEqualTo(uid);
                        });
        assertThat(workspace.aside().setAside(List.of("two"), "again", "bo")).isEmpty();
        workspace.aside().takeBack(List.of("two"), "bo");
        assertThat(ids("")).containsExactly("one", "two", "three");
        assertThat(workspace.aside().count()).isZero();
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void anUndoTurnsRoundWhatNobodyChangedSinceAndCanBeUndone() {
        String uid = workspace.aside().setAside(List.of("one", "two"), "junk", "ana");
        workspace.aside().takeBack(List.of("one"), "bo");
        workspace.aside().setAside(List.of("one"), "junk indeed", "bo");
        String undone = workspace.aside().undo(uid, "ana");
        assertThat(ids("aside:yes")).containsExactly("one");
        workspace.aside().undo(undone, "ana");
        assertThat(ids("aside:yes")).containsExactly("one", "two");
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void undoingATakingBackKnowsTheReasonOfEach() {
        workspace.aside().setAside(List.of("one"), "junk", "ana");
        workspace.aside().setAside(List.of("two"), "a copy", "ana");
        String back = workspace.aside().takeBack(List.of("one", "two"), "ana");
        workspace.aside().undo(back, "ana");
        assertThat(workspace.aside().page(0, 10))
                .extracting(s -> s.traceId() + ": " + s.reason())
                .containsExactlyInAnyOrder("one: junk", "two: a copy");
    }

    @Test
    void aTraceThatIsNotThereChangesNothing() {
        assertThatThrownBy(() -> workspace.aside().setAside(List.of("one", "none"), "junk", "ana"))
                .isInstanceOf(WorkFailed.class);
        assertThat(workspace.aside().count()).isZero();
    }

    @Test
    void whatWasSetAsideNeverChanges() {
        workspace.aside().setAside(List.of("one"), "junk", "ana");
        assertThatThrownBy(
                        () ->
                                workspace
                                        .database()
                                        .write(
                                                Durability.SOON,
                                                db -> {
                                                    db.execute("DELETE FROM set_aside");
                                                    return null;
                                                }))
                .isInstanceOf(WorkFailed.class);
    }

    @Test
    void aCheckFindsAProjectionThatIsWrong() {
        workspace.aside().setAside(List.of("one"), "junk", "ana");
        workspace
                .database()
                .write(
                        Durability.SOON,
                        db -> {
                            db.execute("DELETE FROM aside");
                            return null;
                        });
        assertThat(workspace.check().problems()).anyMatch(p -> p.contains("set aside"));
    }

    @Test
    void aMergeTakesTheLatestOfBoth() {
        Path other = folder.resolve("b.stepwright");
        workspace.backup(other);
        workspace.aside().setAside(List.of("one", "two"), "junk", "ana");
        try (Workspace there = Workspace.open(other)) {
            there.aside().setAside(List.of("two", "three"), "a copy", "bo");
            there.aside().takeBack(List.of("two"), "bo");
        }
        workspace.merge(other, Progress.NONE);
        assertThat(ids("aside:yes")).containsExactly("one", "three");
        workspace.merge(other, Progress.NONE);
        assertThat(ids("aside:yes")).containsExactly("one", "three");
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void whatMachinesSayComesInWithTheRowOncePerSource() {
        LabelledTrace plain = row("four");
        Suggestion said = new Suggestion("four", 1, "rollout:x", 0.25, "3 of 12", Instant.EPOCH);
        LabelledTrace row = new LabelledTrace(plain.trace(), List.of(), List.of(said));
        workspace.traces().add(List.of(row, row));
        workspace.traces().add(List.of(row));
        assertThat(workspace.suggestions().of("four")).containsExactly(said);
        List<Suggestion> streamed = new ArrayList<>();
        workspace
                .traces()
                .forEachWithSuggestions(TraceFilter.ALL, r -> streamed.addAll(r.suggestions()));
        assertThat(streamed).containsExactly(said);
        assertThat(workspace.labels().of("four")).isEmpty();
    }

    @Test
    void theFileOfEveryTraceIsKnown() {
        long run = workspace.imports().begin("x.jsonl", "generic");
        workspace.traces().add(List.of(row("one"), row("four")), run);
        workspace.traces().add(List.of(row("five")), run);
        long second = workspace.imports().begin("y.jsonl", "generic");
        workspace.traces().add(List.of(row("six")), second);
        List<String> files = new ArrayList<>();
        workspace.traces().forEachRow(TraceFilter.ALL, (r, file) -> files.add(file));
        assertThat(files).containsExactly("", "", "", "x.jsonl", "x.jsonl", "y.jsonl");
        assertThat(workspace.imports().fileOf("five")).isEqualTo("x.jsonl");
        assertThat(workspace.imports().fileOf("one")).isEmpty();
        Instant now = Instant.now();
        workspace
                .imports()
                .end(
                        second,
                        new ImportRun(second, "", "", now, now, 1, 0, 0, 1),
                        List.of(new RejectedRow(7, "it is bad")));
        assertThat(workspace.imports().rejects(second))
                .containsExactly(new RejectedRow(7, "it is bad"));
        assertThat(workspace.imports().runs().get(0).rejected()).isEqualTo(1);
        assertThat(workspace.imports().runs().get(1).endedAt()).isNull();
    }
}
