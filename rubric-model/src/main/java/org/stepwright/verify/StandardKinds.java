package org.stepwright.verify;

import java.util.List;
import org.stepwright.verify.OptionSpec.Form;

/** The kinds of verifier that need nothing but the text. */
final class StandardKinds {
    private StandardKinds() {}

    static List<VerifierKind> all() {
        return List.of(
                new VerifierKind(
                        "arithmetic",
                        "Works out the equalities between numbers that the step states.",
                        List.of(),
                        options -> new ArithmeticVerifier()),
                new VerifierKind(
                        "numeric-answer",
                        "Compares a final number with the reference answer.",
                        List.of(
                                OptionSpec.optional(
                                        "tolerance",
                                        Form.NUMBER,
                                        "0.000001",
                                        "How far the answer may be off, relative to the reference"
                                                + " (0 to 1).")),
                        NumericAnswerVerifier::of),
                new VerifierKind(
                        "regex",
                        "Looks for a pattern in the step.",
                        List.of(
                                OptionSpec.required(
                                        "pattern",
                                        Form.LINE,
                                        "An RE2 expression, found anywhere in the step."),
                                OptionSpec.choice(
                                        "mode",
                                        List.of("must-match", "must-not-match"),
                                        "Whether the step has to match or must not.")),
                        RegexVerifier::of),
                new VerifierKind(
                        "json-schema",
                        "Checks JSON in the step, or a tool's arguments, against a JSON Schema.",
                        List.of(
                                OptionSpec.required("schema", Form.TEXT, "A JSON Schema."),
                                OptionSpec.optional(
                                        "tool",
                                        Form.LINE,
                                        "",
                                        "The tool whose arguments are checked; empty for JSON in"
                                                + " the text.")),
                        JsonSchemaVerifier::of),
                ExactAnswerVerifier.kind(),
                ToolCallsVerifier.kind(),
                FactsVerifier.kind(),
                MonotoneVerifier.kind(),
                CitationsVerifier.kind());
    }
}
