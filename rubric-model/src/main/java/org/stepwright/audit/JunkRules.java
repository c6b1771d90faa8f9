package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Finds texts that teach a model nothing, by rules that each say what they saw: see {@link
 * JunkRule}. Fed rows one by one; keeps what it found and some counts, never texts. Every rule is a
 * linear scan. For one thread at a time.
 */
public final class JunkRules {
    /** How many finds are kept; further ones are counted only. */
    public static final int MOST_HITS = 200_000;

    private record Waiting(String traceId, int step, String word, Found found) {}

    private final DamagedText damaged = new DamagedText();
    private final ForeignText foreign;
    private final MissingAnswers answers = new MissingAnswers();
    private final HalfWords words = new HalfWords();
    private final List<Waiting> halfWords = new ArrayList<>();
    private final List<JunkHit> hits = new ArrayList<>();
    private int steps;
    private int traces;

    /** Tells languages by their script and their commonest words only. */
    public JunkRules() {
        this(LetterGuess.NONE);
    }

    /**
     * @param letters asked where common words do not tell a language
     */
    public JunkRules(LetterGuess letters) {
        foreign = new ForeignText(letters);
    }

    /**
     * @param row the next trace; its labels only tell where an answer was broken off on purpose
     */
    public void add(AuditRow row) {
        Trace trace = row.labelled().trace();
        traces++;
        steps += trace.steps().size();
        words.count(trace.problem());
        CutText.Style style = CutText.Style.of(trace);
        Map<Integer, Found> repeated = LoopingText.steps(trace);
        for (int i = 0; i < trace.steps().size(); i++) {
            step(trace, i, style, repeated.get(i));
        }
        OpenBlocks.of(trace).ifPresent(at -> keep(at.found().at(trace.id(), at.step())));
        answers.add(row.labelled());
        foreign.add(trace);
    }

    private void step(Trace trace, int i, CutText.Style style, Found repeated) {
        Step step = trace.steps().get(i);
        boolean last = i == trace.steps().size() - 1;
        words.count(step.text());
        EmptyText.of(step, last).ifPresent(f -> keep(f.at(trace.id(), i)));
        damaged.of(step).ifPresent(f -> keep(f.at(trace.id(), i)));
        LoopingText.of(step).ifPresent(f -> keep(f.at(trace.id(), i)));
        if (repeated != null) {
            keep(repeated.at(trace.id(), i));
        }
        CutText.Ending ending = CutText.of(trace, i, style);
        ending.found().ifPresent(f -> keep(f.at(trace.id(), i)));
        if (!ending.lastWord().isEmpty()) {
            wait(trace.id(), i, ending.lastWord(), step);
        }
    }

    /**
     * What can be said of a text alone: damage, loops, nothing at all. Counts for no audit.
     *
     * @param text any text
     * @return the rules that do not like it; empty when it is fine
     */
    public List<JunkRule> ofText(String text) {
        Step step = Step.of(text);
        List<JunkRule> found = new ArrayList<>();
        EmptyText.of(step, false).ifPresent(f -> found.add(f.rule()));
        damaged.of(step).ifPresent(f -> found.add(f.rule()));
        LoopingText.of(step).ifPresent(f -> found.add(f.rule()));
        return found;
    }

    /** Whether it is half a word is known at the end only. */
    private void wait(String traceId, int i, String word, Step step) {
        if (halfWords.size() < MOST_HITS) {
            halfWords.add(new Waiting(traceId, i, word, CutText.halfWord(step.text())));
        }
    }

    private void keep(JunkHit hit) {
        if (hits.size() < MOST_HITS) {
            hits.add(hit);
        }
    }

    /**
     * @return what was found so far, the surest first; an order that does not hang on that of the
     *     rows. At most {@link #MOST_HITS} of each part
     */
    public List<JunkHit> hits() {
        List<JunkHit> all = new ArrayList<>(hits);
        for (Waiting w : halfWords) {
            if (words.isHalf(w.word())) {
                all.add(w.found().at(w.traceId(), w.step()));
            }
        }
        all.addAll(answers.hits());
        all.addAll(foreign.hits());
        all.sort(
                Comparator.comparingDouble((JunkHit h) -> -h.strength())
                        .thenComparing(JunkHit::traceId)
                        .thenComparingInt(JunkHit::step)
                        .thenComparing(JunkHit::rule));
        return all;
    }

    /**
     * @return the finds as findings, in the order of {@link #hits()}
     */
    public List<AuditFinding> findings() {
        return hits().stream().map(JunkHit::finding).toList();
    }

    /**
     * @return how many finds each rule has, of those in {@link #hits()}
     */
    public Map<JunkRule, Integer> counts() {
        Map<JunkRule, Integer> counts = new EnumMap<>(JunkRule.class);
        hits().forEach(h -> counts.merge(h.rule(), 1, Integer::sum));
        return counts;
    }

    /**
     * @return how many traces were looked at
     */
    public int traces() {
        return traces;
    }

    /**
     * @return how many steps were looked at
     */
    public int steps() {
        return steps;
    }
}
