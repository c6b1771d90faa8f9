package org.stepwright.prm.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.JunkHit;
import org.stepwright.audit.JunkRules;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Step;
import org.stepwright.tryout.Share;
import org.stepwright.work.Progress;

/** How much planted junk the rules, the classifier, both, and a plain baseline find. */
final class JunkReport {
    /** Precision and recall over steps (or whole traces, where nothing less was planted). */
    record Score(Share precision, Share recall, Map<PlantedJunk.Kind, Share> byKind) {}

    private JunkReport() {}

    static Map<String, Score> of(List<LabelledTrace> good, long seed) {
        PlantedJunk planted = PlantedJunk.in(good, 0.05, seed);
        Map<String, Score> scores = new TreeMap<>();
        Set<String> rules = rules(planted.rows());
        Set<String> classifier = classifier(planted.rows());
        Set<String> both = new HashSet<>(rules);
        both.addAll(classifier);
        if (Boolean.getBoolean("show")) {
            show(planted, rules, classifier);
        }
        scores.put("rules", score(planted, rules));
        scores.put("classifier", score(planted, classifier));
        scores.put("both", score(planted, both));
        scores.put("baseline", score(planted, baseline(planted.rows())));
        return scores;
    }

    private static void show(PlantedJunk planted, Set<String> rules, Set<String> classifier) {
        int n = 0;
        for (LabelledTrace row : planted.rows()) {
            for (int i = 0; i < row.trace().steps().size(); i++) {
                String id = row.trace().id();
                String text = row.trace().steps().get(i).text();
                if (classifier.contains(SwappedLabels.key(id, i))
                        && !planted.kinds().containsKey(id)
                        && n++ % Integer.getInteger("every", 15) == 0) {
                    System.out.println("ALARM " + text.substring(0, Math.min(200, text.length())));
                }
                if (rules.contains(SwappedLabels.key(id, i))
                        && planted.kinds().get(id) == PlantedJunk.Kind.GIBBERISH
                        && n++ % Integer.getInteger("every", 15) == 0) {
                    System.out.println("GIB " + text.substring(0, Math.min(200, text.length())));
                }
            }
        }
    }

    static void print(String name, List<LabelledTrace> good) {
        print(name, good, 1);
    }

    static void print(String name, List<LabelledTrace> good, long seed) {
        System.out.println("### " + name + ": " + good.size() + " traces");
        of(good, seed)
                .forEach(
                        (way, s) -> {
                            System.out.println(
                                    way
                                            + " precision "
                                            + text(s.precision())
                                            + " recall "
                                            + text(s.recall()));
                            s.byKind()
                                    .forEach(
                                            (k, r) ->
                                                    System.out.println("    " + k + " " + text(r)));
                        });
    }

    static String text(Share s) {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f] (%d/%d)",
                s.value(),
                s.low(),
                s.high(),
                s.part(),
                s.whole());
    }

    private static Score score(PlantedJunk planted, Set<String> flagged) {
        int hits = 0;
        Map<PlantedJunk.Kind, int[]> kinds = new TreeMap<>();
        for (Map.Entry<String, PlantedJunk.Kind> e : planted.kinds().entrySet()) {
            int step = planted.steps().get(e.getKey());
            boolean found = flagged.contains(SwappedLabels.key(e.getKey(), step));
            int[] n = kinds.computeIfAbsent(e.getValue(), k -> new int[2]);
            n[0] += found ? 1 : 0;
            n[1]++;
            hits += found ? 1 : 0;
        }
        Map<PlantedJunk.Kind, Share> byKind = new TreeMap<>();
        kinds.forEach((k, n) -> byKind.put(k, new Share(n[0], n[1])));
        return new Score(
                new Share(hits, flagged.size()), new Share(hits, planted.kinds().size()), byKind);
    }

    private static Set<String> rules(List<LabelledTrace> rows) {
        JunkRules rules = new JunkRules();
        rows.forEach(r -> rules.add(new AuditRow(r, "")));
        Set<String> flagged = new TreeSet<>();
        for (JunkHit hit : rules.hits()) {
            flagged.add(SwappedLabels.key(hit.traceId(), hit.step()));
        }
        return flagged;
    }

    private static Set<String> classifier(List<LabelledTrace> rows) {
        JunkClassifier.Sample sample = new JunkClassifier.Sample();
        rows.forEach(r -> sample.add(new AuditRow(r, "")));
        long start = System.nanoTime();
        JunkClassifier classifier = sample.train(Progress.NONE);
        System.out.printf(
                Locale.ROOT,
                "trained in %.1f s: %s, threshold %.3f%n",
                (System.nanoTime() - start) / 1e9,
                classifier.quality(),
                classifier.threshold());
        Set<String> flagged = new TreeSet<>();
        for (LabelledTrace row : rows) {
            for (AuditFinding f : classifier.findings(new AuditRow(row, ""))) {
                flagged.add(SwappedLabels.key(f.traceId(), f.step()));
            }
        }
        return flagged;
    }

    /** Shorter than ten characters, or a step that came before in its trace. */
    private static Set<String> baseline(List<LabelledTrace> rows) {
        Set<String> flagged = new TreeSet<>();
        for (LabelledTrace row : rows) {
            Map<String, Integer> seen = new HashMap<>();
            List<Step> steps = row.trace().steps();
            for (int i = 0; i < steps.size(); i++) {
                String text = steps.get(i).text();
                if (text.length() < 10 || seen.merge(text, 1, Integer::sum) > 1) {
                    flagged.add(SwappedLabels.key(row.trace().id(), i));
                }
            }
        }
        return flagged;
    }
}
