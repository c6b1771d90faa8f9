package org.stepwright.storage.format.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A first guess of a mapping, by the names of columns and what stands in them. It may lack what
 * nobody could guess.
 *
 * @param columns the columns of the roles that were found
 * @param cut how the steps seem to be held
 * @param marker what seems to end each step; empty unless the cut is {@link StepCut#MARKER}
 * @param labels how the labels seem to be meant
 */
public record MappingGuess(
        Map<Role, ColumnPath> columns, StepCut cut, String marker, LabelRule labels) {
    /** Copies. */
    public MappingGuess {
        Map<Role, ColumnPath> known = new EnumMap<>(Role.class);
        known.putAll(columns);
        columns = Collections.unmodifiableMap(known);
    }

    /**
     * @param name the mapping's name
     * @return the mapping, when nothing is missing that it needs
     */
    public Optional<ColumnMapping> mapping(String name) {
        try {
            return Optional.of(
                    new ColumnMapping(
                            name, columns, cut, marker, labels, Map.of(), ColumnMapping.AUTO));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A mapping by the names of a table's columns alone, when they leave no doubt: a problem and a
     * list of steps, or an id, a problem, and the text of one step a row.
     *
     * @param name the mapping's name
     * @param names the names of the columns
     * @return the mapping; empty when there is any doubt
     */
    public static Optional<ColumnMapping> ofNames(String name, List<String> names) {
        Map<String, String> known = new java.util.LinkedHashMap<>();
        for (String column : names) {
            if (column.isBlank() || known.put(ColumnNames.plain(column), column) != null) {
                return Optional.empty();
            }
        }
        Map<Role, ColumnPath> columns = new EnumMap<>(Role.class);
        putFirst(columns, Role.PROBLEM, known, List.of("problem", "question", "prompt"));
        putFirst(columns, Role.STEPS, known, List.of("steps", "completions", "reasoningsteps"));
        StepCut cut = StepCut.LIST;
        putFirst(columns, Role.ID, known, ColumnNames.NAMES.get(Role.ID));
        if (!columns.containsKey(Role.STEPS) && columns.containsKey(Role.ID)) {
            cut = StepCut.STEP_PER_ROW;
            putFirst(columns, Role.STEPS, known, List.of("steptext", "stepcontent", "text"));
            putFirst(columns, Role.ORDER, known, ColumnNames.NAMES.get(Role.ORDER));
        }
        List<String> labels =
                cut == StepCut.LIST
                        ? List.of("labels", "steplabels", "verdicts")
                        : List.of("label", "steplabel", "verdict", "correct", "iscorrect");
        putFirst(columns, Role.LABELS, known, labels);
        for (Role role : List.of(Role.REFERENCE, Role.GENERATOR, Role.ANNOTATOR, Role.COMMENT)) {
            putFirst(columns, role, known, ColumnNames.NAMES.get(role));
        }
        return new MappingGuess(columns, cut, "", LabelRule.TWO_WAY).mapping(name);
    }

    private static void putFirst(
            Map<Role, ColumnPath> columns,
            Role role,
            Map<String, String> known,
            List<String> wanted) {
        wanted.stream()
                .filter(known::containsKey)
                .findFirst()
                .ifPresent(w -> columns.put(role, ColumnPath.of(ColumnPath.quoted(known.get(w)))));
    }

    /**
     * @param rows the first rows of a file, each an object
     * @return what they seem to be
     */
    public static MappingGuess of(List<JsonNode> rows) {
        return new Guessing(rows).guess();
    }

    /** One guess. */
    private static final class Guessing {
        private final List<SampleColumn> all;
        private final Map<Role, ColumnPath> columns = new EnumMap<>(Role.class);
        private final Set<ColumnPath> taken = new HashSet<>();
        private StepCut cut = StepCut.LIST;
        private String marker = "";
        private LabelRule labels = LabelRule.TWO_WAY;

        Guessing(List<JsonNode> rows) {
            all = SampleColumn.of(rows);
        }

        MappingGuess guess() {
            named(Role.PROBLEM, SampleColumn.Shape.TEXT);
            if (columns.isEmpty()) {
                longestText();
            }
            if (!stepList() && !stepRows()) {
                stepText();
            }
            labels();
            if (cut != StepCut.STEP_PER_ROW) {
                named(Role.ID, null);
            }
            named(Role.OUTCOME, SampleColumn.Shape.TRUTH);
            named(Role.REFERENCE, null);
            named(Role.GENERATOR, SampleColumn.Shape.TEXT);
            named(Role.ANNOTATOR, null);
            besideSteps(Role.CONTEXT);
            besideSteps(Role.COMMENT);
            return new MappingGuess(columns, cut, marker, labels);
        }

        private void take(Role role, SampleColumn column) {
            columns.put(role, column.path());
            taken.add(column.path());
        }

        /** The first column of a role's names, the one nearest to the top; of a shape if given. */
        private void named(Role role, SampleColumn.Shape shape) {
            find(ColumnNames.NAMES.get(role), false, shape).ifPresent(c -> take(role, c));
        }

        private Optional<SampleColumn> find(
                List<String> names, boolean many, SampleColumn.Shape shape) {
            for (String name : names) {
                Optional<SampleColumn> found =
                        all.stream()
                                .filter(c -> c.path().many() == many)
                                .filter(c -> !taken.contains(c.path()))
                                .filter(c -> last(c).equals(name))
                                .filter(c -> shape == null || c.shape() == shape)
                                .min(java.util.Comparator.comparingInt(Guessing::depth));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private static int depth(SampleColumn column) {
            return (int) column.path().text().chars().filter(c -> c == '.').count();
        }

        private static String last(SampleColumn column) {
            String text = column.path().text();
            return ColumnNames.plain(text.substring(text.lastIndexOf('.') + 1));
        }

        /** The name of the list that an item's column is in. */
        private static String listName(SampleColumn column) {
            String text = column.path().text();
            String list = text.substring(0, text.lastIndexOf("[]"));
            return ColumnNames.plain(list.substring(list.lastIndexOf('.') + 1));
        }

        private void longestText() {
            all.stream()
                    .filter(c -> !c.path().many() && c.shape() == SampleColumn.Shape.TEXT)
                    .filter(c -> ColumnNames.STEP_TEXTS.stream().noneMatch(last(c)::equals))
                    .filter(c -> length(c) > 20)
                    .max(java.util.Comparator.comparingLong(Guessing::length))
                    .ifPresent(c -> take(Role.PROBLEM, c));
        }

        private static long length(SampleColumn column) {
            return column.values().stream().mapToLong(v -> v.asText().length()).sum()
                    / Math.max(1, column.values().size());
        }

        private boolean stepList() {
            for (String list : ColumnNames.STEP_LISTS) {
                for (String item : ColumnNames.STEP_ITEMS) {
                    Optional<SampleColumn> found =
                            all.stream()
                                    .filter(c -> c.path().many() && listName(c).equals(list))
                                    .filter(c -> last(c).equals(item))
                                    .filter(c -> c.shape() == SampleColumn.Shape.TEXTS)
                                    .findFirst();
                    if (found.isPresent()) {
                        take(Role.STEPS, found.get());
                        return true;
                    }
                }
                Optional<SampleColumn> texts = find(List.of(list), false, SampleColumn.Shape.TEXTS);
                if (texts.isPresent()) {
                    take(Role.STEPS, texts.get());
                    return true;
                }
            }
            List<SampleColumn> lists =
                    all.stream().filter(c -> c.shape() == SampleColumn.Shape.TEXTS).toList();
            if (lists.size() == 1) {
                take(Role.STEPS, lists.get(0));
                return true;
            }
            return false;
        }

        /** One step a row shows in ids that come more than once. */
        private boolean stepRows() {
            Optional<SampleColumn> id =
                    all.stream()
                            .filter(c -> !c.path().many() && !taken.contains(c.path()))
                            .filter(c -> last(c).endsWith("id") || last(c).equals("idx"))
                            .filter(Guessing::repeats)
                            .findFirst();
            Optional<SampleColumn> text =
                    find(ColumnNames.ROW_STEPS, false, SampleColumn.Shape.TEXT);
            if (id.isEmpty() || text.isEmpty()) {
                return false;
            }
            cut = StepCut.STEP_PER_ROW;
            take(Role.ID, id.get());
            take(Role.STEPS, text.get());
            named(Role.ORDER, SampleColumn.Shape.NUMBER);
            return true;
        }

        private static boolean repeats(SampleColumn column) {
            List<JsonNode> values = column.values();
            return values.size() > 2 && new HashSet<>(values).size() * 3 <= values.size() * 2;
        }

        private void stepText() {
            find(ColumnNames.STEP_TEXTS, false, SampleColumn.Shape.TEXT)
                    .ifPresent(
                            column -> {
                                take(Role.STEPS, column);
                                boolean marked =
                                        column.values().stream()
                                                .anyMatch(
                                                        v ->
                                                                v.asText()
                                                                        .contains(
                                                                                ColumnNames
                                                                                        .KNOWN_MARKER));
                                cut = marked ? StepCut.MARKER : StepCut.AUTO;
                                marker = marked ? ColumnNames.KNOWN_MARKER : "";
                            });
            cut = columns.containsKey(Role.STEPS) ? cut : StepCut.AUTO;
        }

        private void labels() {
            for (String name : ColumnNames.LABELS) {
                for (SampleColumn column : all) {
                    if (!taken.contains(column.path()) && last(column).equals(name)) {
                        Optional<LabelRule> rule = LabelValues.rule(column, cut);
                        if (rule.isPresent()) {
                            take(Role.LABELS, column);
                            labels = rule.get();
                            return;
                        }
                    }
                }
            }
            find(ColumnNames.FIRST_ERRORS, false, SampleColumn.Shape.NUMBER)
                    .filter(c -> cut != StepCut.STEP_PER_ROW)
                    .ifPresent(
                            column -> {
                                take(Role.LABELS, column);
                                labels = LabelValues.firstError(column);
                            });
        }

        /** A role that stands in the objects of the steps, or in the rows of steps. */
        private void besideSteps(Role role) {
            ColumnPath steps = columns.get(Role.STEPS);
            boolean many = steps != null && steps.many();
            if (many || cut == StepCut.STEP_PER_ROW) {
                find(ColumnNames.NAMES.get(role), many, null).ifPresent(c -> take(role, c));
            }
        }
    }
}
