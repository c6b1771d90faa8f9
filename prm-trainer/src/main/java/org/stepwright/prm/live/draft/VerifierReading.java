package org.stepwright.prm.live.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.prm.live.draft.DraftLimits.Length;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.verify.VerifierKind;
import org.stepwright.work.WorkFailed;

/** Reads which verifier decides a criterion; only one that can be made is kept. */
final class VerifierReading {
    private final List<VerifierKind> kinds;
    private final Notes notes;

    VerifierReading(List<VerifierKind> kinds, Notes notes) {
        this.kinds = kinds;
        this.notes = notes;
    }

    /**
     * @param fields the verifier; null when there is none
     * @param where whose verifier it is, for notes
     * @param before the verifier of the same criterion in the rubric that is improved, or null; one
     *     of a kind that the model was not told of stays
     * @return the verifier, or null
     */
    VerifierSpec read(Fields fields, String where, VerifierSpec before) {
        String name =
                fields == null ? "" : fields.line("name", Length.WORD).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals(DraftForms.NO_VERIFIER)) {
            return kept(before);
        }
        Map<String, String> given = options(fields.only(Set.of("name", "options")));
        VerifierSpec whole = new VerifierSpec(name, given);
        if (whole.equals(before)) {
            return before;
        }
        Optional<VerifierKind> kind = kind(name);
        if (kind.isEmpty()) {
            notes.add(
                    "Left out the unknown verifier "
                            + CleanText.quoted(name)
                            + " of "
                            + where
                            + ".");
            return kept(before);
        }
        return usable(kind.get(), new VerifierSpec(name, known(kind.get(), given, where)), where);
    }

    /** The model cannot name a kind that it was not told of, so it cannot mean to replace it. */
    private VerifierSpec kept(VerifierSpec before) {
        return before != null && kind(before.name()).isEmpty() ? before : null;
    }

    private Optional<VerifierKind> kind(String name) {
        return kinds.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    private VerifierSpec usable(VerifierKind kind, VerifierSpec spec, String where) {
        try {
            kind.create(spec);
            return spec;
        } catch (WorkFailed | IllegalArgumentException e) {
            notes.add(
                    "Left out the verifier "
                            + kind.name()
                            + " of "
                            + where
                            + ": "
                            + CleanText.cut(CleanText.line(String.valueOf(e.getMessage())), 300));
            return null;
        }
    }

    private Map<String, String> known(VerifierKind kind, Map<String, String> given, String where) {
        Map<String, String> known = new TreeMap<>();
        given.forEach(
                (name, value) -> {
                    if (kind.options().stream().anyMatch(o -> o.name().equals(name))) {
                        known.put(name, value);
                    } else {
                        notes.add(
                                "Left out the unknown option "
                                        + CleanText.quoted(name)
                                        + " of the verifier "
                                        + kind.name()
                                        + " of "
                                        + where
                                        + ".");
                    }
                });
        return known;
    }

    /** From a list of names and values, or, as models also write it, a map. */
    private Map<String, String> options(Fields verifier) {
        Map<String, String> options = new TreeMap<>();
        for (Fields option : named(verifier).objects("options", "option", DraftLimits.OPTIONS)) {
            String name = option.line("name", Length.WORD);
            String value = option.block("value", Length.OPTION);
            if (!name.isEmpty() && !value.isEmpty()) {
                options.put(name, value);
            }
        }
        return options;
    }

    private static Fields named(Fields verifier) {
        if (!(verifier.json().path("options") instanceof ObjectNode map)) {
            return verifier;
        }
        ObjectNode same = verifier.json().objectNode();
        ArrayNode list = same.putArray("options");
        map.properties()
                .forEach(
                        option -> {
                            JsonNode value = option.getValue();
                            // A JSON Schema may come as the object that it is.
                            list.addObject()
                                    .put("name", option.getKey())
                                    .put(
                                            "value",
                                            value.isContainerNode()
                                                    ? value.toString()
                                                    : value.asText(""));
                        });
        return new Fields(same, verifier.where(), verifier.notes());
    }
}
