package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * VersaPRM: a question and its chains of thought, each a trace with {@code labels} 1, 0 or -1. Each
 * of {@code augs} is one more text for the step that it counts to (from 0) with a label of its own:
 * an alternative of that step. Where it counts to the step behind the last, the first such text is
 * that step.
 */
final class VersaPrmFormat extends JsonFormat {
    static final String NAME = "versaprm";
    static final String DOMAIN = "versaprm.domain";
    static final String FROM = "versaprm.source";

    /** Metadata: the last step and its alternatives were {@code augs} behind the last step. */
    static final String AUGMENTED_END = "versaprm.augmented_end";

    private static final int CHAIN_LIMIT = 1_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "VersaPRM";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("question", "chain_of_thoughts"));
    }

    /** The first of the row's chains. */
    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        return parseAll(row, source).get(0);
    }

    @Override
    List<LabelledTrace> parseAll(JsonRow row, Source source) {
        JsonNode chains = row.list("chain_of_thoughts");
        if (chains.isEmpty() || chains.size() > CHAIN_LIMIT) {
            throw new BadRow(
                    "there are " + chains.size() + " chains; there can be 1 to " + CHAIN_LIMIT);
        }
        List<LabelledTrace> traces = new ArrayList<>();
        for (JsonNode item : chains) {
            traces.add(trace(row, Chain.read(new JsonRow(null, item)), source));
        }
        return traces;
    }

    private static LabelledTrace trace(JsonRow row, Chain chain, Source source) {
        String question = row.text("question");
        List<String> texts = new ArrayList<>();
        chain.offered().forEach(texts::addAll);
        String id = id(row, question, texts, source);
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, NAME);
        if (row.has("domain")) {
            metadata.put(DOMAIN, row.text("domain"));
        }
        if (row.has("source")) {
            metadata.put(FROM, row.text("source"));
        }
        if (chain.augmentedEnd()) {
            metadata.put(AUGMENTED_END, "true");
        }
        List<Step> steps = chain.offered().stream().map(VersaPrmFormat::step).toList();
        Trace trace =
                new Trace(id, question, steps, Outcome.UNKNOWN, row.scalar("answer"), metadata);
        Verdicts maker = Verdicts.imported(id, NAME, row, LabelSource.IMPORTED);
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (int c = 0; c < chain.verdicts().get(i).size(); c++) {
                Verdict verdict = chain.verdicts().get(i).get(c);
                if (verdict != null) {
                    labels.add(maker.of(i, c, verdict, false, ""));
                }
            }
        }
        return new LabelledTrace(trace, labels);
    }

    /** A row's id belongs to its first chain. */
    private static String id(JsonRow row, String question, List<String> texts, Source source) {
        return row.has("id")
                ? source.ids().distinct(row.id("id"))
                : source.ids().of(row, NAME, question, texts);
    }

    private static Step step(List<String> offered) {
        return new Step(offered.get(0), StepKind.TEXT, "", offered.subList(1, offered.size()));
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new VersaPrmWriter());
    }

    /**
     * One chain of thought.
     *
     * @param offered the texts of each step, the chain's own first
     * @param verdicts one for each of them, null where there is none
     * @param augmentedEnd whether the last step is one that only {@code augs} offer
     */
    private record Chain(
            List<List<String>> offered, List<List<Verdict>> verdicts, boolean augmentedEnd) {
        static Chain read(JsonRow row) {
            List<String> steps = row.texts("steps");
            JsonNode labels = row.list("labels");
            if (labels.size() != steps.size()) {
                throw new BadRow(
                        "there are " + labels.size() + " labels for " + steps.size() + " steps");
            }
            List<List<String>> offered = new ArrayList<>();
            List<List<Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                offered.add(new ArrayList<>(List.of(steps.get(i))));
                Verdict verdict = verdict(labels.get(i), "label " + (i + 1));
                verdicts.add(new ArrayList<>(Collections.singletonList(verdict)));
            }
            augment(row, steps.size(), offered, verdicts);
            JsonRow.checkStepCount(offered.size());
            return new Chain(offered, verdicts, offered.size() > steps.size());
        }

        private static void augment(
                JsonRow row, int steps, List<List<String>> offered, List<List<Verdict>> verdicts) {
            if (!row.has("augs")) {
                return;
            }
            JsonNode augs = row.list("augs");
            if (augs.size() > JsonRow.STEP_LIMIT) {
                throw new BadRow("there are more than " + JsonRow.STEP_LIMIT + " augs");
            }
            for (JsonNode item : augs) {
                JsonRow aug = new JsonRow(null, item);
                int step = aug.integer("aug_idx");
                if (step < 0 || step > steps) {
                    throw new BadRow(
                            "aug_idx "
                                    + step
                                    + " is none of the steps and not the next one (there are "
                                    + steps
                                    + ")");
                }
                if (step == offered.size()) {
                    offered.add(new ArrayList<>());
                    verdicts.add(new ArrayList<>());
                }
                offered.get(step).add(aug.text("aug_step"));
                verdicts.get(step).add(verdict(aug.node().path("aug_type"), "an aug_type"));
            }
        }

        private static Verdict verdict(JsonNode value, String what) {
            if (value.isNull() || value.isMissingNode()) {
                return null;
            }
            return switch (value.isIntegralNumber() ? value.asText() : "") {
                case "-1" -> Verdict.WRONG;
                case "0" -> Verdict.NEUTRAL;
                case "1" -> Verdict.CORRECT;
                default ->
                        throw new BadRow(what + " is " + JsonRow.shown(value) + ", not -1, 0 or 1");
            };
        }
    }
}
