package org.stepwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.trace.StepKind;
import org.stepwright.work.WorkFailed;

/**
 * Checks that what a step cites exists in the source: numbers of a source list such as [1], authors
 * with a year, clause numbers such as § 4.2, and quoted passages of four words or more, word for
 * word up to blanks, quotation marks and capital letters. It decides whether they exist, not
 * whether they say what the step claims. Numbers in brackets are left alone when the source has no
 * numbered list and all styles are looked for, since they may be intervals or the step's own notes;
 * so are quotation marks in a tool's call, which are JSON's.
 */
public final class CitationsVerifier implements Verifier {
    private static final String NAME = "citations";
    private static final List<String> STYLES =
            List.of("all", "numbers", "author-year", "clauses", "quotes");

    /** A longer step is not checked. */
    private static final int MAX_TEXT = 100_000;

    private final String style;
    private final String from;

    private CitationsVerifier(String style, String from) {
        this.style = style;
        this.from = from;
    }

    /** The kind, for the catalog. */
    static VerifierKind kind() {
        return new VerifierKind(
                NAME,
                "Checks that sources, clauses and passages which the step cites exist.",
                List.of(
                        OptionSpec.choice(
                                "style",
                                STYLES,
                                "What is looked for: [1], (Smith et al., 2020), § 4.2, quoted"
                                        + " passages, or all of them."),
                        OptionSpec.choice("from", Sources.CHOICES, "Where it has to exist.")),
                CitationsVerifier::of);
    }

    /**
     * @param values the options of {@link #kind()}
     * @return the verifier
     * @throws WorkFailed when they are not usable
     */
    static CitationsVerifier of(Map<String, String> values) {
        Options options = new Options(NAME, values);
        return new CitationsVerifier(
                options.choice("style", STYLES), options.choice("from", Sources.CHOICES));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        String text = prefix.step().text();
        List<Citation> citations = text.length() > MAX_TEXT ? List.of() : Citation.of(text, style);
        Optional<String> source = citations.isEmpty() ? Optional.empty() : Sources.of(from, prefix);
        if (source.isEmpty()) {
            return List.of();
        }
        boolean call = prefix.step().kind() == StepKind.TOOL_CALL;
        CitedSource cited = new CitedSource(source.get());
        List<Finding> findings = new ArrayList<>();
        for (Citation citation : citations) {
            if (call && citation.style() == Citation.Style.QUOTES) {
                continue;
            }
            boolean open =
                    style.equals("all")
                            && citation.style() == Citation.Style.NUMBERS
                            && !cited.numbered();
            if (!open) {
                boolean holds = cited.has(citation);
                String shown = Options.shown(citation.text());
                String message =
                        holds ? shown + " exists in the source." : shown + " is not in the source.";
                findings.add(new Finding(holds, citation.text(), message));
            }
        }
        return findings;
    }
}
