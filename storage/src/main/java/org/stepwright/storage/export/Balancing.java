package org.stepwright.storage.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;

/**
 * Chooses which traces of the training part stay behind so that one class does not drown the other.
 * Traces of the same problem go first, so that problems go last. The choice depends on the seed and
 * on the traces' ids, never on their order.
 */
final class Balancing {
    /** The classes before and after. */
    record Effect(long wrongBefore, long correctBefore, long wrong, long correct, int traces) {}

    private record Entry(
            String id, int group, long rank, int wrong, int correct, boolean known, boolean error) {
        long of(boolean wrongSide, Balance.Unit unit) {
            if (unit == Balance.Unit.STEPS) {
                return wrongSide ? wrong : correct;
            }
            return known && error == wrongSide ? 1 : 0;
        }
    }

    private final Balance balance;
    private final NeutralPolicy neutral;
    private final long seed;
    private final List<Entry> entries = new ArrayList<>();

    Balancing(ExportOptions options) {
        this.balance = options.balance();
        this.neutral = options.neutral();
        this.seed = options.seed();
    }

    /** What has to be known of a trace before the groups are. */
    record Classes(int wrong, int correct, boolean known, boolean error) {}

    Classes classes(LabelledTrace row) {
        StepTargets targets = StepTargets.of(row);
        int wrong = 0;
        int correct = 0;
        for (double reward : targets.rewards(neutral)) {
            wrong += reward == 0 ? 1 : 0;
            correct += reward == 1 ? 1 : 0;
        }
        OptionalInt first = targets.firstError();
        return new Classes(
                wrong, correct, first.isPresent(), first.isPresent() && first.getAsInt() >= 0);
    }

    /** Takes a trace of the training part. */
    void add(String id, int group, Classes of) {
        entries.add(
                new Entry(id, group, rank(id), of.wrong(), of.correct(), of.known(), of.error()));
    }

    private long rank(String id) {
        long h = seed * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L;
        for (int i = 0; i < id.length(); i++) {
            h = (h ^ id.charAt(i)) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        return h;
    }

    private Effect effect = new Effect(0, 0, 0, 0, 0);

    /** The ids of the traces that stay behind. */
    Set<String> leftOut() {
        long wrong = sum(true);
        long correct = sum(false);
        boolean wrongIsMore = wrong > correct;
        long more = Math.max(wrong, correct);
        long most = (long) Math.floor(balance.ratio() * Math.min(wrong, correct));
        Set<String> out = new HashSet<>();
        // With one class only there is nothing to balance against.
        if (!balance.isNone() && Math.min(wrong, correct) > 0) {
            for (Entry entry : inOrder(wrongIsMore)) {
                if (more <= most) {
                    break;
                }
                long n = entry.of(wrongIsMore, balance.unit());
                // Long traces must not make the larger class the smaller one, or none.
                if (more - n >= Math.min(wrong, correct)) {
                    more -= n;
                    out.add(entry.id());
                }
            }
        }
        effect =
                new Effect(
                        wrong,
                        correct,
                        wrongIsMore ? more : wrong,
                        wrongIsMore ? correct : more,
                        out.size());
        return out;
    }

    /** What {@link #leftOut} did, counted in the balance's unit. */
    Effect effect() {
        return effect;
    }

    private long sum(boolean wrongSide) {
        return entries.stream().mapToLong(e -> e.of(wrongSide, balance.unit())).sum();
    }

    /** Traces of the larger class only: the last of each problem go first. */
    private List<Entry> inOrder(boolean wrongIsMore) {
        List<Entry> can =
                new ArrayList<>(
                        entries.stream()
                                .filter(e -> e.of(wrongIsMore, balance.unit()) > 0)
                                .filter(e -> e.of(!wrongIsMore, balance.unit()) == 0)
                                .toList());
        Comparator<Entry> byRank = Comparator.comparingLong(Entry::rank).thenComparing(Entry::id);
        can.sort(byRank);
        Map<Integer, Integer> seen = new HashMap<>();
        Map<String, Integer> place = new HashMap<>();
        can.forEach(e -> place.put(e.id(), seen.merge(e.group(), 1, Integer::sum)));
        can.sort(
                Comparator.comparingInt((Entry e) -> place.get(e.id()))
                        .reversed()
                        .thenComparing(byRank));
        return can;
    }

    /** One sentence for the card. */
    String sentence() {
        if (balance.isNone()) {
            return "None: every trace is in, whatever its class.";
        }
        String what = balance.unit() == Balance.Unit.TRACES ? "traces" : "steps";
        return String.format(
                Locale.ROOT,
                "Of the training part alone, %d traces were left out (%s, seed %d). Wrong and"
                        + " correct %s before: %d and %d; after: %d and %d. The other parts are as"
                        + " they were.",
                effect.traces(),
                balance.text(),
                seed,
                what,
                effect.wrongBefore(),
                effect.correctBefore(),
                effect.wrong(),
                effect.correct());
    }

    /** What could not be done, as a sentence; empty if all could. */
    String warning() {
        long less = Math.min(effect.wrong(), effect.correct());
        long more = Math.max(effect.wrong(), effect.correct());
        if (balance.isNone() || more <= balance.ratio() * less) {
            return "";
        }
        return less == 0
                ? "The training part has one class only, so it could not be balanced."
                : "The training part could not be balanced to "
                        + balance.text()
                        + ": no further trace could go without taking too much or the other class"
                        + " along.";
    }
}
