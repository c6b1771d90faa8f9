package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Writes VersaPRM rows, one chain of thought a row. Neutral stays neutral: it is 0. */
final class VersaPrmWriter extends JsonWriter {
    @Override
    public List<String> losses() {
        return List.of(
                Part.lost(keeps()),
                "Of the metadata, the domain and the source of VersaPRM rows are kept.",
                "Every step needs a label, so a row ends before its first step that has none;"
                        + " alternatives without a label are not kept.",
                "A correction becomes one more alternative with a good label.");
    }

    @Override
    public Set<Part> keeps() {
        return EnumSet.of(Part.ID, Part.PROBLEM, Part.REFERENCE, Part.LEADING_LABELS);
    }

    @Override
    public boolean asList() {
        return true;
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    Encoded encode(LabelledTrace original, RowFacts facts) {
        LabelledTrace labelled = original.withCorrections();
        Trace trace = labelled.trace();
        List<Verdict> verdicts = StepTargets.of(labelled).verdicts();
        int count = verdicts.indexOf(null) < 0 ? verdicts.size() : verdicts.indexOf(null);
        if (count == 0) {
            return Encoded.skip("the first step has no label");
        }
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", trace.id());
        row.put("domain", trace.metadata().get(VersaPrmFormat.DOMAIN));
        row.put("source", trace.metadata().get(VersaPrmFormat.FROM));
        row.put("question", trace.problem());
        row.put("answer", trace.reference());
        ObjectNode chain = row.putArray("chain_of_thoughts").addObject();
        ArrayNode steps = chain.putArray("steps");
        ArrayNode labels = chain.putArray("labels");
        ArrayNode augs = chain.putArray("augs");
        boolean augmentedEnd =
                count == verdicts.size()
                        && trace.metadata().containsKey(VersaPrmFormat.AUGMENTED_END);
        int written = count;
        for (int i = 0; i < count; i++) {
            Step step = trace.steps().get(i);
            if (augmentedEnd && i == count - 1) {
                aug(augs, i, step.text(), verdicts.get(i));
            } else {
                steps.add(step.text());
                labels.add(number(verdicts.get(i)));
            }
            for (int c = 1; c <= step.alternatives().size(); c++) {
                Verdict verdict = verdict(labelled, i, c);
                if (verdict != null) {
                    aug(augs, i, step.alternatives().get(c - 1), verdict);
                    written++;
                }
            }
        }
        putFacts(row, original, facts);
        return new Encoded(List.of(row), count, written, "", "");
    }

    private static void aug(ArrayNode augs, int step, String text, Verdict verdict) {
        augs.addObject()
                .put("aug_step", text)
                .put("aug_idx", step)
                .put("aug_type", number(verdict));
    }

    private static int number(Verdict verdict) {
        return verdict.ordinal() - 1;
    }

    /** What all who labelled an alternative say together, by the rule for steps. */
    private static Verdict verdict(LabelledTrace labelled, int step, int candidate) {
        Trace one = Trace.of("one", "", List.of(""));
        List<StepLabel> votes =
                labelled.labels().stream()
                        .filter(l -> l.step() == step && l.candidate() == candidate)
                        .filter(l -> l.verdict() != null)
                        .map(VersaPrmWriter::vote)
                        .toList();
        return StepTargets.of(new LabelledTrace(one, votes)).verdicts().get(0);
    }

    private static StepLabel vote(StepLabel label) {
        return StepLabel.verdict(
                "one", 0, label.verdict(), label.annotator(), label.at(), label.source());
    }
}
