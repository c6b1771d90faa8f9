package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.OptionSpec;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;

/** The options of a criterion's verifier: the fields that its kind asks for. */
final class VerifierOptions {
    private static final int TEXT_ROWS = 5;

    private final Fields fields;
    private final Messages texts;
    private final VerifierCatalog verifiers;
    private final Supplier<Optional<VerifierSpec>> now;
    private final Function<VerifierSpec, Optional<String>> edit;

    /**
     * @param fields makes the fields
     * @param texts the screen's texts
     * @param verifiers the kinds of verifier
     * @param now the verifier as it is at that moment
     * @param edit takes another one; gives why it was refused
     */
    VerifierOptions(
            Fields fields,
            Messages texts,
            VerifierCatalog verifiers,
            Supplier<Optional<VerifierSpec>> now,
            Function<VerifierSpec, Optional<String>> edit) {
        this.fields = fields;
        this.texts = texts;
        this.verifiers = verifiers;
        this.now = now;
        this.edit = edit;
    }

    /**
     * @param tools buttons under the options
     */
    Node node(List<Node> tools) {
        VBox box = new VBox(10);
        box.getStyleClass().add("verifier-options");
        now.get().flatMap(spec -> verifiers.kind(spec.name())).ifPresent(k -> fill(box, k));
        if (!tools.isEmpty()) {
            box.getChildren().add(Kit.row(tools.toArray(Node[]::new)));
        }
        return box;
    }

    private void fill(VBox box, VerifierKind kind) {
        box.getChildren().add(Kit.muted(kind.summary()));
        kind.options().forEach(option -> box.getChildren().add(field(option)));
    }

    private Node field(OptionSpec option) {
        return switch (option.form()) {
            case CHOICE -> choice(option);
            case TEXT ->
                    named(
                            option,
                            fields.area(
                                    id(option),
                                    name(option),
                                    TEXT_ROWS,
                                    () -> value(option),
                                    typed -> set(option, typed)));
            case LINE, NAMES, NUMBER ->
                    named(
                            option,
                            fields.text(
                                    id(option),
                                    name(option),
                                    () -> value(option),
                                    typed -> set(option, typed)));
        };
    }

    private Node named(OptionSpec option, TextInputControl field) {
        field.setPromptText(
                option.form() == OptionSpec.Form.NAMES && option.fallback().isEmpty()
                        ? texts.text("verifier.names")
                        : option.fallback());
        if (option.form() == OptionSpec.Form.TEXT) {
            field.getStyleClass().add("mono");
        }
        return helped(option, field);
    }

    private Node helped(OptionSpec option, Node field) {
        String name =
                option.required() ? texts.text("verifier.required", name(option)) : name(option);
        VBox box = Kit.field(name, field);
        Label help = Kit.muted(option.help());
        help.getStyleClass().add("field-help");
        box.getChildren().add(help);
        return box;
    }

    private Node choice(OptionSpec option) {
        return helped(
                option,
                fields.choice(
                        id(option),
                        name(option),
                        option.choices(),
                        words -> words.replace('-', ' '),
                        () -> value(option).isEmpty() ? option.fallback() : value(option),
                        chosen -> apply(option, chosen)));
    }

    private static String id(OptionSpec option) {
        return "verifier-" + option.name();
    }

    private static String name(OptionSpec option) {
        String words = option.name().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String value(OptionSpec option) {
        String value = now.get().map(v -> v.options().getOrDefault(option.name(), "")).orElse("");
        return option.form() == OptionSpec.Form.NAMES
                ? String.join(", ", Forms.words(value))
                : value;
    }

    /** Refuses what breaks the verifier, but not for something else that is still missing. */
    private Optional<String> set(OptionSpec option, String typed) {
        VerifierSpec before = now.get().orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        VerifierSpec after = CriterionEdits.withOption(before, option.name(), read(option, typed));
        Optional<String> problem = verifiers.problem(after);
        return problem.isPresent() && !problem.equals(verifiers.problem(before))
                ? problem
                : edit.apply(after);
    }

    private static String read(OptionSpec option, String typed) {
        if (option.form() == OptionSpec.Form.NAMES) {
            return String.join(", ", Forms.words(typed));
        }
        // blanks at the ends mean something in a pattern
        return option.name().contains("pattern") ? typed : typed.strip();
    }

    /** A choice is never wrong by itself; what else is missing, lint says. */
    private Optional<String> apply(OptionSpec option, String value) {
        return now.get().map(v -> CriterionEdits.withOption(v, option.name(), value)).flatMap(edit);
    }
}
