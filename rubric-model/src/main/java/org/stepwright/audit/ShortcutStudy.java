package org.stepwright.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.audit.Shortcut.Fact;
import org.stepwright.label.LabelPass;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.trace.ProblemKey;
import org.stepwright.trace.Trace;

/**
 * Whether something trivial predicts the label: length, position, generator, source, file or
 * annotator. For each fact a table from its values to the share of wrong steps is fitted on seven
 * eighths of the problems and tried on the rest, in turn; so a fact that only knows the problems
 * again does not shine. Fed rows one by one; keeps counts only. For one thread at a time.
 */
public final class ShortcutStudy {
    /** Over this AUROC, with its whole interval, a fact is warned of. */
    public static final double LIMIT = 0.6;

    private final double limit;
    private final NeutralPolicy neutral;
    private final Map<Fact, FactCounts> counts = new EnumMap<>(Fact.class);

    /** Warns over {@link #LIMIT}; neutral counts as correct. */
    public ShortcutStudy() {
        this(LIMIT, NeutralPolicy.CORRECT);
    }

    /**
     * @param limit over which AUROC a fact is warned of, in [0.5, 1]
     * @param neutral what a neutral verdict becomes
     */
    public ShortcutStudy(double limit, NeutralPolicy neutral) {
        if (!(limit >= 0.5 && limit <= 1)) {
            throw new IllegalArgumentException("The limit is an AUROC from 0.5 to 1.");
        }
        this.limit = limit;
        this.neutral = Objects.requireNonNull(neutral, "neutral");
        for (Fact fact : Fact.values()) {
            counts.put(fact, new FactCounts(fact));
        }
    }

    /**
     * @param row the next trace; steps without a verdict do not count
     */
    public void add(AuditRow row) {
        Trace trace = row.labelled().trace();
        List<String> problems = trace.problems();
        long problem = hash(ProblemKey.of(problems.get(problems.size() - 1)));
        double[] rewards = StepTargets.of(row.labelled()).rewards(neutral);
        for (int i = 0; i < rewards.length; i++) {
            if (!Double.isNaN(rewards[i])) {
                boolean wrong = rewards[i] == 0;
                int length = trace.steps().get(i).text().length();
                counts.get(Fact.LENGTH).add(problem, lengthBin(length), wrong);
                counts.get(Fact.POSITION).add(problem, i, wrong);
                counts.get(Fact.GENERATOR).add(problem, trace.generator().orElse(""), wrong);
                counts.get(Fact.SOURCE).add(problem, trace.source().orElse(""), wrong);
                counts.get(Fact.FILE).add(problem, row.file(), wrong);
            }
        }
        for (StepLabel label : row.labelled().labels()) {
            if (label.candidate() == 0
                    && label.verdict() != null
                    && label.pass() != LabelPass.REPEAT
                    && neutral.target(label.verdict()).isPresent()) {
                boolean wrong = neutral.target(label.verdict()).getAsDouble() == 0;
                counts.get(Fact.ANNOTATOR).add(problem, label.annotator(), wrong);
            }
        }
    }

    /** Four bins for each doubling. */
    private static int lengthBin(int characters) {
        return (int) Math.floor(4 * Math.log(1 + characters) / Math.log(2));
    }

    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ h >>> 32) * 0x9E3779B97F4A7C15L;
        return h ^ h >>> 29;
    }

    /**
     * @return every fact that has at least two values and enough problems to try it on, in the
     *     order of {@link Fact}
     */
    public List<Shortcut> shortcuts() {
        List<Shortcut> shortcuts = new ArrayList<>();
        counts.values().forEach(c -> c.shortcut().ifPresent(shortcuts::add));
        return shortcuts;
    }

    /**
     * @return a finding for each fact over the limit; its {@code other} names the fact
     */
    public List<AuditFinding> findings() {
        return shortcuts().stream()
                .filter(s -> s.over(limit))
                .map(
                        s ->
                                new AuditFinding(
                                        FindingKind.SHORTCUT,
                                        "",
                                        AuditFinding.WHOLE_TRACE,
                                        s.fact().words(),
                                        Math.min(1, Math.max(0, 2 * s.auroc() - 1)),
                                        s.sentence()))
                .toList();
    }
}
