package org.stepwright.verify;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.verify.OptionSpec.Form;
import org.stepwright.work.WorkFailed;

/**
 * Checks that dates, or totals behind a label such as LABEL, only rise or only fall, within a step
 * and from the step before that has one. Each is compared with the one before it. Dates without a
 * year, dates whose month and day may be the other way round, and times of two dates of which one
 * has none are left alone.
 */
public final class MonotoneVerifier implements Verifier {
    private static final String NAME = "monotone";
    private static final List<String> OF = List.of("dates", "totals");
    private static final List<String> DIRECTIONS =
            List.of("rising", "falling", "strictly-rising", "strictly-falling");

    /** A longer step is not read. */
    private static final int MAX_TEXT = 100_000;

    /** Characters of earlier steps that are looked through for the value before. */
    private static final int MAX_BACK = 200_000;

    private static final int MOST = 200;
    private static final String LABEL = "running total";

    /** Finds labels of totals; null when dates are compared. */
    private final Pattern label;

    private final String direction;

    private MonotoneVerifier(Pattern label, String direction) {
        this.label = label;
        this.direction = direction;
    }

    /** The kind, for the catalog. */
    static VerifierKind kind() {
        return new VerifierKind(
                NAME,
                "Checks that dates or totals only rise or only fall from step to step.",
                List.of(
                        OptionSpec.choice("of", OF, "Whether dates or totals are compared."),
                        OptionSpec.choice(
                                "direction",
                                DIRECTIONS,
                                "The direction; strictly means that no two may be equal."),
                        OptionSpec.optional(
                                "label", Form.NAMES, LABEL, "The words in front of a total.")),
                MonotoneVerifier::of);
    }

    /**
     * @param values the options of {@link #kind()}
     * @return the verifier
     * @throws WorkFailed when they are not usable
     */
    static MonotoneVerifier of(Map<String, String> values) {
        Options options = new Options(NAME, values);
        boolean dates = options.choice("of", OF).equals("dates");
        List<String> labels = options.names("label");
        Pattern label = dates ? null : label(labels.isEmpty() ? List.of(LABEL) : labels);
        String direction = options.choice("direction", DIRECTIONS);
        return new MonotoneVerifier(label, direction);
    }

    private static Pattern label(List<String> labels) {
        String words = String.join("|", labels.stream().map(Pattern::quote).toList());
        return RegexVerifier.compile("(?i)(?:" + words + ")");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        String text = prefix.step().text();
        List<Ordered> values = text.length() > MAX_TEXT ? List.of() : read(text);
        if (values.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Ordered before = before(prefix.steps());
        for (Ordered value : values) {
            if (before != null) {
                compare(before, value, text).ifPresent(findings::add);
            }
            before = value;
        }
        return findings;
    }

    private List<Ordered> read(String text) {
        return label == null ? Ordered.dates(text, MOST) : Ordered.totals(text, label, MOST);
    }

    /** The last value of the earlier steps, or null. */
    private Ordered before(List<Step> steps) {
        int left = MAX_BACK;
        for (int i = steps.size() - 2; i >= 0; i--) {
            String text = steps.get(i).text();
            left -= text.length() + 1;
            if (left < 0) {
                return null;
            }
            List<Ordered> values = text.length() > MAX_TEXT ? List.of() : read(text);
            if (!values.isEmpty()) {
                return values.get(values.size() - 1);
            }
        }
        return null;
    }

    private Optional<Finding> compare(Ordered before, Ordered value, String text) {
        Optional<Integer> order = before.compare(value);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        int sign = direction.endsWith("falling") ? -order.get() : order.get();
        boolean holds = direction.startsWith("strictly") ? sign < 0 : sign <= 0;
        String evidence = text.substring(value.start(), value.end());
        String message =
                evidence
                        + " is "
                        + place(order.get())
                        + " "
                        + before.shown()
                        + ", which was written before it.";
        return Optional.of(new Finding(holds, evidence, message));
    }

    private String place(int order) {
        if (order == 0) {
            return "the same as";
        }
        boolean more = order < 0;
        return label == null ? more ? "after" : "before" : more ? "more than" : "less than";
    }
}
