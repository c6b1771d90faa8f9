package org.stepwright.ui.rubrics.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.MarkedText;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.Finding;
import org.stepwright.verify.VerifierCatalog;

class TryItViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Rubric draft = Sums.rubric();
    private Workspace workspace;
    private TryItViewModel model;

    private void open(boolean labels) {
        workspace = Sums.workspace(folder.resolve("w.stepwright"), labels);
        model =
                new TryItViewModel(
                        () -> draft,
                        "right",
                        VerifierCatalog::standard,
                        workspace.traces(),
                        hand.tasks());
        look();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void stepsOfTheCriterionsStageAreWalkedThroughInACircle() {
        open(false);
        assertThat(model.count()).isEqualTo(Sums.TRACES);
        assertThat(model.shown().get().text()).startsWith("The sum");
        String first = model.shown().get().traceId();
        model.go(1);
        assertThat(model.shown().get().fails()).isTrue();
        assertThat(model.place()).isEqualTo(2);
        model.go(-2);
        assertThat(model.place()).isEqualTo(Sums.TRACES);
        model.go(1);
        assertThat(model.shown().get().traceId()).isEqualTo(first);
    }

    @Test
    void onlyFailuresAndOnlyWhatASearchFinds() {
        open(false);
        model.failedOnly().set(true);
        look();
        assertThat(model.count()).isEqualTo(Sums.TRACES / 2);
        model.failedOnly().set(false);
        model.search().set("zebra");
        look();
        assertThat(model.shown().get()).isNull();
    }

    @Test
    void changedOptionsAreTriedOnTheSameStep() {
        open(false);
        model.go(1);
        String trace = model.shown().get().traceId();
        draft = Sums.rubric(new VerifierSpec("regex", Map.of("pattern", "sum")));
        look();
        assertThat(model.shown().get().traceId()).isEqualTo(trace);
        assertThat(model.shown().get().fails()).isFalse();
        draft = Sums.rubric(new VerifierSpec("regex", Map.of("pattern", "(")));
        look();
        assertThat(model.trouble().get()).isNotEmpty();
        assertThat(model.shown().get()).isNull();
        draft = Sums.rubric(null);
        look();
        assertThat(model.decided()).isFalse();
    }

    @Test
    void aTextOfOnesOwnIsTriedToo() {
        open(false);
        model.own().set(true);
        look();
        assertThat(model.shown().get()).as("nothing is typed yet").isNull();
        model.text().set("2 + 2 = 5");
        look();
        assertThat(model.shown().get().fails()).isTrue();
        assertThat(model.shown().get().traceId()).isEmpty();
    }

    @Test
    void agreementIsMeasuredWhereThereAreLabels() {
        open(true);
        assertThat(model.quality().get().steps()).isEqualTo(Sums.TRACES);
        assertThat(model.quality().get().recall().value()).isEqualTo(1);
        assertThat(new Agreement(Messages.of("rubrics-tryout")).of(model.quality().get()))
                .contains(NumberFormat.getPercentInstance().format(1), "3");
    }

    @Test
    void withoutLabelsThatIsSaid() {
        open(false);
        assertThat(model.quality().get().labelled()).isZero();
        assertThat(new Agreement(Messages.of("rubrics-tryout")).of(model.quality().get()))
                .isEqualTo(Messages.of("rubrics-tryout").text("quality.none"));
    }

    @Test
    void equalEvidenceIsMarkedOneAfterTheOther() {
        open(false);
        assertThat(
                        Evidence.marks(
                                "1 = 1 and 1 = 1",
                                List.of(
                                        new Finding(true, "1 = 1", ""),
                                        new Finding(false, "1 = 1", ""),
                                        new Finding(false, "not there", ""))))
                .containsExactly(
                        new MarkedText.Mark(0, 5, "found-good"),
                        new MarkedText.Mark(10, 15, "found-bad"));
    }

    private void look() {
        model.look();
        hand.drain();
    }
}
