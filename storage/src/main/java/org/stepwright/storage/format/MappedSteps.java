package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.ListText;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.StepSplitter;

/** Reads the steps of a row, or of rows, as a mapping says. */
final class MappedSteps {
    /**
     * What one annotator says of a step.
     *
     * @param label the label as it stands in the file
     * @param annotator who; null when the file does not say
     * @param comment maybe empty
     */
    record Voice(JsonNode label, String annotator, String comment) {}

    /**
     * A step and what is said of it.
     *
     * @param step the step
     * @param voices what its own rows say; empty where labels stand in the row of the trace
     */
    record Piece(Step step, List<Voice> voices) {}

    private final ColumnMapping mapping;

    MappedSteps(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /** The steps that one row holds. */
    List<Piece> ofRow(JsonNode row) {
        ColumnPath path = mapping.columns().get(Role.STEPS);
        JsonNode value = path.at(row);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadRow("\"" + path + "\" is missing");
        }
        List<Step> cut = mapping.cut() == StepCut.LIST ? list(value, path) : cut(value, path);
        JsonRow.checkStepCount(cut.size());
        List<String> contexts = texts(Role.CONTEXT, row, cut.size());
        List<String> kinds = texts(Role.KIND, row, cut.size());
        List<Piece> pieces = new ArrayList<>(cut.size());
        for (int i = 0; i < cut.size(); i++) {
            pieces.add(new Piece(step(cut.get(i), kinds.get(i), contexts.get(i)), List.of()));
        }
        return pieces;
    }

    private static Step step(Step cut, String kind, String context) {
        StepKind as =
                kind.isEmpty()
                        ? cut.kind()
                        : Names.parse(StepKind.class, MappedTrace.folded(kind), "kind");
        return new Step(cut.text(), as, context, List.of());
    }

    private static List<Step> list(JsonNode value, ColumnPath path) {
        JsonNode list = value.isTextual() ? items(value.textValue(), path) : value;
        if (!list.isArray()) {
            throw new BadRow("\"" + path + "\" is " + JsonRow.kind(list) + ", not a list of steps");
        }
        JsonRow.checkStepCount(list.size());
        List<Step> steps = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            String where = "item " + (steps.size() + 1) + " of " + path;
            if (item.isContainerNode()) {
                throw new BadRow(
                        where
                                + " is "
                                + JsonRow.kind(item)
                                + "; name the text in it, such as "
                                + path
                                + "[].text");
            }
            if (item.isNull()) {
                throw new BadRow(where + " is missing");
            }
            steps.add(Step.of(MappedTrace.plain(item, path)));
        }
        return steps;
    }

    private static ArrayNode items(String text, ColumnPath path) {
        Optional<ArrayNode> items = ListText.items(text);
        return items.orElseThrow(
                () ->
                        new BadRow(
                                "\""
                                        + path
                                        + "\" is a text, not a list of steps; say how the text is"
                                        + " cut"));
    }

    private List<Step> cut(JsonNode value, ColumnPath path) {
        String text = MappedTrace.plain(value, path);
        return switch (mapping.cut()) {
            case LINES -> split(SplitRule.NEWLINE, text);
            case BLANK_LINES -> split(SplitRule.BLANK_LINE, text);
            case NUMBERED -> split(SplitRule.NUMBERED, text);
            case MARKER -> atMarker(text);
            default -> split(SplitRule.AUTO, text);
        };
    }

    private static List<Step> split(SplitRule rule, String text) {
        return new StepSplitter(rule).split(text);
    }

    private List<Step> atMarker(String text) {
        String marker = mapping.marker();
        List<Step> steps = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(marker); end >= 0; end = text.indexOf(marker, start)) {
            addUnlessBlank(text.substring(start, end), steps);
            start = end + marker.length();
        }
        addUnlessBlank(text.substring(start), steps);
        return steps;
    }

    private static void addUnlessBlank(String text, List<Step> steps) {
        if (!text.isBlank()) {
            steps.add(Step.of(text.strip()));
        }
    }

    /**
     * The texts of a role, one a step and empty where there is none. One text for all steps is said
     * of the first.
     */
    List<String> texts(Role role, JsonNode row, int steps) {
        List<String> texts = new ArrayList<>(Collections.nCopies(steps, ""));
        ColumnPath path = mapping.columns().get(role);
        JsonNode value = path == null ? MissingNode.getInstance() : path.at(row);
        if (MappedLabels.isEmpty(value)) {
            return texts;
        }
        if (value.isTextual()) {
            value = ListText.items(value.textValue()).<JsonNode>map(l -> l).orElse(value);
        }
        if (!value.isArray()) {
            texts.set(0, MappedTrace.plain(value, path));
            return texts;
        }
        if (value.size() != steps) {
            throw new BadRow(
                    "\"" + path + "\" has " + value.size() + " items for " + steps + " steps");
        }
        for (int i = 0; i < steps; i++) {
            JsonNode item = value.get(i);
            texts.set(i, item.isNull() ? "" : MappedTrace.plain(item, path));
        }
        return texts;
    }

    /** The steps of the rows of one trace. Rows of the same place are several people's. */
    List<Piece> perRow(List<JsonNode> rows) {
        TreeMap<Long, Piece> pieces = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            Step step = step(row);
            Voice voice =
                    new Voice(
                            value(Role.LABELS, row),
                            text(Role.ANNOTATOR, row),
                            orEmpty(Role.COMMENT, row));
            pieces.merge(place(row, i), new Piece(step, List.of(voice)), (a, b) -> joined(a, b));
        }
        return List.copyOf(pieces.values());
    }

    private static Piece joined(Piece one, Piece other) {
        if (!one.step().equals(other.step())) {
            throw new BadRow("two rows of the same id and step hold different texts");
        }
        Voice more = other.voices().get(0);
        if (one.voices().stream().anyMatch(v -> Objects.equals(v.annotator(), more.annotator()))) {
            throw new BadRow("two rows of the same id and step are of the same annotator");
        }
        List<Voice> voices = new ArrayList<>(one.voices());
        voices.addAll(other.voices());
        return new Piece(one.step(), voices);
    }

    private Step step(JsonNode row) {
        String text = text(Role.STEPS, row);
        if (text == null) {
            throw new BadRow("\"" + mapping.columns().get(Role.STEPS) + "\" is missing");
        }
        return step(Step.of(text), orEmpty(Role.KIND, row), orEmpty(Role.CONTEXT, row));
    }

    private long place(JsonNode row, int otherwise) {
        if (mapping.column(Role.ORDER).isEmpty()) {
            return otherwise;
        }
        String text = orEmpty(Role.ORDER, row).strip();
        if (!text.matches("-?[0-9]{1,9}(\\.0{1,9})?")) {
            throw new BadRow(
                    "\"" + mapping.columns().get(Role.ORDER) + "\" is not the number of a step");
        }
        int dot = text.indexOf('.');
        return Long.parseLong(dot < 0 ? text : text.substring(0, dot));
    }

    private JsonNode value(Role role, JsonNode row) {
        ColumnPath path = mapping.columns().get(role);
        return path == null ? MissingNode.getInstance() : path.at(row);
    }

    private String text(Role role, JsonNode row) {
        JsonNode value = value(role, row);
        return value.isMissingNode() || value.isNull()
                ? null
                : MappedTrace.plain(value, mapping.columns().get(role));
    }

    private String orEmpty(Role role, JsonNode row) {
        String text = text(role, row);
        return text == null ? "" : text;
    }
}
