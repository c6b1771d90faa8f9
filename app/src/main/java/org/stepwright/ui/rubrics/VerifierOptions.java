package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.Verifiers;

/** The options of a criterion's verifier: the fields that fit it. */
final class VerifierOptions {
    private static final List<String> MODES = List.of("must-match", "must-not-match");

    private final Messages texts;
    private final Fields fields;
    private final Supplier<Optional<VerifierSpec>> now;
    private final Function<VerifierSpec, Optional<String>> edit;

    /**
     * @param texts the screen's texts
     * @param fields makes the fields
     * @param now the verifier as it is at that moment
     * @param edit takes another one; gives why it was refused
     */
    VerifierOptions(
            Messages texts,
            Fields fields,
            Supplier<Optional<VerifierSpec>> now,
            Function<VerifierSpec, Optional<String>> edit) {
        this.texts = texts;
        this.fields = fields;
        this.now = now;
        this.edit = edit;
    }

    Node node() {
        VBox box = new VBox(8);
        switch (now.get().map(VerifierSpec::name).orElse("")) {
            case "regex" -> box.getChildren().addAll(line("pattern"), mode());
            case "numeric-answer" -> box.getChildren().add(line("tolerance"));
            case "json-schema" -> box.getChildren().addAll(area("schema"), line("tool"));
            default -> Kit.show(box, false); // it has no options
        }
        return box;
    }

    private Node line(String option) {
        return named(
                option,
                fields.text(id(option), name(option), () -> value(option), v -> set(option, v)));
    }

    private Node area(String option) {
        return named(
                option,
                fields.area(id(option), name(option), 5, () -> value(option), v -> set(option, v)));
    }

    private Node named(String option, TextInputControl field) {
        field.setPromptText(texts.text("option." + option + ".prompt"));
        return Kit.field(name(option), field);
    }

    private Node mode() {
        var box =
                fields.choice(
                        id("mode"),
                        name("mode"),
                        MODES,
                        mode -> texts.text("option.mode." + mode),
                        () -> value("mode").isEmpty() ? MODES.get(0) : value("mode"),
                        mode -> apply("mode", mode));
        return Kit.field(name("mode"), box);
    }

    private static String id(String option) {
        return "verifier-" + option;
    }

    private String name(String option) {
        return texts.text("option." + option);
    }

    private String value(String option) {
        return now.get().map(v -> v.options().getOrDefault(option, "")).orElse("");
    }

    /** Refuses what breaks the verifier, but not for something else that is still missing. */
    private Optional<String> set(String option, String typed) {
        VerifierSpec before = now.get().orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        // blanks at the ends mean something in a pattern
        String value = option.equals("pattern") ? typed : typed.strip();
        VerifierSpec after = CriterionEdits.withOption(before, option, value);
        Optional<String> problem = Verifiers.problem(after);
        return problem.isPresent() && !problem.equals(Verifiers.problem(before))
                ? problem
                : edit.apply(after);
    }

    /** A choice is never wrong by itself; what else is missing, lint says. */
    private void apply(String option, String value) {
        now.get().map(v -> CriterionEdits.withOption(v, option, value)).ifPresent(edit::apply);
    }
}
