package org.stepwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.verify.OptionSpec.Form;
import org.stepwright.work.WorkFailed;

/**
 * Checks a call of a tool against what came before it: which tools may be called, how often, after
 * which others, with which arguments, on whose word and on which earlier answers. Each rule that
 * can be decided gives a finding. Steps that are no calls are left alone, and so are rules that
 * need arguments, answers or messages that are not there, are no JSON, or are too large.
 */
public final class ToolCallsVerifier implements Verifier {
    private static final String NAME = "tool-calls";

    private final List<String> tools;
    private final List<CallRule> rules;

    private ToolCallsVerifier(List<String> tools, List<CallRule> rules) {
        this.tools = List.copyOf(tools);
        this.rules = List.copyOf(rules);
    }

    /** The kind, for the catalog. */
    static VerifierKind kind() {
        return new VerifierKind(
                NAME,
                "Checks which tools are called, when, with what and on whose word.",
                List.of(
                        names("tool", "The tools whose calls are checked; empty for all."),
                        names("allowed", "The tools that may be called; any other call fails."),
                        names("forbidden", "The tools that must not be called."),
                        names("requires", "The tools that have to have been called before."),
                        OptionSpec.optional(
                                "at-most",
                                Form.NUMBER,
                                "",
                                "How often the tools may be called in a trace."),
                        OptionSpec.optional(
                                "arguments",
                                Form.TEXT,
                                "",
                                "A JSON Schema that the arguments have to fit."),
                        names(
                                "known",
                                "Arguments whose values the user or a tool has to have mentioned,"
                                        + " such as payment_methods[].payment_id."),
                        OptionSpec.optional(
                                "confirmed",
                                Form.LINE,
                                "",
                                "An RE2 expression that the user's last message has to match, such"
                                        + " as (?i)\\byes\\b."),
                        OptionSpec.choice(
                                "alone",
                                List.of("no", "yes"),
                                "Whether a call must not share its turn with a message."),
                        OptionSpec.optional(
                                "result",
                                Form.TEXT,
                                "",
                                "What earlier answers have to say, one rule a line, such as"
                                        + " get_order.status in (paid, sent) when order_id.")),
                ToolCallsVerifier::of);
    }

    private static OptionSpec names(String name, String help) {
        return OptionSpec.optional(name, Form.NAMES, "", help);
    }

    /**
     * @param values the options of {@link #kind()}
     * @return the verifier
     * @throws WorkFailed when they are not usable, or leave nothing to check
     */
    static ToolCallsVerifier of(Map<String, String> values) {
        Options options = new Options(NAME, values);
        List<String> tools = options.names("tool");
        List<CallRule> rules = new ArrayList<>();
        addNames(options, tools, rules);
        if (!options.text("arguments").isEmpty()) {
            BoundedSchema schema =
                    BoundedSchema.of(options.text("arguments"), options, "arguments");
            rules.add(seen -> schema.check(seen.call().arguments()));
        }
        if (!options.names("known").isEmpty()) {
            rules.add(KnownArguments.of(options, "known"));
        }
        if (!options.text("confirmed").isEmpty()) {
            rules.add(new Confirmation(RegexVerifier.compile(options.text("confirmed"))));
        }
        if (options.choice("alone", List.of("no", "yes")).equals("yes")) {
            rules.add(new AloneInTurn());
        }
        rules.addAll(ResultRule.of(options, "result"));
        if (rules.isEmpty()) {
            throw new WorkFailed(
                    "The verifier tool-calls has nothing to check; fill in at least one of allowed,"
                            + " forbidden, requires, at-most, arguments, known, confirmed,"
                            + " alone and result.");
        }
        return new ToolCallsVerifier(tools, rules);
    }

    private static void addNames(Options options, List<String> tools, List<CallRule> rules) {
        if (!options.names("allowed").isEmpty()) {
            rules.add(CallNames.allowed(options.names("allowed")));
        }
        if (!options.names("forbidden").isEmpty()) {
            rules.add(CallNames.forbidden(options.names("forbidden")));
        }
        if (!options.names("requires").isEmpty()) {
            rules.add(CallNames.requires(options.names("requires")));
        }
        if (!options.text("at-most").isEmpty()) {
            rules.add(CallNames.atMost(options.count("at-most", 0), tools));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        Optional<Call> call = Call.of(prefix.step());
        if (call.isEmpty() || !tools.isEmpty() && !tools.contains(call.get().name())) {
            return List.of();
        }
        CallRule.Seen seen =
                new CallRule.Seen(
                        call.get(), BoundedJson.structure(call.get().arguments()), prefix);
        return rules.stream().flatMap(rule -> rule.check(seen).stream()).toList();
    }
}
