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
import org.stepwright.verify.OptionSpec;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;

/** The options of a criterion's verifier: the fields that its kind asks for. */
final class VerifierOptions {
    private final Fields fields;
    private final VerifierCatalog verifiers;
    private final Supplier<Optional<VerifierSpec>> now;
    private final Function<VerifierSpec, Optional<String>> edit;

    /**
     * @param fields makes the fields
     * @param verifiers the kinds of verifier
     * @param now the verifier as it is at that moment
     * @param edit takes another one; gives why it was refused
     */
    VerifierOptions(
            Fields fields,
            VerifierCatalog verifiers,
            Supplier<Optional<VerifierSpec>> now,
            Function<VerifierSpec, Optional<String>> edit) {
        this.fields = fields;
        this.verifiers = verifiers;
        this.now = now;
        this.edit = edit;
    }

    Node node() {
        VBox box = new VBox(8);
        Optional<VerifierKind> kind = now.get().flatMap(spec -> verifiers.kind(spec.name()));
        kind.ifPresent(
                k -> {
                    box.getChildren().add(Kit.muted(k.summary()));
                    k.options().forEach(option -> box.getChildren().add(field(option)));
                });
        Kit.show(box, kind.isPresent());
        return box;
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
                                    5,
                                    () -> value(option),
                                    typed -> set(option, typed)));
            default ->
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
        field.setPromptText(option.fallback());
        return new VBox(2, Kit.field(name(option), field), Kit.muted(option.help()));
    }

    private Node choice(OptionSpec option) {
        List<String> choices = option.choices();
        var box =
                fields.choice(
                        id(option),
                        name(option),
                        choices,
                        words -> words.replace('-', ' '),
                        () -> value(option).isEmpty() ? option.fallback() : value(option),
                        chosen -> apply(option, chosen));
        return new VBox(2, Kit.field(name(option), box), Kit.muted(option.help()));
    }

    private static String id(OptionSpec option) {
        return "verifier-" + option.name();
    }

    private static String name(OptionSpec option) {
        String words = option.name().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String value(OptionSpec option) {
        return now.get().map(v -> v.options().getOrDefault(option.name(), "")).orElse("");
    }

    /** Refuses what breaks the verifier, but not for something else that is still missing. */
    private Optional<String> set(OptionSpec option, String typed) {
        VerifierSpec before = now.get().orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        // blanks at the ends mean something in a pattern
        String value = option.name().contains("pattern") ? typed : typed.strip();
        VerifierSpec after = CriterionEdits.withOption(before, option.name(), value);
        Optional<String> problem = verifiers.problem(after);
        return problem.isPresent() && !problem.equals(verifiers.problem(before))
                ? problem
                : edit.apply(after);
    }

    /** A choice is never wrong by itself; what else is missing, lint says. */
    private void apply(OptionSpec option, String value) {
        now.get()
                .map(v -> CriterionEdits.withOption(v, option.name(), value))
                .ifPresent(edit::apply);
    }
}
