package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.ConsensusResult;
import org.stepwright.agreement.Estimate;
import org.stepwright.agreement.Reliability;

/** What the command agreement prints with {@code --json}. */
final class AgreementJson {
    private AgreementJson() {}

    static ObjectNode of(AgreementFindings found) {
        AgreementStudy study = found.study();
        ObjectNode json = Json.object();
        json.set("annotators", Json.array(study.annotators()));
        figures(json, study.overall(), true);
        json.put("pairs", study.pairs()).put("samples", study.draws());
        json.set("by_pair", rows(study.byPair(), true));
        json.set("by_step", rows(study.byPosition(), false));
        json.set("by_stage", rows(study.byStage(), false));
        json.set("by_criterion", rows(study.byCriterion(), false));
        json.set("by_annotator", rows(study.byAnnotator(), false));
        json.set("consensus", consensus(found.consensus()));
        return json;
    }

    private static ArrayNode rows(List<AgreementRow> rows, boolean firstError) {
        ArrayNode array = Json.array(List.of());
        for (AgreementRow row : rows) {
            ObjectNode object = array.addObject();
            if (row.names().size() == 1) {
                object.put("name", row.name());
            } else {
                object.set("names", Json.array(row.names()));
            }
            figures(object, row, firstError);
        }
        return array;
    }

    private static void figures(ObjectNode object, AgreementRow row, boolean firstError) {
        object.put("items", row.items()).put("traces", row.traces());
        ObjectNode ends = Json.object();
        put(object, ends, "kappa", row.kappa());
        put(object, ends, "fleiss", row.fleiss());
        put(object, ends, "alpha_nominal", row.alphaNominal());
        put(object, ends, "alpha_ordinal", row.alphaOrdinal());
        put(object, ends, "same", row.same());
        if (firstError) {
            object.put("first_error_traces", row.firstErrorTraces());
            put(object, ends, "first_error_agreement", row.firstError());
        }
        object.set("ci95", ends);
    }

    private static void put(ObjectNode object, ObjectNode ends, String name, Estimate estimate) {
        Json.put(object, name, estimate.value());
        if (estimate.hasInterval()) {
            ends.set(name, Json.numbers(List.of(estimate.low(), estimate.high())));
        }
    }

    private static ObjectNode consensus(ConsensusResult consensus) {
        ObjectNode json = Json.object();
        json.put("rule", AgreementTable.word(consensus.rule()))
                .put("steps", consensus.steps().size())
                .put("decided", consensus.steps().stream().filter(s -> s.decided()).count())
                .put("rounds", consensus.rounds())
                .put("converged", consensus.converged());
        ArrayNode annotators = json.putArray("annotators");
        for (Reliability who : consensus.annotators()) {
            ObjectNode object = annotators.addObject();
            object.put("name", who.annotator())
                    .put("verdicts", who.withConsensus().whole())
                    .put("with_consensus", who.withConsensus().part());
            Json.put(object, "accuracy", who.accuracy());
            object.set(
                    "ci95",
                    Json.numbers(List.of(who.withConsensus().low(), who.withConsensus().high())));
            object.put("decided", who.decided().whole()).put("as_decided", who.decided().part());
            ArrayNode confusion = object.putArray("confusion");
            who.confusion().forEach(row -> confusion.add(Json.numbers(row)));
        }
        return json;
    }
}
