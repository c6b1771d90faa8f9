package org.stepwright.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Rows with known faults among them, made from real ones: 5 % of each kind, each from a row of its
 * own that is there once. The same rows and seed give the same faults.
 *
 * <ul>
 *   <li>exact duplicates: a third word for word; a third in other case, white space and
 *       punctuation; a third with step numbers in front
 *   <li>near duplicates: one word in 100, 50 or 20 of steps and problem replaced, numbers kept
 *   <li>leaks: another answer, in the part train, to a problem of the part test; half word for
 *       word, half with one word in 50 replaced
 *   <li>conflicts: the same beginning, judged the other way round by somebody else or by the same
 *       person, then another continuation
 * </ul>
 */
final class PlantedFaults {
    /** What was planted. */
    enum Fault {
        EXACT_VERBATIM(FindingKind.EXACT_DUPLICATE),
        EXACT_OTHER_FORM(FindingKind.EXACT_DUPLICATE),
        EXACT_NUMBERED(FindingKind.EXACT_DUPLICATE),
        NEAR_1_IN_100(FindingKind.NEAR_DUPLICATE),
        NEAR_1_IN_50(FindingKind.NEAR_DUPLICATE),
        NEAR_1_IN_20(FindingKind.NEAR_DUPLICATE),
        LEAK_VERBATIM(FindingKind.SPLIT_LEAK),
        LEAK_REWORDED(FindingKind.SPLIT_LEAK),
        CONFLICT_OF_TWO(FindingKind.LABEL_CONFLICT),
        CONFLICT_OF_ONE(FindingKind.LABEL_CONFLICT);

        final FindingKind kind;

        Fault(FindingKind kind) {
            this.kind = kind;
        }
    }

    /** A fault: the row that was added, and the one that it was made from. */
    record Planted(Fault fault, LabelledTrace added, LabelledTrace source) {}

    private static final double EACH = 0.05;
    private static final List<String> FILLERS =
            List.of("then", "thus", "here", "also", "this", "that", "given", "simply", "just");

    private final Random random;
    private final List<LabelledTrace> base = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();

    private PlantedFaults(long seed) {
        random = new Random(seed);
    }

    /**
     * @param rows rows without labels by more than one person
     * @param seed any number
     * @return the rows, a fifth of their problems in the part test, and faults for them
     */
    static PlantedFaults into(List<LabelledTrace> rows, long seed) {
        PlantedFaults faults = new PlantedFaults(seed);
        faults.split(rows);
        List<LabelledTrace> order = new ArrayList<>(onlyOnce(faults.base));
        Collections.shuffle(order, faults.random);
        int each = (int) Math.round(EACH * rows.size());
        faults.plant(order, each, FindingKind.EXACT_DUPLICATE);
        faults.plant(order, each, FindingKind.NEAR_DUPLICATE);
        faults.plant(order, each, FindingKind.SPLIT_LEAK);
        faults.plant(order, each, FindingKind.LABEL_CONFLICT);
        return faults;
    }

    /**
     * Those that nothing else in the data says the same as, or a fault could not be told from it.
     */
    private static List<LabelledTrace> onlyOnce(List<LabelledTrace> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(bare(row), 1, Integer::sum));
        return rows.stream().filter(row -> counts.get(bare(row)) == 1).toList();
    }

    private static String bare(LabelledTrace row) {
        String text = row.trace().problem() + String.join(" ", steps(row));
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The rows that were there before. */
    List<LabelledTrace> base() {
        return List.copyOf(base);
    }

    /** What was planted. */
    List<Planted> planted() {
        return List.copyOf(planted);
    }

    /** All rows, those with faults among them, in a random order. */
    List<AuditRow> rows() {
        List<LabelledTrace> all = new ArrayList<>(base);
        planted.forEach(p -> all.add(p.added()));
        Collections.shuffle(all, new Random(1));
        return all.stream().map(row -> new AuditRow(row, "")).toList();
    }

    private void split(List<LabelledTrace> rows) {
        Map<String, String> partOf = new HashMap<>();
        for (LabelledTrace row : rows) {
            Trace trace = row.trace();
            String part =
                    partOf.computeIfAbsent(
                            trace.problem(), p -> random.nextInt(5) == 0 ? "test" : "train");
            base.add(
                    new LabelledTrace(
                            made(trace.id(), trace.problem(), trace.stepTexts(), part),
                            row.labels()));
        }
    }

    /** Takes rows off the end of the order and plants a fault of a kind from each. */
    private void plant(List<LabelledTrace> order, int count, FindingKind kind) {
        List<Fault> faults = Arrays.stream(Fault.values()).filter(f -> f.kind == kind).toList();
        int done = 0;
        for (int at = order.size() - 1; at >= 0 && done < count; at--) {
            LabelledTrace source = order.get(at);
            Fault fault = faults.get(done % faults.size());
            String id = "planted-" + kind.name().toLowerCase(Locale.ROOT) + "-" + done;
            LabelledTrace added = planted(fault, source, id);
            if (added != null) {
                planted.add(new Planted(fault, added, source));
                order.remove(at);
                done++;
            }
        }
    }

    private LabelledTrace planted(Fault fault, LabelledTrace source, String id) {
        return switch (fault) {
            case EXACT_VERBATIM -> copy(source, id, source.trace().problem(), steps(source));
            case EXACT_OTHER_FORM ->
                    copy(
                            source,
                            id,
                            otherForm(source.trace().problem()),
                            steps(source).stream().map(PlantedFaults::otherForm).toList());
            case EXACT_NUMBERED -> copy(source, id, source.trace().problem(), numbered(source));
            case NEAR_1_IN_100 -> near(source, id, 0.01);
            case NEAR_1_IN_50 -> near(source, id, 0.02);
            case NEAR_1_IN_20 -> near(source, id, 0.05);
            case LEAK_VERBATIM -> leak(source, id, source.trace().problem());
            case LEAK_REWORDED -> leak(source, id, reworded(source.trace().problem(), 0.02));
            case CONFLICT_OF_TWO -> conflict(source, id, "somebody");
            case CONFLICT_OF_ONE -> conflict(source, id, null);
        };
    }

    private static List<String> steps(LabelledTrace row) {
        return row.trace().stepTexts();
    }

    private static LabelledTrace copy(
            LabelledTrace source, String id, String problem, List<String> steps) {
        String part = source.trace().metadata().get(SplitOf.METADATA);
        List<StepLabel> labels =
                source.labels().stream()
                        .map(l -> label(id, l.step(), l.verdict(), l.annotator()))
                        .toList();
        return new LabelledTrace(made(id, problem, steps, part), labels);
    }

    private static String otherForm(String text) {
        return "  "
                + text.toUpperCase(Locale.ROOT)
                        .replace(", ", ",\n ")
                        .replace("'", "’")
                        .replace(" - ", " − ")
                + " .";
    }

    private static List<String> numbered(LabelledTrace source) {
        List<String> steps = new ArrayList<>();
        for (String step : steps(source)) {
            steps.add("Step " + (steps.size() + 1) + ": " + withoutNumber(step, steps.size() + 1));
        }
        return steps;
    }

    private static String withoutNumber(String step, int number) {
        return step.replaceFirst("(?i)^\\s*(step )?" + number + "[.:] ", "");
    }

    private LabelledTrace near(LabelledTrace source, String id, double rate) {
        List<String> steps = reworded(steps(source), rate);
        boolean problemToo = random.nextBoolean();
        String problem = source.trace().problem();
        return copy(source, id, problemToo ? reworded(problem, rate) : problem, steps);
    }

    private String reworded(String text, double rate) {
        return reworded(List.of(text), rate).get(0);
    }

    /** At least one word in all of the texts is another, and so is each other with a chance. */
    private List<String> reworded(List<String> texts, double rate) {
        List<String[]> words = texts.stream().map(text -> text.split(" ")).toList();
        List<int[]> places = new ArrayList<>();
        for (int t = 0; t < words.size(); t++) {
            for (int w = 0; w < words.get(t).length; w++) {
                if (words.get(t)[w].matches("[A-Za-z]{3,}")) {
                    places.add(new int[] {t, w});
                }
            }
        }
        if (!places.isEmpty()) {
            Collections.shuffle(places, random);
            long all = words.stream().mapToLong(w -> w.length).sum();
            long count = Math.min(places.size(), Math.max(1, Math.round(rate * all)));
            for (int[] place : places.subList(0, (int) count)) {
                words.get(place[0])[place[1]] = FILLERS.get(random.nextInt(FILLERS.size()));
            }
        }
        return words.stream().map(w -> String.join(" ", w)).toList();
    }

    /** The words of an answer in another order: an answer that nobody takes for the same. */
    private List<String> other(List<String> steps) {
        List<String> others = new ArrayList<>();
        for (String step : steps) {
            List<String> words = new ArrayList<>(List.of(step.split(" ")));
            Collections.shuffle(words, random);
            others.add(String.join(" ", words));
        }
        return others;
    }

    private LabelledTrace leak(LabelledTrace source, String id, String problem) {
        if (!source.trace().metadata().get(SplitOf.METADATA).equals("test")) {
            return null;
        }
        return new LabelledTrace(made(id, problem, other(steps(source)), "train"), List.of());
    }

    private LabelledTrace conflict(LabelledTrace source, String id, String annotator) {
        List<String> steps = steps(source);
        List<StepLabel> early =
                source.labels().stream().filter(l -> l.step() < (steps.size() + 1) / 2).toList();
        if (early.isEmpty() || steps.size() < 3) {
            return null;
        }
        StepLabel judged = early.get(random.nextInt(early.size()));
        int kept = judged.step() + 1;
        List<String> changed = new ArrayList<>(steps.subList(0, kept));
        changed.addAll(other(steps.subList(kept, steps.size())));
        Verdict flipped = judged.verdict() == Verdict.CORRECT ? Verdict.WRONG : Verdict.CORRECT;
        String by = annotator == null ? judged.annotator() : annotator;
        String part = source.trace().metadata().get(SplitOf.METADATA);
        return new LabelledTrace(
                made(id, source.trace().problem(), changed, part),
                List.of(label(id, judged.step(), flipped, by)));
    }

    private static Trace made(String id, String problem, List<String> steps, String part) {
        return new Trace(
                id,
                problem,
                steps.stream().map(Step::of).toList(),
                Outcome.UNKNOWN,
                null,
                Map.of(SplitOf.METADATA, part));
    }

    private static StepLabel label(String id, int step, Verdict verdict, String annotator) {
        return StepLabel.verdict(id, step, verdict, annotator, Instant.EPOCH, LabelSource.IMPORTED);
    }
}
