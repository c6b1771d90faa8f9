package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.near.IntList;
import org.stepwright.near.LongIndex;

/**
 * Finds steps that are judged differently although nothing that a judge could know differs: the
 * same problem, the same steps before, and the same step, in one trace or in several. Alternatives
 * of a step count too. Where a reviewer decided, the decision stands for that step of that trace.
 * Repeats do not count: how steady somebody is, is measured elsewhere.
 *
 * <p>What is found does not depend on the order of the rows. Keeps 28 bytes a label. Not safe for
 * several threads.
 */
public final class ConflictStudy {
    /** A reviewer's decision outweighs any number of labels that people have. */
    private static final int DECISION = 1 << 20;

    private final RowTable rows = new RowTable();
    private final Map<String, Integer> annotatorNumbers = new HashMap<>();
    private final List<String> annotators = new ArrayList<>();

    private long[] keys = new long[64];
    private final IntList rowOf = new IntList();
    private final IntList stepOf = new IntList();
    private final IntList saidBy = new IntList();
    private final IntList verdicts = new IntList();
    private final IntList weights = new IntList();

    /**
     * @param row the next row; its texts are not kept
     */
    public void add(AuditRow row) {
        int number = rows.add(row);
        List<StepLabel> counted =
                row.labelled().labels().stream()
                        .filter(l -> l.verdict() != null && l.pass() != LabelPass.REPEAT)
                        .toList();
        if (counted.isEmpty()) {
            return;
        }
        PrefixDigests digests = new PrefixDigests(row.labelled().trace());
        for (StepLabel label : counted) {
            if (label.pass() == LabelPass.DECISION || !decided(label, counted)) {
                add(number, label, digests.upTo(label.step(), label.candidate()));
            }
        }
    }

    private static boolean decided(StepLabel label, List<StepLabel> labels) {
        return labels.stream()
                .anyMatch(
                        l ->
                                l.pass() == LabelPass.DECISION
                                        && l.step() == label.step()
                                        && l.candidate() == label.candidate());
    }

    private void add(int row, StepLabel label, long key) {
        int size = rowOf.size();
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
        }
        keys[size] = key;
        rowOf.add(row);
        stepOf.add(label.step());
        Integer annotator = annotatorNumbers.putIfAbsent(label.annotator(), annotators.size());
        if (annotator == null) {
            annotator = annotators.size();
            annotators.add(label.annotator());
        }
        saidBy.add(annotator);
        verdicts.add(label.verdict().ordinal());
        weights.add(label.pass() == LabelPass.DECISION ? DECISION : 1);
    }

    /**
     * @return one finding for each row and step whose label goes against the others', by trace and
     *     step. Against a reviewer's decision, else against the majority; in a tie against the
     *     trace that comes first by id. Strength 1 where one says wrong and the other correct, 0.5
     *     where one is neutral
     */
    public List<AuditFinding> findings() {
        List<AuditFinding> found = new ArrayList<>();
        for (List<Integer> group : conflicts()) {
            against(group, found);
        }
        found.sort(
                Comparator.comparing(AuditFinding::traceId)
                        .thenComparingInt(AuditFinding::step)
                        .thenComparing(AuditFinding::message));
        return List.copyOf(found);
    }

    /** The labels of each prefix that has different ones. */
    private List<List<Integer>> conflicts() {
        LongIndex prefixes = new LongIndex();
        IntList said = new IntList();
        for (int label = 0; label < rowOf.size(); label++) {
            int known = prefixes.size();
            int prefix = prefixes.add(keys[label]);
            if (prefix == known) {
                said.add(0);
            }
            said.set(prefix, said.get(prefix) | 1 << verdicts.get(label));
        }
        Map<Integer, List<Integer>> conflicts = new TreeMap<>();
        for (int label = 0; label < rowOf.size(); label++) {
            int prefix = prefixes.find(keys[label]);
            if (Integer.bitCount(said.get(prefix)) > 1) {
                conflicts.computeIfAbsent(prefix, p -> new ArrayList<>()).add(label);
            }
        }
        return List.copyOf(conflicts.values());
    }

    private void against(List<Integer> group, List<AuditFinding> found) {
        List<Integer> ordered = new ArrayList<>(group);
        ordered.sort(
                Comparator.<Integer, Integer>comparing(rowOf::get, rows.byName())
                        .thenComparing(label -> stepOf.get(label))
                        .thenComparing(label -> annotators.get(saidBy.get(label))));
        int leading = leading(ordered);
        int lastRow = -1;
        for (int label : ordered) {
            if (verdicts.get(label) != leading && rowOf.get(label) != lastRow) {
                found.add(finding(label, counterpart(label, leading, ordered)));
                lastRow = rowOf.get(label);
            }
        }
    }

    /**
     * The verdict that was decided, or of most labels; in a tie the one of the label that comes
     * first.
     */
    private int leading(List<Integer> ordered) {
        long[] counts = new long[Verdict.values().length];
        ordered.forEach(label -> counts[verdicts.get(label)] += weights.get(label));
        long most = Arrays.stream(counts).max().orElseThrow();
        return ordered.stream()
                .map(verdicts::get)
                .filter(verdict -> counts[verdict] == most)
                .findFirst()
                .orElseThrow();
    }

    /** A label to hold it against: by the same person if there is one, else the first. */
    private int counterpart(int label, int leading, List<Integer> ordered) {
        List<Integer> others =
                ordered.stream().filter(other -> verdicts.get(other) == leading).toList();
        return others.stream()
                .filter(other -> saidBy.get(other) == saidBy.get(label))
                .findFirst()
                .orElse(others.get(0));
    }

    private AuditFinding finding(int label, int other) {
        int row = rowOf.get(label);
        int otherRow = rowOf.get(other);
        Verdict said = Verdict.values()[verdicts.get(label)];
        Verdict against = Verdict.values()[verdicts.get(other)];
        boolean neutral = said == Verdict.NEUTRAL || against == Verdict.NEUTRAL;
        return new AuditFinding(
                FindingKind.LABEL_CONFLICT,
                rows.id(row),
                stepOf.get(label),
                rows.id(otherRow),
                neutral ? 0.5 : 1,
                message(label, other, said, against));
    }

    private String message(int label, int other, Verdict said, Verdict against) {
        int row = rowOf.get(label);
        int otherRow = rowOf.get(other);
        String one = annotators.get(saidBy.get(label));
        String two = annotators.get(saidBy.get(other));
        String step = "Step " + (stepOf.get(label) + 1) + " is called " + word(said);
        String where =
                row == otherRow
                        ? ""
                        : " in "
                                + rows.named(otherRow, row)
                                + ", where the problem and all steps up to it are the same";
        return one.equals(two)
                ? step + " here and " + word(against) + where + ", both by " + one + "."
                : step + " by " + one + " and " + word(against) + " by " + two + where + ".";
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
