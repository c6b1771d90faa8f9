package org.stepwright.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.StepPlace;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;

class RevisedLabelsTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void ofAWrongStepOnlyTheLastPartIsSurelyWrong() {
        Trace trace = trace(3);
        StepRevision split = StepRevision.split(trace, 1, 5);
        StepLabel wrong =
                label(1, Verdict.WRONG, "slip", List.of("sign"), true, false, "better", 2);
        List<StepLabel> parts = RevisedLabels.follow(split, List.of(wrong));
        assertThat(parts).hasSize(2);
        StepLabel first = parts.get(0);
        assertThat(first.step()).isEqualTo(1);
        assertThat(first.verdict()).isNull();
        assertThat(first.unsure()).isTrue();
        assertThat(first.correction()).isEqualTo("better");
        assertThat(first.comment()).isEmpty();
        StepLabel last = parts.get(1);
        assertThat(last.step()).isEqualTo(2);
        assertThat(last.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(last.unsure()).isFalse();
        assertThat(last.comment()).isEqualTo("slip");
        assertThat(last.errorKinds()).containsExactly("sign");
        assertThat(last.ratings()).containsExactly(new Rating("clear", 2));
    }

    @Test
    void aRightStepHasRightParts() {
        StepRevision split = StepRevision.split(trace(2), 0, 5);
        StepLabel good = label(0, Verdict.CORRECT, "neat", List.of(), true, false, "", 3);
        StepLabel next = label(1, Verdict.NEUTRAL, "", List.of(), false, true, "", 1);
        List<StepLabel> parts = RevisedLabels.follow(split, List.of(good, next));
        assertThat(parts)
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.CORRECT, Verdict.CORRECT, Verdict.NEUTRAL);
        assertThat(parts).extracting(StepLabel::step).containsExactly(0, 1, 2);
        assertThat(parts).extracting(StepLabel::spark).containsExactly(true, false, false);
        assertThat(parts).extracting(StepLabel::comment).containsExactly("neat", "", "");
        assertThat(parts).allMatch(l -> l.traceId().equals(split.revised().id()));
    }

    @Test
    void aMergeTakesTheWorseVerdictAndKeepsWhatWasSaid() {
        StepRevision merge = StepRevision.merge(trace(2), 0);
        StepLabel a = label(0, Verdict.CORRECT, "first", List.of("x"), true, true, "", 3);
        StepLabel b = label(1, Verdict.WRONG, "second", List.of("x", "y"), false, false, "b", 1);
        StepLabel both = RevisedLabels.follow(merge, List.of(b, a)).get(0);
        assertThat(both.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(both.unsure()).isFalse();
        assertThat(both.spark()).isTrue();
        assertThat(both.errorKinds()).containsExactly("x", "y");
        assertThat(both.ratings()).containsExactly(new Rating("clear", 1));
        assertThat(both.comment()).isEqualTo("first second (clear: 3.0)");
        assertThat(both.correction()).isEqualTo(trace(2).stepTexts().get(0) + "\n\nb");
    }

    @Test
    void aPartWithoutAVerdictMakesARightWholeUnsure() {
        StepRevision merge = StepRevision.merge(trace(2), 0);
        StepLabel good = label(1, Verdict.CORRECT, "", List.of(), false, false, "", 0);
        StepLabel whole = RevisedLabels.follow(merge, List.of(good)).get(0);
        assertThat(whole.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(whole.unsure()).isTrue();
        StepLabel bad = label(1, Verdict.WRONG, "", List.of(), false, false, "", 0);
        assertThat(RevisedLabels.follow(merge, List.of(bad)).get(0).unsure()).isFalse();
    }

    @Test
    void anAlternativeBehindAWrongStepIsWrong() {
        StepRevision merge = StepRevision.merge(trace(2), 0);
        StepLabel wrong = label(0, Verdict.WRONG, "", List.of(), false, false, "", 0);
        StepLabel other =
                candidate(label(1, Verdict.CORRECT, "fine", List.of(), false, false, "", 0));
        List<StepLabel> followed = RevisedLabels.follow(merge, List.of(wrong, other));
        StepLabel moved = followed.get(1);
        assertThat(moved.candidate()).isEqualTo(2); // behind the first step's own alternative
        assertThat(merge.revised().steps().get(0).alternatives().get(1)).endsWith("alt 1");
        assertThat(moved.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(moved.comment()).isEqualTo("fine");
    }

    @Test
    void aLabelOfAnotherTraceIsRefused() {
        StepRevision split = StepRevision.split(trace(2), 0, 5);
        StepLabel far = label(2, Verdict.WRONG, "", List.of(), false, false, "", 0);
        assertThatThrownBy(() -> RevisedLabels.follow(split, List.of(far)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void whateverIsCutNothingThatWasSaidIsLost(
            @ForAll("labels") List<StepLabel> labels, @ForAll long seed) {
        StepRevision revision = randomRevision(trace(4), seed);
        List<StepLabel> followed = RevisedLabels.follow(revision, labels);
        assertThat(followed.stream().map(RevisedLabelsTest::key).distinct())
                .hasSameSizeAs(followed);
        for (StepLabel label : labels) {
            Set<Integer> to = stepsOf(revision, label);
            List<StepLabel> there =
                    followed.stream()
                            .filter(l -> sameHand(l, label) && to.contains(l.step()))
                            .toList();
            assertThat(holding(there, l -> l.comment().contains(label.comment())))
                    .isEqualTo(label.comment().isEmpty() ? there.size() : 1);
            assertThat(holding(there, l -> l.correction().contains(label.correction())))
                    .isEqualTo(label.correction().isEmpty() ? there.size() : 1);
            for (String kind : label.errorKinds()) {
                assertThat(holding(there, l -> l.errorKinds().contains(kind))).isEqualTo(1);
            }
            for (Rating r : label.ratings()) {
                String noted = "(" + r.criterionId() + ": " + r.value() + ")";
                assertThat(there)
                        .anyMatch(l -> l.ratings().contains(r) || l.comment().contains(noted));
            }
            assertThat(!label.spark() || there.stream().anyMatch(StepLabel::spark)).isTrue();
            assertThat(label.verdict() == null || !there.isEmpty()).isTrue();
            if (label.verdict() == Verdict.WRONG) {
                assertThat(there).anyMatch(l -> l.verdict() == Verdict.WRONG);
            }
        }
    }

    @Property(tries = 500)
    void nobodySeesAnothersLabelAndNoVerdictGetsBetter(
            @ForAll("labels") List<StepLabel> labels, @ForAll long seed) {
        StepRevision revision = randomRevision(trace(4), seed);
        for (StepLabel next : RevisedLabels.follow(revision, labels)) {
            List<StepLabel> from =
                    labels.stream()
                            .filter(l -> l.annotator().equals(next.annotator()))
                            .filter(l -> l.pass() == next.pass())
                            .filter(l -> stepsOf(revision, l).contains(next.step()))
                            .toList();
            assertThat(from).isNotEmpty();
            if (next.verdict() != null) {
                assertThat(from).anyMatch(l -> l.verdict() == next.verdict());
            }
            assertThat(next.errorKinds())
                    .allMatch(k -> from.stream().anyMatch(l -> l.errorKinds().contains(k)));
        }
    }

    @Property(tries = 500)
    void mergingWhatWasSplitGivesTheFirstLabelsBack(
            @ForAll("labels") List<StepLabel> labels, @ForAll long seed) {
        Trace trace = trace(4);
        Random random = new Random(seed);
        int step = random.nextInt(4);
        int parts = 2 + random.nextInt(3);
        Trace now = trace;
        List<StepLabel> then = labels;
        for (int i = 1; i < parts; i++) {
            // Always the first part, so that the others shift.
            StepRevision split =
                    StepRevision.split(now, step, 1 + random.nextInt(length(now, step) - 1));
            then = RevisedLabels.follow(split, then);
            now = split.revised();
            if (length(now, step) < 2) {
                parts = i + 1;
            }
        }
        for (int i = parts - 2; i >= 0; i--) {
            StepRevision merge = StepRevision.merge(now, step + random.nextInt(i + 1));
            then = RevisedLabels.follow(merge, then);
            now = merge.revised();
        }
        assertThat(now.steps()).isEqualTo(trace.steps());
        Map<String, StepLabel> first =
                labels.stream().collect(Collectors.toMap(RevisedLabelsTest::key, l -> l));
        assertThat(then).hasSameSizeAs(labels);
        for (StepLabel label : then) {
            StepLabel was = first.get(key(label));
            assertThat(label).usingRecursiveComparison().ignoringFields("traceId").isEqualTo(was);
        }
    }

    // --- a trace of steps without white space, so that any place can be cut

    private static Trace trace(int size) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            steps.add(
                    new Step(
                            "step" + i + "isthissentence.",
                            StepKind.TEXT,
                            "",
                            List.of("alt " + i)));
        }
        return new Trace("t", "p", steps, Outcome.UNKNOWN, null, Map.of());
    }

    private static int length(Trace trace, int step) {
        return trace.steps().get(step).text().length();
    }

    private static StepRevision randomRevision(Trace trace, long seed) {
        Random random = new Random(seed);
        TreeSet<StepPlace> starts = new TreeSet<>(StepRevision.starts(trace));
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int step = random.nextInt(trace.steps().size());
            if (random.nextBoolean() && step > 0) {
                starts.remove(StepPlace.startOf(step));
            } else {
                starts.add(new StepPlace(step, 1 + random.nextInt(length(trace, step) - 1)));
            }
        }
        starts.add(new StepPlace(0, 3));
        return StepRevision.of(trace, starts);
    }

    private static Set<Integer> stepsOf(StepRevision revision, StepLabel label) {
        Set<Integer> steps = new HashSet<>();
        for (int i = 0; i < revision.pieces().size(); i++) {
            if (revision.pieces().get(i).stream().anyMatch(p -> p.step() == label.step())) {
                steps.add(i);
            }
        }
        return steps;
    }

    private static boolean sameHand(StepLabel a, StepLabel b) {
        return a.annotator().equals(b.annotator())
                && a.pass() == b.pass()
                && (a.candidate() == 0) == (b.candidate() == 0);
    }

    private static long holding(
            List<StepLabel> labels, java.util.function.Predicate<StepLabel> what) {
        return labels.stream().filter(what).count();
    }

    private static String key(StepLabel l) {
        return l.step() + "/" + l.candidate() + "/" + l.annotator() + "/" + l.pass();
    }

    @Provide
    Arbitrary<List<StepLabel>> labels() {
        Arbitrary<StepLabel> one =
                Combinators.combine(
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.of(Verdict.values()).injectNull(0.3),
                                Arbitraries.of(true, false).list().ofSize(5),
                                Arbitraries.integers().between(0, 4),
                                Arbitraries.of("ann", "bob"),
                                Arbitraries.of(
                                        LabelSource.HUMAN,
                                        LabelSource.ADJUDICATED,
                                        LabelSource.REPEAT),
                                Arbitraries.integers().between(0, 1))
                        .as(RevisedLabelsTest::make);
        return one.list()
                .ofMaxSize(14)
                .map(
                        all ->
                                List.copyOf(
                                        all.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                RevisedLabelsTest::key,
                                                                l -> l,
                                                                (a, b) -> a))
                                                .values()));
    }

    /** Comments and the like are unique, so that each can be looked for. */
    private static StepLabel make(
            int step,
            Verdict verdict,
            List<Boolean> has,
            int rating,
            String who,
            LabelSource source,
            int candidate) {
        String tag = "<" + step + who + source + candidate + ">";
        return new StepLabel(
                "t",
                step,
                candidate,
                verdict,
                rating == 0 ? List.of() : List.of(new Rating("clear", rating)),
                has.get(0) ? List.of("k" + tag) : List.of(),
                has.get(1),
                has.get(2) || verdict == null,
                has.get(3) ? "c" + tag : "",
                who,
                AT.plusSeconds(step),
                "r@1",
                source,
                has.get(4) ? "x" + tag : "");
    }

    private static StepLabel label(
            int step,
            Verdict verdict,
            String comment,
            List<String> kinds,
            boolean spark,
            boolean unsure,
            String correction,
            int rating) {
        return new StepLabel(
                "t",
                step,
                0,
                verdict,
                rating == 0 ? List.of() : List.of(new Rating("clear", rating)),
                kinds,
                spark,
                unsure,
                comment,
                "ann",
                AT,
                "r@1",
                LabelSource.HUMAN,
                correction);
    }

    private static StepLabel candidate(StepLabel l) {
        return new StepLabel(
                l.traceId(),
                l.step(),
                1,
                l.verdict(),
                l.ratings(),
                l.errorKinds(),
                l.spark(),
                l.unsure(),
                l.comment(),
                l.annotator(),
                l.at(),
                l.rubricVersion(),
                l.source());
    }
}
