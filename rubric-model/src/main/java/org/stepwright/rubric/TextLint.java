package org.stepwright.rubric;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words: whether a criterion asks one thing, and whether it is rightly called a style judgement.
 */
final class TextLint {
    /** Words that judge; two of them joined ask two things. Adverbs are known by their ending. */
    private static final Set<String> JUDGING =
            Set.of(
                    "accurate",
                    "appropriate",
                    "brief",
                    "clear",
                    "complete",
                    "concise",
                    "consistent",
                    "correct",
                    "courteous",
                    "factual",
                    "fair",
                    "fluent",
                    "formal",
                    "friendly",
                    "grammatical",
                    "helpful",
                    "honest",
                    "kind",
                    "legal",
                    "neutral",
                    "plain",
                    "plausible",
                    "polite",
                    "precise",
                    "professional",
                    "readable",
                    "relevant",
                    "respectful",
                    "right",
                    "safe",
                    "short",
                    "simple",
                    "sound",
                    "thorough",
                    "timely",
                    "true",
                    "truthful",
                    "useful",
                    "valid",
                    "warm");

    /** End like adverbs and say nothing of how something is done. */
    private static final Set<String> NO_ADVERBS =
            Set.of(
                    "anomaly",
                    "apply",
                    "assembly",
                    "comply",
                    "daily",
                    "early",
                    "family",
                    "hourly",
                    "imply",
                    "italy",
                    "july",
                    "monthly",
                    "multiply",
                    "only",
                    "quarterly",
                    "rely",
                    "reply",
                    "supply",
                    "weekly",
                    "yearly");

    private static final Pattern JOINED =
            Pattern.compile("(\\p{L}{2,40}),? (?:and|and/or|&) (?:not )?(\\p{L}{2,40})");

    private static final List<String> ALSO = List.of("and also", "as well as", "and/or");

    /** "As well as you can" joins nothing. */
    private static final Pattern HOW_WELL =
            Pattern.compile(
                    "as well as (?=(?:possible|expected|before|usual|\\p{L}+ (?:can|could)\\b))");

    private final Findings findings;

    TextLint(Findings findings) {
        this.findings = findings;
    }

    void check() {
        for (Criterion criterion : findings.rubric().criteria()) {
            if (criterion.judged() == Criterion.Judged.STYLE && criterion.automatic().isPresent()) {
                style(criterion);
            }
            twoThings(criterion)
                    .ifPresent(
                            how ->
                                    findings.add(
                                            "two-things",
                                            Findings.of(criterion),
                                            "It asks two things at once ("
                                                    + how
                                                    + "), so a step that has only one of them fits"
                                                    + " no level; make two criteria."));
        }
    }

    private void style(Criterion c) {
        Criterion verifiable =
                new Criterion(
                        c.id(),
                        c.title(),
                        c.guidance(),
                        c.scale(),
                        c.weight(),
                        c.gate(),
                        Criterion.Judged.VERIFIABLE,
                        c.verifier());
        findings.add(
                "style-with-verifier",
                Findings.of(c),
                "A verifier decides it, so it is no matter of style.",
                "Mark it verifiable",
                List.of(new CriterionEdit.Set(CriterionEdit.Fact.JUDGED, c, verifiable)));
    }

    private static Optional<String> twoThings(Criterion criterion) {
        String title = criterion.title().toLowerCase(Locale.ROOT);
        Matcher joined = JOINED.matcher(title);
        while (joined.find()) {
            if (judges(joined.group(1)) && judges(joined.group(2))) {
                return Optional.of(joined.group());
            }
        }
        String guidance =
                HOW_WELL.matcher(withoutQuotes(criterion.guidance().toLowerCase(Locale.ROOT)))
                        .replaceAll("");
        for (String also : ALSO) {
            if (title.contains(also) || guidance.contains(also)) {
                return Optional.of(also);
            }
        }
        long questions = guidance.chars().filter(c -> c == '?').count();
        return questions > 1 ? Optional.of(questions + " questions") : Optional.empty();
    }

    private static boolean judges(String word) {
        return JUDGING.contains(word)
                || word.endsWith("ly") && word.length() > 4 && !NO_ADVERBS.contains(word);
    }

    /** What is quoted or code is an example, not what is asked. */
    private static String withoutQuotes(String text) {
        StringBuilder rest = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '`') {
                inside = !inside;
            } else if (c == '\u201c' || c == '\u201d') {
                inside = c == '\u201c';
            } else if (!inside) {
                rest.append(c);
            }
        }
        return rest.toString();
    }
}
