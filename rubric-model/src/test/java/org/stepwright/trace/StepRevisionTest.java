package org.stepwright.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stepwright.work.WorkFailed;

class StepRevisionTest {
    private static final Trace TWO =
            new Trace(
                    "t",
                    "How many?",
                    List.of(
                            new Step("Six by two. So twelve.", StepKind.TEXT, "hi", List.of("a")),
                            new Step("Done.", StepKind.TEXT, "ok", List.of("b", "c"))),
                    Outcome.WRONG,
                    "12",
                    Map.of("source", "s"));

    @Test
    void aSplitTrimsItsPartsAndKeepsEverythingElse() {
        Trace revised = StepRevision.split(TWO, 0, 11).revised();
        assertThat(revised.stepTexts()).containsExactly("Six by two.", "So twelve.", "Done.");
        assertThat(revised.problem()).isEqualTo("How many?");
        assertThat(revised.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(revised.reference()).isEqualTo("12");
        assertThat(revised.metadata())
                .containsEntry("source", "s")
                .containsEntry("revision_of", "t");
        assertThat(revised.id()).matches("t~[0-9a-f]{8}");
        assertThat(revised.steps().get(0).context()).isEqualTo("hi");
        assertThat(revised.steps().get(0).alternatives()).containsExactly("a");
        assertThat(revised.steps().get(1).context()).isEmpty();
        assertThat(revised.steps().get(1).alternatives()).isEmpty();
        assertThat(revised.steps().get(2)).isEqualTo(TWO.steps().get(1));
    }

    @Test
    void aMergeJoinsContextsAndLeadsTheSecondsAlternativesIn() {
        Step merged = StepRevision.merge(TWO, 0).revised().steps().get(0);
        assertThat(merged.text()).isEqualTo("Six by two. So twelve.\n\nDone.");
        assertThat(merged.context()).isEqualTo("hi\n\nok");
        assertThat(merged.alternatives())
                .containsExactly("a", "Six by two. So twelve.\n\nb", "Six by two. So twelve.\n\nc");
    }

    @Test
    void mergingWhatWasSplitGivesTheFirstTextBack() {
        Trace split = StepRevision.split(TWO, 0, 8).revised(); // after "tw": no gap at all
        assertThat(split.stepTexts()).startsWith("Six by t", "wo. So twelve.");
        Trace merged = StepRevision.merge(split, 0).revised();
        assertThat(merged.steps()).isEqualTo(TWO.steps());
        assertThat(merged.id()).matches("t~[0-9a-f]{8}").isNotEqualTo(split.id());
        assertThat(merged.metadata()).containsEntry("revision_of", split.id());
    }

    @Test
    void theSameRevisionHasTheSameIdAndALaterOneAnother() {
        Trace once = StepRevision.split(TWO, 0, 11).revised();
        Trace again = StepRevision.split(TWO, 0, 12).revised(); // the other side of the space
        assertThat(again.id()).isEqualTo(once.id());
        Trace detour = StepRevision.split(StepRevision.merge(once, 0).revised(), 0, 11).revised();
        assertThat(detour.steps()).isEqualTo(once.steps());
        assertThat(detour.id()).matches("t~[0-9a-f]{8}").isNotEqualTo(once.id());
    }

    @Test
    void whatCannotBeCutIsSaidInASentence() {
        assertThatThrownBy(() -> StepRevision.merge(TWO, 1))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("last step");
        assertThatThrownBy(() -> StepRevision.split(TWO, 1, 5))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> StepRevision.split(TWO, 1, 500)).isInstanceOf(WorkFailed.class);
        assertThatThrownBy(() -> StepRevision.of(TWO, StepRevision.starts(TWO)))
                .isInstanceOf(WorkFailed.class);
        Trace calls =
                with(
                        new Step("f({})", StepKind.TOOL_CALL, "", List.of()),
                        new Step("g({})", StepKind.TOOL_CALL, "", List.of()),
                        new Step("Hm. 𝟛", StepKind.THOUGHT, "", List.of()),
                        Step.of("So."));
        assertThatThrownBy(() -> StepRevision.split(calls, 0, 2))
                .hasMessageContaining("call of a tool");
        assertThatThrownBy(() -> StepRevision.merge(calls, 0))
                .hasMessageContaining("call of a tool");
        assertThatThrownBy(() -> StepRevision.merge(calls, 1))
                .hasMessageContaining("call of a tool");
        assertThatThrownBy(() -> StepRevision.merge(calls, 2)).hasMessageContaining("kinds");
        assertThatThrownBy(() -> StepRevision.split(calls, 2, 5))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("character");
    }

    @Test
    void gapsThatSomebodyElseWroteDoNoHarm() {
        for (String gaps : List.of("x", "1=zz", "1=41", "=;;=", "1=" + "20,".repeat(9000))) {
            Trace odd =
                    new Trace(
                            "t",
                            "p",
                            List.of(Step.of("a"), Step.of("b")),
                            Outcome.UNKNOWN,
                            null,
                            Map.of("revision_gaps", gaps));
            assertThat(StepRevision.merge(odd, 0).revised().stepTexts()).containsExactly("a\n\nb");
        }
    }

    @Property(tries = 500)
    void noWordIsLostWhereverItIsCut(
            @ForAll("texts") List<String> texts, @ForAll List<Integer> seeds) {
        Trace trace = Trace.of("t", "p", texts);
        TreeSet<StepPlace> starts = starts(trace, seeds);
        if (starts.equals(new TreeSet<>(StepRevision.starts(trace)))) {
            return;
        }
        Trace revised;
        try {
            revised = StepRevision.of(trace, starts).revised();
        } catch (WorkFailed empty) {
            return;
        }
        assertThat(revised.steps()).hasSameSizeAs(starts);
        assertThat(letters(revised)).isEqualTo(letters(trace));
        assertThat(restored(revised, trace).stepTexts().get(0))
                .isEqualTo(String.join("\n\n", texts));
    }

    /** Everything merged into one step. */
    private static Trace restored(Trace revised, Trace first) {
        Trace merged = revised;
        while (merged.steps().size() > 1) {
            merged = StepRevision.merge(merged, merged.steps().size() - 2).revised();
        }
        assertThat(merged.metadata().get("revision_of")).isNotEqualTo(merged.id());
        assertThat(merged.id()).startsWith(first.id() + "~");
        return merged;
    }

    private static TreeSet<StepPlace> starts(Trace trace, List<Integer> seeds) {
        TreeSet<StepPlace> starts = new TreeSet<>(StepRevision.starts(trace));
        for (int seed : seeds) {
            int step = Math.floorMod(seed, trace.steps().size());
            int length = trace.steps().get(step).text().length();
            StepPlace place = new StepPlace(step, Math.floorMod(seed / 7, length));
            if (!place.equals(StepPlace.startOf(0)) && !starts.remove(place)) {
                starts.add(place);
            }
        }
        return starts;
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("one", "two. ", "\n", "\n\n", " ", "ü", "x = 3", ".")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> ("a" + String.join("", parts)).strip())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Trace with(Step... steps) {
        return new Trace(
                "t", "p", new ArrayList<>(List.of(steps)), Outcome.UNKNOWN, null, Map.of());
    }

    private static String letters(Trace trace) {
        return String.join("", trace.stepTexts()).replaceAll("\\s", "");
    }
}
