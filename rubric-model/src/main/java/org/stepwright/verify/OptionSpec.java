package org.stepwright.verify;

import java.util.List;
import java.util.Objects;

/**
 * One option of a kind of verifier, for forms, help texts and checks.
 *
 * @param name its name in a rubric: lower-case letters and hyphens
 * @param form how people write it
 * @param required whether the verifier cannot be made without it
 * @param fallback the value when it is not given, maybe empty
 * @param choices what can be chosen; empty unless the form is {@link Form#CHOICE}
 * @param help one sentence for people
 */
public record OptionSpec(
        String name,
        Form form,
        boolean required,
        String fallback,
        List<String> choices,
        String help) {
    /** How an option is written. */
    public enum Form {
        /** One line of text. */
        LINE,
        /** Names separated by commas. */
        NAMES,
        /** Text of many lines. */
        TEXT,
        /** A number. */
        NUMBER,
        /** One of a few words. */
        CHOICE
    }

    /** Validates. */
    public OptionSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(help, "help");
        choices = List.copyOf(choices);
        if ((form == Form.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException("Exactly a choice has choices: " + name);
        }
    }

    /**
     * @param name its name
     * @param form how people write it
     * @param help one sentence for people
     * @return an option that has to be given
     */
    public static OptionSpec required(String name, Form form, String help) {
        return new OptionSpec(name, form, true, "", List.of(), help);
    }

    /**
     * @param name its name
     * @param form how people write it
     * @param fallback the value when it is not given, maybe empty
     * @param help one sentence for people
     * @return an option that may be left out
     */
    public static OptionSpec optional(String name, Form form, String fallback, String help) {
        return new OptionSpec(name, form, false, fallback, List.of(), help);
    }

    /**
     * @param name its name
     * @param choices what can be chosen, the usual one first
     * @param help one sentence for people
     * @return a choice that may be left out
     */
    public static OptionSpec choice(String name, List<String> choices, String help) {
        return new OptionSpec(name, Form.CHOICE, false, choices.get(0), choices, help);
    }
}
