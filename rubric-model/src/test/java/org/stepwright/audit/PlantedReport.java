package org.stepwright.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.audit.PlantedFaults.Fault;
import org.stepwright.audit.PlantedFaults.Planted;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.Share;

/**
 * How much of what was planted is found, and how much of what is found is right, beside equality of
 * strings. What is right is judged here by comparing the two texts themselves, whoever made them.
 */
final class PlantedReport {
    private final PlantedFaults faults;
    private final Map<String, LabelledTrace> byId = new HashMap<>();
    private final Map<FindingKind, Share> precision = new EnumMap<>(FindingKind.class);
    private final Map<Fault, Share> recall = new EnumMap<>(Fault.class);
    private final Map<Fault, Share> equal = new EnumMap<>(Fault.class);
    private final Map<Fault, Share> equalLower = new EnumMap<>(Fault.class);
    private final Map<Fault, Share> recallWhereNear = new EnumMap<>(Fault.class);

    private PlantedReport(PlantedFaults faults) {
        this.faults = faults;
        faults.rows().forEach(r -> byId.put(r.labelled().trace().id(), r.labelled()));
    }

    static PlantedReport of(List<LabelledTrace> rows, long seed) {
        PlantedReport report = new PlantedReport(PlantedFaults.into(rows, seed));
        report.measure();
        return report;
    }

    Share precision(FindingKind kind) {
        return precision.get(kind);
    }

    Share recall(Fault fault) {
        return recall.get(fault);
    }

    /** The recall of those pairs whose true similarity is at least 0.8. */
    Share recallWhereNear(Fault fault) {
        return recallWhereNear.get(fault);
    }

    Share equality(Fault fault) {
        return equal.get(fault);
    }

    private void measure() {
        DuplicateStudy duplicates = new DuplicateStudy(DuplicateOptions.DEFAULT);
        LeakStudy leaks = new LeakStudy(LeakOptions.DEFAULT);
        ConflictStudy conflicts = new ConflictStudy();
        for (AuditRow row : faults.rows()) {
            duplicates.add(row);
            leaks.add(row);
            conflicts.add(row);
        }
        List<AuditFinding> found = new ArrayList<>(duplicates.findings());
        found.addAll(leaks.findings());
        found.addAll(conflicts.findings());
        for (FindingKind kind :
                List.of(
                        FindingKind.EXACT_DUPLICATE,
                        FindingKind.NEAR_DUPLICATE,
                        FindingKind.SPLIT_LEAK,
                        FindingKind.LABEL_CONFLICT)) {
            List<AuditFinding> ofKind = found.stream().filter(f -> f.kind() == kind).toList();
            long right = ofKind.stream().filter(this::isRight).count();
            precision.put(kind, new Share((int) right, ofKind.size()));
        }
        Map<String, List<AuditFinding>> about =
                found.stream().collect(Collectors.groupingBy(f -> f.kind() + "|" + f.traceId()));
        for (Fault fault : Fault.values()) {
            recall.put(fault, share(fault, p -> true, p -> isFound(p, about)));
            recallWhereNear.put(fault, share(fault, PlantedReport::isNear, p -> isFound(p, about)));
            equal.put(fault, share(fault, p -> true, p -> equality(p, text -> text)));
            equalLower.put(
                    fault,
                    share(fault, p -> true, p -> equality(p, t -> t.toLowerCase(Locale.ROOT))));
        }
    }

    private Share share(Fault fault, Predicate<Planted> counts, Predicate<Planted> found) {
        List<Planted> all =
                faults.planted().stream().filter(p -> p.fault() == fault).filter(counts).toList();
        return new Share((int) all.stream().filter(found).count(), all.size());
    }

    /** Whether one of the two rows is found, and for the other's sake. */
    private boolean isFound(Planted planted, Map<String, List<AuditFinding>> about) {
        FindingKind kind = planted.fault().kind;
        String added = kind + "|" + planted.added().trace().id();
        String source = kind + "|" + planted.source().trace().id();
        List<AuditFinding> ofSource = about.getOrDefault(source, List.of());
        if (kind == FindingKind.LABEL_CONFLICT) {
            // the others may side with either of the two
            int step = planted.added().labels().get(0).step();
            return Stream.concat(about.getOrDefault(added, List.of()).stream(), ofSource.stream())
                    .anyMatch(f -> f.step() == step);
        }
        // where the data has more of its like, the source may be held against a nearer one
        double alike = answers(planted.added().trace(), planted.source().trace());
        return about.containsKey(added)
                || ofSource.stream()
                        .anyMatch(
                                f ->
                                        f.other().equals(planted.added().trace().id())
                                                || kind != FindingKind.SPLIT_LEAK
                                                        && f.strength() >= alike);
    }

    // ---- the truth, from the texts themselves

    private static boolean isNear(Planted planted) {
        Trace added = planted.added().trace();
        Trace source = planted.source().trace();
        return planted.fault().kind == FindingKind.NEAR_DUPLICATE
                ? nearTraces(added, source)
                : nearProblems(added, source);
    }

    private boolean isRight(AuditFinding finding) {
        LabelledTrace one = byId.get(finding.traceId());
        LabelledTrace two = byId.get(finding.other());
        return switch (finding.kind()) {
            case EXACT_DUPLICATE -> plain(whole(one)).equals(plain(whole(two)));
            case NEAR_DUPLICATE -> nearTraces(one.trace(), two.trace());
            case SPLIT_LEAK ->
                    !part(one).equals(part(two)) && nearProblems(one.trace(), two.trace());
            case LABEL_CONFLICT -> disagree(one, two, finding.step());
            default -> throw new IllegalArgumentException(finding.toString());
        };
    }

    private static String part(LabelledTrace row) {
        return row.trace().metadata().get(SplitOf.METADATA);
    }

    private static boolean nearTraces(Trace one, Trace two) {
        return nearProblems(one, two) && answers(one, two) >= 0.8;
    }

    private static boolean disagree(LabelledTrace one, LabelledTrace two, int step) {
        String beginOne = plain(prefix(one, step));
        String beginTwo = plain(prefix(two, step));
        return beginOne.equals(beginTwo)
                && verdicts(one, step).stream().anyMatch(v -> !verdicts(two, step).contains(v));
    }

    private static Set<Object> verdicts(LabelledTrace row, int step) {
        Set<Object> verdicts = new HashSet<>();
        for (StepLabel label : row.labels()) {
            if (label.step() == step) {
                verdicts.add(label.verdict());
            }
        }
        return verdicts;
    }

    private static String whole(LabelledTrace row) {
        return prefix(row, row.trace().steps().size() - 1);
    }

    private static String prefix(LabelledTrace row, int step) {
        StringBuilder text = new StringBuilder(row.trace().problem());
        for (int i = 0; i <= step; i++) {
            text.append('\n').append(step(row.trace().steps().get(i).text()));
        }
        return text.toString();
    }

    /** On one line, without a step number in front. */
    private static String step(String text) {
        return text.replaceFirst("(?i)^\\s*(step )?\\d+[.:] ", "").replaceAll("\\s+", " ");
    }

    /** Letters, digits and signs only, without spaces. */
    private static String plain(String text) {
        return String.join("", words(text, "[\\p{L}\\p{M}\\p{N}]+|[^\\s$.,;:?]"));
    }

    private static List<String> words(String text, String word) {
        String form =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("\\\\[()\\[\\]]", " ")
                        .replace('’', '\'')
                        .replace('−', '-');
        return Pattern.compile(word).matcher(form).results().map(m -> m.group()).toList();
    }

    private static double jaccard(Set<String> one, Set<String> two) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(two);
        int all = one.size() + two.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static Set<String> triples(List<String> words) {
        Set<String> triples = new HashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            triples.add(words.get(i) + " " + words.get(i + 1) + " " + words.get(i + 2));
        }
        return triples;
    }

    private static String answer(Trace trace) {
        return String.join(" ", trace.stepTexts().stream().map(PlantedReport::step).toList());
    }

    /** Of triples; or, in short problems with the same numbers, of the other words. */
    private static boolean nearProblems(Trace one, Trace two) {
        String word = "[\\p{L}\\p{M}\\p{N}]+";
        List<String> a = words(one.problem(), word);
        List<String> b = words(two.problem(), word);
        if (jaccard(triples(a), triples(b)) >= 0.8) {
            return true;
        }
        Predicate<String> number = w -> w.matches(".*\\p{Nd}.*");
        return a.stream().filter(number).toList().equals(b.stream().filter(number).toList())
                && jaccard(
                                new HashSet<>(a.stream().filter(number.negate()).toList()),
                                new HashSet<>(b.stream().filter(number.negate()).toList()))
                        >= 0.8;
    }

    private static double answers(Trace one, Trace two) {
        String word = "[\\p{L}\\p{M}\\p{N}]+|[^\\s$.,;:?]";
        return jaccard(triples(words(answer(one), word)), triples(words(answer(two), word)));
    }

    // ---- the plain baseline

    private static boolean equality(Planted planted, UnaryOperator<String> form) {
        LabelledTrace added = planted.added();
        LabelledTrace source = planted.source();
        return switch (planted.fault().kind) {
            case SPLIT_LEAK ->
                    form.apply(added.trace().problem())
                            .equals(form.apply(source.trace().problem()));
            case LABEL_CONFLICT -> {
                int step = added.labels().get(0).step();
                yield form.apply(raw(added, step)).equals(form.apply(raw(source, step)));
            }
            default -> form.apply(raw(added, -1)).equals(form.apply(raw(source, -1)));
        };
    }

    /** The texts as they stand, up to a step or, with -1, to the last. */
    private static String raw(LabelledTrace row, int step) {
        List<String> steps = row.trace().stepTexts();
        int end = step < 0 ? steps.size() : step + 1;
        return row.trace().problem() + "\n" + String.join("\n", steps.subList(0, end));
    }

    // ---- as a table

    String table(String title) {
        StringBuilder table = new StringBuilder(title).append(" (").append(faults.base().size());
        table.append(" rows and ").append(faults.planted().size()).append(" planted)\n\n");
        table.append("| planted | found | found, true similarity ≥ 0.8 | equal strings |")
                .append(" equal but for case |\n|---|---|---|---|---|\n");
        for (Fault fault : Fault.values()) {
            table.append("| ").append(fault).append(" | ").append(shown(recall.get(fault)));
            table.append(" | ").append(shown(recallWhereNear.get(fault)));
            table.append(" | ").append(shown(equal.get(fault)));
            table.append(" | ").append(shown(equalLower.get(fault))).append(" |\n");
        }
        table.append("\n| kind | right of what is found |\n|---|---|\n");
        precision.forEach(
                (kind, share) ->
                        table.append("| ")
                                .append(kind)
                                .append(" | ")
                                .append(shown(share))
                                .append(" |\n"));
        return table.toString();
    }

    private static String shown(Share share) {
        return share.whole() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%d of %d = %.3f [%.3f, %.3f]",
                        share.part(),
                        share.whole(),
                        share.value(),
                        share.low(),
                        share.high());
    }
}
