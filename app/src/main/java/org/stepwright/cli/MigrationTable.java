package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.storage.MigrationPreview;
import org.stepwright.storage.MigrationResult;
import org.stepwright.storage.MoveUse;

/**
 * What a migration does, as lines and as JSON.
 *
 * @param plan the plan
 * @param preview what it does to the labels that there are
 */
record MigrationTable(MigrationPlan plan, MigrationPreview preview) {
    List<String> lines() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("criterion", "becomes", "ratings", "carried", "dropped", "how"));
        for (MoveUse use : preview.uses()) {
            table.add(
                    List.of(
                            use.move().from(),
                            use.move().to() == null ? "-" : use.move().to(),
                            "" + use.ratings(),
                            "" + use.carried(),
                            "" + use.dropped(),
                            how(use.move())));
        }
        List<String> lines = new ArrayList<>(Text.table(table));
        for (Criterion criterion : plan.added()) {
            lines.add(
                    "new: "
                            + criterion.id()
                            + (criterion.automatic().isPresent() ? ", a verifier decides it" : ""));
        }
        if (!plan.goneErrorKinds().isEmpty()) {
            lines.add(
                    "Kinds of error that are no longer named stay in the labels: "
                            + String.join(", ", plan.goneErrorKinds())
                            + ".");
        }
        lines.add(
                preview.labels()
                        + " labels under "
                        + plan.from().key()
                        + "; "
                        + preview.dropped()
                        + " ratings are dropped, "
                        + preview.stepsToRevisit()
                        + " steps have to be looked at again.");
        return lines;
    }

    private String how(CriterionMove move) {
        return switch (move.kind()) {
            case RESCALED -> "values " + values(move.values());
            case DROPPED -> "dropped";
            case RENAMED -> "renamed";
            case SAME ->
                    plan.changes(move).isEmpty()
                            ? "the same"
                            : "the same scale; changed: "
                                    + plan.changes(move).stream()
                                            .map(Change::where)
                                            .map(w -> w.replace("criterion " + move.to() + " ", ""))
                                            .limit(4)
                                            .collect(Collectors.joining(", "));
        };
    }

    private static String values(Map<Double, Double> values) {
        return values.isEmpty()
                ? "none"
                : values.entrySet().stream()
                        .map(e -> number(e.getKey()) + "=" + number(e.getValue()))
                        .collect(Collectors.joining(","));
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String summary(MigrationResult result, String to) {
        String undo =
                result.undoSteps().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
        return "Carried "
                + result.labels()
                + " labels over to "
                + to
                + ". "
                + (result.changedMeanwhile() > 0
                        ? result.changedMeanwhile() + " changed meanwhile and stay. "
                        : "")
                + (undo.isEmpty() ? "" : "Undo steps that take it back: " + undo + ".");
    }

    static ObjectNode json(MigrationResult result) {
        ObjectNode json =
                Json.object()
                        .put("labels", result.labels())
                        .put("kept", result.kept())
                        .put("renamed", result.renamed())
                        .put("mapped", result.mapped())
                        .put("dropped", result.dropped())
                        .put("steps_to_revisit", result.stepsToRevisit())
                        .put("changed_meanwhile", result.changedMeanwhile());
        ObjectNode undo = json.putObject("undo_steps");
        result.undoSteps().forEach(undo::put);
        return json;
    }

    ObjectNode json() {
        ObjectNode json =
                Json.object()
                        .put("from", plan.from().key())
                        .put("to", plan.to().key())
                        .put("labels", preview.labels())
                        .put("kept", preview.kept())
                        .put("renamed", preview.renamed())
                        .put("mapped", preview.mapped())
                        .put("dropped", preview.dropped())
                        .put("steps_to_revisit", preview.stepsToRevisit());
        ArrayNode moves = json.putArray("moves");
        for (MoveUse use : preview.uses()) {
            ObjectNode move =
                    moves.addObject()
                            .put("from", use.move().from())
                            .put("to", use.move().to())
                            .put(
                                    "kind",
                                    use.move().kind().name().toLowerCase(java.util.Locale.ROOT))
                            .put("ratings", use.ratings())
                            .put("carried", use.carried())
                            .put("dropped", use.dropped());
            ObjectNode values = move.putObject("values");
            use.move().values().forEach((old, now) -> values.put(number(old), now));
        }
        json.set("added", Json.array(plan.added().stream().map(Criterion::id).toList()));
        return json;
    }
}
