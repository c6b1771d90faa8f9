package org.stepwright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelPass;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.Remark;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.Exporter;
import org.stepwright.trace.SplitRatios;
import org.stepwright.ui.TestWindow;
import org.stepwright.work.Progress;

/** The real window, driven by keys alone; ana reviews. */
class ReviewWindowTest {
    private static final String ME = "ana";

    @TempDir Path folder;
    private TestWindow window;
    private ReviewProbe probe;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            TeamWork.add(w, 0, "bob", "ccw.", "eva", "cccc", "udo", "ccw.");
            TeamWork.add(w, 1, "bob", "cccc", "eva", "cccc");
            TeamWork.add(w, 2, "bob", "cw..", "eva", "ccnw");
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("review");
        probe = new ReviewProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> "t0".equals(probe.traceId()) && probe.step() == 2);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Workspace workspace() {
        return window.shell().workspace();
    }

    private void saved() {
        window.until("all is saved", () -> probe.pending() == 0);
    }

    private List<Verdict> decided(String trace) {
        return workspace().labels().of(trace, ME, LabelPass.DECISION).stream()
                .map(StepLabel::verdict)
                .toList();
    }

    private String text(String id) {
        return window.fx(() -> ((Labeled) window.node(id)).getText());
    }

    /** Everything that can be read on a part of the screen. */
    private String words(String id) {
        return window.fx(() -> words(window.node(id)));
    }

    private static String words(Node node) {
        String own = node instanceof Label label ? label.getText() + "\n" : "";
        if (node instanceof Labeled labelled && labelled.getGraphic() != null) {
            own += words(labelled.getGraphic());
        }
        return node instanceof Parent parent
                ? own
                        + parent.getChildrenUnmodifiable().stream()
                                .map(ReviewWindowTest::words)
                                .collect(Collectors.joining())
                : own;
    }

    @Test
    void aTraceIsDecidedByKeysUndoneAndDoneAgain() {
        window.keys(KeyCode.A);
        window.keys(KeyCode.DIGIT1);
        saved();
        assertThat(decided("t0")).containsExactly(Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG);
        window.keys(KeyCode.ENTER);
        window.until("the next trace is open", () -> "t2".equals(probe.traceId()));
        saved();
        assertThat(workspace().labels().state("t0", ME, LabelPass.DECISION))
                .isEqualTo(TraceState.SUBMITTED);
        assertThat(text("review-progress")).isEqualTo("1 / 2");
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("the decided trace is back", () -> "t0".equals(probe.traceId()));
        saved();
        assertThat(workspace().labels().state("t0", ME, LabelPass.DECISION))
                .isEqualTo(TraceState.OPEN);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        saved();
        assertThat(decided("t0")).containsExactly(Verdict.CORRECT, Verdict.CORRECT);
        window.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        saved();
        assertThat(decided("t0")).hasSize(3);
        assertThat(workspace().labels().of("t0", "bob")).hasSize(3);
        assertThat(text("review-saved")).startsWith("● saved ");
    }

    @Test
    void whatIsSuggestedIsMarkedSoAndNothingIsPreset() {
        window.keys(KeyCode.P);
        // Two of three say so; the sign stands where the locale puts it.
        String share = NumberFormat.getPercentInstance().format(2 / 3.0);
        window.until(
                "something is suggested",
                () -> words(window.node("review-suggestion")).contains(share));
        assertThat(words("review-suggestion")).contains("suggestion\n").contains("✗ wrong");
        assertThat(words("review-step-2")).contains("? your call").doesNotContain("Decided");
        assertThat(workspace().labels().of("t0", ME, LabelPass.DECISION)).isEmpty();
    }

    @Test
    void namesAreHiddenEverywhereUntilTheyAreAskedFor() {
        window.keys(KeyCode.P);
        window.until(
                "reliability is known",
                () -> words(window.node("review-reliability")).contains("%"));
        String all = words("review");
        assertThat(all).doesNotContain("bob").doesNotContain("eva").doesNotContain("udo");
        assertThat(all).contains("A ").contains("B ").contains("C ");
        window.keys(KeyCode.N);
        window.until("names are shown", () -> words(window.node("review")).contains("bob"));
        window.keys(KeyCode.N);
        window.until("names are hidden", () -> !words(window.node("review")).contains("bob"));
    }

    @Test
    void shiftAndADigitTakeAWholeAnswer() {
        List<Column> columns = window.fx(() -> List.copyOf(probe.model().opened().columns()));
        int eva =
                columns.indexOf(
                        columns.stream()
                                .filter(c -> c.voice().name().equals("eva"))
                                .findFirst()
                                .orElseThrow());
        window.keys(
                KeyCode.SHIFT, List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3).get(eva));
        saved();
        assertThat(decided("t0")).hasSize(4).containsOnly(Verdict.CORRECT);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        saved();
        assertThat(decided("t0")).isEmpty();
        window.keys(KeyCode.SHIFT, List.of(KeyCode.A, KeyCode.B, KeyCode.C).get(eva));
        saved();
        assertThat(decided("t0")).hasSize(4);
    }

    @Test
    void aRemarkIsWrittenAndStaysAndVerdictKeysDoNotFireInIt() {
        window.keys(KeyCode.M);
        window.until("the field has the focus", () -> window.node("review-remark").isFocused());
        window.keys(KeyCode.DIGIT1);
        window.keys(KeyCode.E);
        window.keys(KeyCode.ENTER);
        window.until("it stands there", () -> words(window.node("review-remarks")).contains("1e"));
        List<Remark> remarks = workspace().remarks().of("t0");
        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).step()).isEqualTo(2);
        assertThat(remarks.get(0).annotator()).isEqualTo(ME);
        assertThat(workspace().labels().of("t0", ME, LabelPass.DECISION)).isEmpty();
        window.until("the keyboard is back", () -> !window.node("review-remark").isFocused());
        window.keys(KeyCode.DIGIT3);
        saved();
        assertThat(decided("t0")).containsExactly(Verdict.CORRECT);
    }

    @Test
    void whyAStepIsDecidedSoIsKeptWithTheDecision() {
        window.keys(KeyCode.DIGIT1);
        window.keys(KeyCode.UP);
        window.keys(KeyCode.C);
        window.until("the field has the focus", () -> window.node("review-comment").isFocused());
        window.keys(KeyCode.DIGIT7);
        window.keys(KeyCode.ENTER);
        saved();
        List<StepLabel> labels = workspace().labels().of("t0", ME, LabelPass.DECISION);
        assertThat(labels).singleElement().extracting(StepLabel::comment).isEqualTo("7");
        assertThat(labels.get(0).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void agreementIsWorkedOutAndTheTeamIsSetUp() {
        window.keys(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        window.until("figures are there", () -> window.node("review-agreement-byPair") != null);
        assertThat(words("review-agreement-byPair")).contains("bob – eva").contains("8");
        window.fx(
                () -> {
                    probe.show(ReviewView.Tab.TEAM);
                    return null;
                });
        window.until(
                "settings are read",
                () -> window.node("team-blind") != null && !window.node("team-blind").isDisabled());
        window.fx(
                () -> {
                    ((CheckBox) window.node("team-blind")).fire();
                    ((Spinner<?>) window.node("team-overlap")).increment();
                    return null;
                });
        window.until(
                "both are saved",
                () ->
                        workspace().project().current().overlap() == 2
                                && !workspace().project().current().blind());
        window.fx(
                () -> {
                    probe.show(ReviewView.Tab.DECIDE);
                    return null;
                });
        window.until("names are shown", () -> words(window.node("review")).contains("bob"));
    }

    @Test
    void aTraceIsMadeKnownAndOrdinaryAgain() {
        window.keys(KeyCode.G);
        window.until("it is known", () -> window.node("review-gold") != null);
        assertThat(workspace().gold().all()).extracting(GoldTrace::traceId).containsExactly("t0");
        window.keys(KeyCode.G);
        window.until(
                "it is for screening",
                () -> workspace().gold().all().get(0).use() == GoldUse.SCREENING);
        window.until(
                "that is shown",
                () -> ((Label) window.node("review-gold")).getText().contains("screening"));
        window.keys(KeyCode.G);
        window.until("it is ordinary", () -> window.node("review-gold") == null);
        assertThat(workspace().gold().all()).isEmpty();
    }

    @Test
    void whoLabelsHereIsToldWithTheirFigures() {
        window.fx(
                () -> {
                    probe.show(ReviewView.Tab.PEOPLE);
                    return null;
                });
        window.until("figures are there", () -> window.node("review-people-page") != null);
        assertThat(words("review-people-page")).contains("bob").contains("eva").contains("too few");
    }

    @Test
    void aDecisionIsWhatExportsSay() throws Exception {
        window.keys(KeyCode.A);
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.ENTER);
        window.until("the next trace is open", () -> "t2".equals(probe.traceId()));
        saved();
        Path out = folder.resolve("out");
        new Exporter(workspace())
                .run(
                        ExportOptions.of("trl", out)
                                .withSplit(SplitRatios.parse("100/0/0"))
                                .withSeed(7)
                                .withWhere(TraceFilter.parse("id:t0"))
                                .withNeutral(NeutralPolicy.CORRECT),
                        Progress.NONE);
        String all;
        try (Stream<Path> files = Files.list(out)) {
            all =
                    files.filter(f -> f.toString().endsWith(".jsonl"))
                            .map(ReviewWindowTest::read)
                            .collect(Collectors.joining());
        }
        assertThat(all).contains("true").doesNotContain("false");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
