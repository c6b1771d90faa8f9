package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.verify.VerifierCatalog;

class CriterionEditsTest {
    private static final Rubric RUBRIC =
            CriteriaEdits.add(RubricEdits.empty("Sums", Set.of()), RubricEdits.EVERY_STEP, "Right");

    @TempDir Path folder;

    @Test
    void aVerifierThatCannotWorkIsALintFinding() {
        ByHand hand = new ByHand();
        try (Workspace workspace = Workspace.create(folder.resolve("w.stepwright"))) {
            DraftEditor editor =
                    new DraftEditor(
                            workspace.rubrics(),
                            VerifierCatalog.standard(),
                            sink -> {},
                            hand.tasks(),
                            heads -> {},
                            new SimpleStringProperty(""));
            editor.open(RUBRIC, List.of());
            editor.edit(r -> with(r, new VerifierSpec("regex", Map.of())));
            hand.drain();
            assertThat(editor.findings())
                    .anySatisfy(f -> assertThat(f.message()).contains("pattern"));
            editor.edit(r -> with(r, new VerifierSpec("regex", Map.of("pattern", "[0-9]+"))));
            hand.drain();
            assertThat(editor.findings())
                    .noneSatisfy(f -> assertThat(f.message()).contains("pattern"));
        }
    }

    private static Rubric with(Rubric rubric, VerifierSpec spec) {
        return CriteriaEdits.replace(rubric, "right", c -> CriterionEdits.withVerifier(c, spec));
    }

    @Test
    void theSameVerifierKeepsItsOptionsAndAnotherStartsWithNone() {
        Criterion plain = RUBRIC.everyStep().get(0);
        VerifierSpec spec = new VerifierSpec("regex", Map.of("pattern", "x"));
        Criterion checked = CriterionEdits.withVerifier(plain, spec);
        assertThat(CriterionEdits.withVerifierNamed(checked, "regex")).isEqualTo(checked);
        assertThat(CriterionEdits.withVerifierNamed(checked, "numeric-answer").verifier())
                .isEqualTo(new VerifierSpec("numeric-answer", Map.of()));
        assertThat(CriterionEdits.withVerifierNamed(checked, "")).isEqualTo(plain);
    }

    @Test
    void anEmptyOptionIsLeftOut() {
        VerifierSpec spec = new VerifierSpec("json-schema", Map.of("schema", "{}", "tool", "pay"));
        assertThat(CriterionEdits.withOption(spec, "tool", "").options())
                .isEqualTo(Map.of("schema", "{}"));
        assertThat(CriterionEdits.withOption(spec, "tool", "refund").options())
                .containsEntry("tool", "refund");
    }
}
