package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;

/** Makes a trace of one row, or of the rows of its steps, as a mapping says. */
final class MappedTrace {
    private final ColumnMapping mapping;
    private final String source;
    private final MappedSteps steps;
    private final MappedLabels labels;

    /**
     * @param mapping which column says what
     * @param source what the traces name as their source
     */
    MappedTrace(ColumnMapping mapping, String source) {
        this.mapping = mapping;
        this.source = source;
        this.steps = new MappedSteps(mapping);
        this.labels = new MappedLabels(mapping.labels());
    }

    /** The id that a row belongs to; null when its mapping names none. */
    String id(JsonNode row) {
        if (mapping.column(Role.ID).isEmpty()) {
            return null;
        }
        String id = text(Role.ID, row);
        if (id == null || id.isBlank()) {
            throw new BadRow(quoted(Role.ID) + " is missing");
        }
        return id.strip();
    }

    /**
     * @param rows the rows of one trace: one, or one for each step and annotator
     * @throws BadRow when they make none
     */
    LabelledTrace of(List<JsonNode> rows) {
        String problem = problem(rows);
        List<MappedSteps.Piece> pieces =
                mapping.cut() == StepCut.STEP_PER_ROW
                        ? steps.perRow(rows)
                        : steps.ofRow(rows.get(0));
        JsonRow.checkStepCount(pieces.size());
        String id = id(rows.get(0));
        if (id == null) {
            List<String> content = new ArrayList<>(List.of(problem));
            pieces.forEach(p -> content.add(p.step().text()));
            id = RowIds.ofContent("mapped", content);
        }
        Trace trace =
                new Trace(
                        id,
                        problem,
                        pieces.stream().map(MappedSteps.Piece::step).toList(),
                        outcome(rows),
                        first(Role.REFERENCE, rows),
                        metadata(rows));
        return labelled(trace, pieces, rows);
    }

    private String problem(List<JsonNode> rows) {
        String problem = null;
        for (JsonNode row : rows) {
            String said = text(Role.PROBLEM, row);
            if (said == null || said.isBlank()) {
                continue;
            }
            if (problem != null && !problem.equals(said)) {
                throw new BadRow("rows of the same id name different problems");
            }
            problem = said;
        }
        if (problem == null) {
            throw new BadRow(quoted(Role.PROBLEM) + " is missing");
        }
        return problem;
    }

    private Outcome outcome(List<JsonNode> rows) {
        String said = first(Role.OUTCOME, rows);
        if (said == null || said.equalsIgnoreCase("unknown")) {
            return Outcome.UNKNOWN;
        }
        boolean right =
                MappedLabels.yes(said)
                        .orElseThrow(
                                () ->
                                        new BadRow(
                                                quoted(Role.OUTCOME)
                                                        + " is neither right nor wrong"));
        return right ? Outcome.RIGHT : Outcome.WRONG;
    }

    private Map<String, String> metadata(List<JsonNode> rows) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, source);
        String generator = first(Role.GENERATOR, rows);
        if (generator != null) {
            metadata.put(Trace.GENERATOR, generator);
        }
        mapping.metadata()
                .forEach(
                        (name, path) -> {
                            JsonNode value = at(path, rows.get(0));
                            if (!MappedLabels.isEmpty(value)) {
                                metadata.put(
                                        name,
                                        value.isContainerNode()
                                                ? Json.write(value)
                                                : plain(value, path));
                            }
                        });
        return metadata;
    }

    private LabelledTrace labelled(
            Trace trace, List<MappedSteps.Piece> pieces, List<JsonNode> rows) {
        ColumnPath path = mapping.columns().get(Role.LABELS);
        if (path == null) {
            return new LabelledTrace(trace, List.of());
        }
        LabelKind kind = mapping.labels().kind();
        if (kind == LabelKind.FIRST_ERROR) {
            return new LabelledTrace(trace, upToFirstError(trace, path, rows));
        }
        List<List<MappedSteps.Voice>> voices = voices(path, pieces, rows);
        return kind == LabelKind.SHARE
                ? new LabelledTrace(trace, List.of(), suggestions(trace, voices))
                : new LabelledTrace(trace, verdicts(trace, voices));
    }

    private List<StepLabel> upToFirstError(Trace trace, ColumnPath path, List<JsonNode> rows) {
        JsonNode value = MissingNode.getInstance();
        for (JsonNode row : rows) {
            JsonNode said = at(path, row);
            value = MappedLabels.isEmpty(value) ? said : value;
        }
        List<StepLabel> made = new ArrayList<>();
        int size = trace.steps().size();
        labels.firstError(value, size)
                .ifPresent(
                        first ->
                                made.addAll(
                                        maker(trace, first(Role.ANNOTATOR, rows))
                                                .firstError(size, first, "")));
        return made;
    }

    /** Who says what of each step. */
    private List<List<MappedSteps.Voice>> voices(
            ColumnPath path, List<MappedSteps.Piece> pieces, List<JsonNode> rows) {
        if (mapping.cut() == StepCut.STEP_PER_ROW) {
            return pieces.stream().map(MappedSteps.Piece::voices).toList();
        }
        JsonNode row = rows.get(0);
        JsonNode all = at(path, row);
        if (MappedLabels.isEmpty(all)) {
            return pieces.stream().map(p -> List.<MappedSteps.Voice>of()).toList();
        }
        String annotator = first(Role.ANNOTATOR, rows);
        List<String> comments = steps.texts(Role.COMMENT, row, pieces.size());
        List<JsonNode> values = labels.perStep(all, pieces.size());
        List<List<MappedSteps.Voice>> voices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            voices.add(List.of(new MappedSteps.Voice(values.get(i), annotator, comments.get(i))));
        }
        return voices;
    }

    private List<StepLabel> verdicts(Trace trace, List<List<MappedSteps.Voice>> voices) {
        List<StepLabel> made = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            for (MappedSteps.Voice voice : voices.get(i)) {
                Verdict verdict = labels.verdict(voice.label(), "label " + (i + 1));
                if (verdict != null || !voice.comment().isEmpty()) {
                    made.add(
                            maker(trace, voice.annotator())
                                    .of(i, 0, verdict, false, voice.comment()));
                }
            }
        }
        return made;
    }

    private List<Suggestion> suggestions(Trace trace, List<List<MappedSteps.Voice>> voices) {
        List<Suggestion> made = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            for (MappedSteps.Voice voice : voices.get(i)) {
                int step = i;
                MappedLabels.share(voice.label(), "label " + (i + 1))
                        .ifPresent(
                                share ->
                                        made.add(
                                                new Suggestion(
                                                        trace.id(),
                                                        step,
                                                        "import:" + source,
                                                        share,
                                                        voice.comment(),
                                                        Instant.EPOCH)));
            }
        }
        return made;
    }

    private Verdicts maker(Trace trace, String annotator) {
        String name = annotator == null || annotator.isBlank() ? "import:" + source : annotator;
        JsonRow.requireAnnotator(name, "annotator");
        return new Verdicts(trace.id(), name, Instant.EPOCH, LabelSource.IMPORTED);
    }

    /** The first of the rows that says something. */
    private String first(Role role, List<JsonNode> rows) {
        for (JsonNode row : rows) {
            String said = text(role, row);
            if (said != null && !said.isEmpty()) {
                return said;
            }
        }
        return null;
    }

    private String text(Role role, JsonNode row) {
        ColumnPath path = mapping.columns().get(role);
        if (path == null) {
            return null;
        }
        JsonNode value = at(path, row);
        return value.isMissingNode() || value.isNull() ? null : plain(value, path);
    }

    private String quoted(Role role) {
        return "\"" + mapping.columns().get(role) + "\"";
    }

    /** The value at a path. */
    static JsonNode at(ColumnPath path, JsonNode row) {
        return path.at(row);
    }

    /** A text, a number or a truth value as text. */
    static String plain(JsonNode value, ColumnPath path) {
        if (value.isContainerNode()) {
            throw new BadRow(
                    "\""
                            + path
                            + "\" is "
                            + JsonRow.kind(value)
                            + ", not a text; name what is in it");
        }
        return JsonRow.text(JsonNodeFactory.instance.textNode(value.asText()), path.text());
    }

    static String folded(String word) {
        return LabelRule.folded(word);
    }
}
