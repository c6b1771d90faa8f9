package org.stepwright.ui.label.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.StepPlace;
import org.stepwright.trace.Trace;

class BoundaryEditorTest {
    private static final Trace TRACE =
            new Trace(
                    "t",
                    "p",
                    List.of(
                            Step.of("Add 2. Then 3.\nSo it is 5."),
                            Step.of("Done."),
                            new Step("f({})", StepKind.TOOL_CALL, "", List.of())),
                    Outcome.UNKNOWN,
                    null,
                    Map.of());

    @Test
    void theCaretBeginsAtTheSecondSentence() {
        assertThat(new BoundaryEditor(TRACE, 0).caret()).isEqualTo(new StepPlace(0, 7));
        assertThat(new BoundaryEditor(TRACE, 1).caret()).isEqualTo(new StepPlace(1, 0));
    }

    @Test
    void sentencesAndLinesAreGoneThroughBothWays() {
        BoundaryEditor editor = new BoundaryEditor(TRACE, 0);
        editor.sentence(1);
        assertThat(editor.caret()).isEqualTo(new StepPlace(0, 15));
        editor.sentence(1);
        assertThat(editor.caret()).isEqualTo(new StepPlace(1, 0));
        editor.sentence(-1);
        editor.sentence(-1);
        editor.sentence(-1);
        assertThat(editor.caret()).isEqualTo(new StepPlace(0, 0));
        editor.sentence(-1);
        editor.character(-1);
        assertThat(editor.caret()).isEqualTo(new StepPlace(0, 0));
        editor.character(1);
        assertThat(editor.caret()).isEqualTo(new StepPlace(0, 1));
    }

    @Test
    void severalBoundariesAreOneRevision() {
        BoundaryEditor editor = new BoundaryEditor(TRACE, 0);
        assertThat(editor.revision()).isEmpty();
        editor.split();
        assertThat(editor.atStart()).isTrue();
        editor.sentence(1);
        editor.split();
        editor.mergeNext();
        assertThat(editor.revision().orElseThrow().revised().stepTexts())
                .containsExactly("Add 2.", "Then 3.", "So it is 5.\n\nDone.", "f({})");
        editor.undo();
        assertThat(editor.pieces()).hasSize(5);
        editor.undo();
        editor.undo();
        editor.undo();
        assertThat(editor.changed()).isFalse();
    }

    @Test
    void whatCannotBeIsRefusedAtOnce() {
        BoundaryEditor editor = new BoundaryEditor(TRACE, 1);
        editor.mergeNext();
        assertThat(editor.refusal()).contains("tool");
        assertThat(editor.changed()).isFalse();
        editor.step(1);
        editor.mergeNext();
        assertThat(editor.refusal()).contains("last step");
        editor.step(-1);
        assertThat(editor.refusal()).isEmpty();
        editor.mergePrevious();
        assertThat(editor.pieces()).hasSize(2);
    }

    @Property(tries = 200)
    void whateverKeysArePressedTheStepsHold(@ForAll long seed) {
        Random random = new Random(seed);
        Trace trace = Trace.of("t", "p", List.of("é. 𝟛 a.\n\nb c", "", " x. y. ", "z"));
        BoundaryEditor editor = new BoundaryEditor(trace, random.nextInt(4));
        for (int i = 0; i < 60; i++) {
            int by = random.nextBoolean() ? 1 : -1;
            switch (random.nextInt(8)) {
                case 0, 1 -> editor.character(by);
                case 2, 3 -> editor.sentence(by);
                case 4 -> editor.step(by);
                case 5 -> editor.split();
                case 6 -> editor.mergeNext();
                default -> editor.mergePrevious();
            }
            StepPlace caret = editor.caret();
            assertThat(caret.offset()).isLessThanOrEqualTo(editor.text(caret.step()).length());
            String before = String.join("", trace.stepTexts()).replaceAll("\\s", "");
            String now =
                    editor.revision()
                            .map(r -> String.join("", r.revised().stepTexts()))
                            .orElse(before)
                            .replaceAll("\\s", "");
            assertThat(now).isEqualTo(before);
            assertThat(editor.pieces()).isNotEmpty();
        }
    }
}
