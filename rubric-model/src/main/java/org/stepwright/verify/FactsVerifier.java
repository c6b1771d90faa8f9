package org.stepwright.verify;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.verify.OptionSpec.Form;
import org.stepwright.work.WorkFailed;

/**
 * Checks that a step names certain facts, and that the facts it names come from somewhere: every
 * number, date, id-like token and quoted name has to occur in the problem, in what users and tools
 * said, or in the reference answer. Numbers behind an equals sign with a number before it follow
 * from a calculation, in this step or an earlier one, and so are not looked for; neither are whole
 * numbers up to ten without a currency or percent sign, step numbers, ordinals and times of day.
 * Quotation marks in a tool's call are JSON's. Whether a calculation is right is another verifier's
 * question.
 */
public final class FactsVerifier implements Verifier {
    private static final String NAME = "facts";
    private static final String NOTHING = "nothing";
    private static final List<String> FROM = from();
    private static final List<String> KINDS = List.of("numbers", "dates", "ids", "quotes");

    /** A longer step is not checked. */
    private static final int MAX_TEXT = 100_000;

    private static final int MAX_WORDINGS = 300;

    private final List<List<String>> mustMention;
    private final Pattern when;
    private final String from;
    private final List<String> kinds;

    private FactsVerifier(
            List<List<String>> mustMention, Pattern when, String from, List<String> kinds) {
        this.mustMention = List.copyOf(mustMention);
        this.when = when;
        this.from = from;
        this.kinds = List.copyOf(kinds);
    }

    private static List<String> from() {
        List<String> from = new ArrayList<>(Sources.CHOICES);
        from.add(NOTHING);
        return List.copyOf(from);
    }

    /** The kind, for the catalog. */
    static VerifierKind kind() {
        return new VerifierKind(
                NAME,
                "Checks that facts are named, and that named facts occur in the source.",
                List.of(
                        OptionSpec.choice(
                                "from",
                                FROM,
                                "Where every fact of the step has to occur; nothing when only"
                                        + " must-mention is checked."),
                        OptionSpec.optional(
                                "kinds",
                                Form.NAMES,
                                String.join(", ", KINDS),
                                "Which facts are looked for: numbers, dates, ids, quotes."),
                        OptionSpec.optional(
                                "must-mention",
                                Form.TEXT,
                                "",
                                "Facts that the step has to name, one a line; several wordings"
                                        + " between | signs."),
                        OptionSpec.optional(
                                "when",
                                Form.LINE,
                                "",
                                "An RE2 expression; only steps that match it are checked.")),
                FactsVerifier::of);
    }

    /**
     * @param values the options of {@link #kind()}
     * @return the verifier
     * @throws WorkFailed when they are not usable, or leave nothing to check
     */
    static FactsVerifier of(Map<String, String> values) {
        Options options = new Options(NAME, values);
        List<String> given = options.names("kinds");
        if (!KINDS.containsAll(given)) {
            throw options.unusable("kinds", "knows numbers, dates, ids and quotes only");
        }
        List<List<String>> mustMention = wordings(options);
        String from = options.choice("from", FROM);
        if (from.equals(NOTHING) && mustMention.isEmpty()) {
            throw options.unusable("from", "is nothing, so fill in must-mention or choose all");
        }
        String when = options.text("when");
        return new FactsVerifier(
                mustMention,
                when.isEmpty() ? null : RegexVerifier.compile(when),
                from,
                given.isEmpty() ? KINDS : given);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        String text = prefix.step().text();
        if (text.length() > MAX_TEXT || when != null && !matches(text)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (!mustMention.isEmpty()) {
            String plain = Passage.plain(text);
            mustMention.forEach(fact -> findings.add(mentioned(fact, text, plain)));
        }
        if (!from.equals(NOTHING)) {
            FactsInStep facts = FactsInStep.of(text, kinds(prefix.step()));
            Optional<String> source = facts.isEmpty() ? Optional.empty() : Sources.of(from, prefix);
            source.ifPresent(s -> findings.addAll(new FactSearch(s, prefix).check(facts)));
        }
        return findings;
    }

    /** Quotation marks in a call are JSON's. */
    private List<String> kinds(Step step) {
        boolean call = step.kind() == StepKind.TOOL_CALL;
        return kinds.stream().filter(kind -> !call || !kind.equals("quotes")).toList();
    }

    private boolean matches(String text) {
        return RegexVerifier.soon(when, text) && when.matcher(text).find();
    }

    /** The wordings of each fact, without blanks around them. */
    private static List<List<String>> wordings(Options options) {
        List<List<String>> facts = new ArrayList<>();
        int most = MAX_WORDINGS;
        for (String line : options.lines("must-mention")) {
            List<String> wordings =
                    Arrays.stream(line.split("\\|"))
                            .map(String::strip)
                            .filter(w -> !w.isEmpty())
                            .toList();
            most -= wordings.size();
            if (wordings.isEmpty() || most < 0) {
                throw options.unusable(
                        "must-mention", "has a line without words, or too many wordings");
            }
            facts.add(wordings);
        }
        return facts;
    }

    private static Finding mentioned(List<String> fact, String text, String plain) {
        for (String wording : fact) {
            if (Words.contains(plain, Passage.plain(wording))) {
                int at = Words.indexOf(text, wording, 0);
                String evidence = at < 0 ? "" : text.substring(at, at + wording.length());
                return new Finding(true, evidence, "The step names " + wording + ".");
            }
        }
        String wanted = String.join(" or ", fact);
        return new Finding(false, "", "The step does not name " + wanted + ".");
    }
}
