package org.stepwright.prm.live.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepwright.prm.live.draft.DraftLimits.Length;

/**
 * One object of an answer. A value of a wrong kind makes the answer unusable; one that is too long,
 * too many or unknown is left out with a note.
 *
 * @param json the object
 * @param where where it stands, in our own words: {@code stage 2}
 * @param notes hears what was left out
 */
record Fields(ObjectNode json, String where, Notes notes) {
    /** Notes fields that nobody asked for. */
    Fields only(Set<String> known) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                notes.add(
                        "Left out the unknown field "
                                + CleanText.quoted(name)
                                + " of "
                                + where
                                + ".");
            }
        }
        return this;
    }

    /** Text in one line; empty when it is not there. */
    String line(String name, Length longest) {
        return shortened(name, CleanText.line(raw(name)), longest);
    }

    /** Text of many lines; empty when it is not there. */
    String block(String name, Length longest) {
        return shortened(name, CleanText.block(raw(name)), longest);
    }

    /** A number, also one written as text; empty when there is none or it is not finite. */
    OptionalDouble number(String name) {
        JsonNode value = json.path(name);
        if (value.isNumber()) {
            return finite(value.asDouble());
        }
        try {
            return raw(name).isBlank()
                    ? OptionalDouble.empty()
                    : finite(Double.parseDouble(raw(name).strip()));
        } catch (NumberFormatException e) {
            throw new NotUsable(where + " has a " + name + " that is no number");
        }
    }

    /** Yes or no. */
    boolean flag(String name, boolean fallback) {
        JsonNode value = json.path(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return switch (raw(name).strip().toLowerCase(Locale.ROOT)) {
            case "" -> fallback;
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new NotUsable(where + " has a " + name + " that is no true or false");
        };
    }

    /** One of the words of an enum, whatever its case; null when it is none of them. */
    <E extends Enum<E>> E word(String name, Class<E> kind) {
        String given = raw(name).strip();
        for (E value : kind.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(given)) {
                return value;
            }
        }
        return null;
    }

    /** Texts in one line each; one text alone counts as a list. */
    List<String> lines(String name, int most, Length longest) {
        JsonNode value = json.path(name);
        List<String> lines = new ArrayList<>();
        if (value.isTextual()) {
            add(lines, name, value, longest);
            return lines;
        }
        for (JsonNode item : items(name, most)) {
            if (item.isContainerNode()) {
                throw new NotUsable(where + " has something else than texts under " + name);
            }
            add(lines, name, item, longest);
        }
        return lines;
    }

    private void add(List<String> lines, String name, JsonNode item, Length longest) {
        String line = shortened(name, CleanText.line(item.asText("")), longest);
        if (!line.isEmpty() && !lines.contains(line)) {
            lines.add(line);
        }
    }

    /** Objects of a list; empty when it is not there. */
    List<Fields> objects(String name, String each, int most) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : items(name, most)) {
            String at = each + " " + (objects.size() + 1);
            if (!(item instanceof ObjectNode object)) {
                throw new NotUsable(at + " of " + where + " is no object");
            }
            objects.add(
                    new Fields(
                            object,
                            where.equals(DraftLimits.WHOLE) ? at : at + " of " + where,
                            notes));
        }
        return objects;
    }

    /** An object; null when it is not there. */
    Fields object(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return new Fields(object, name + " of " + where, notes);
        }
        throw new NotUsable("the " + name + " of " + where + " is no object");
    }

    private List<JsonNode> items(String name, int most) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new NotUsable(where + " has a " + name + " that is no list");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        if (items.size() <= most) {
            return items;
        }
        notes.add(
                "Kept the first "
                        + most
                        + " of "
                        + items.size()
                        + " under "
                        + name
                        + " of "
                        + where
                        + ".");
        return items.subList(0, most);
    }

    private String raw(String name) {
        JsonNode value = json.path(name);
        if (value.isContainerNode()) {
            throw new NotUsable(where + " has a " + name + " that is no single value");
        }
        return value.isNull() ? "" : value.asText("");
    }

    private String shortened(String name, String text, Length longest) {
        if (text.length() <= longest.characters()) {
            return text;
        }
        notes.add(
                "Shortened the "
                        + name
                        + " of "
                        + where
                        + " to "
                        + String.format(Locale.ROOT, "%,d", longest.characters())
                        + " characters.");
        return CleanText.cut(text, longest.characters());
    }

    private static OptionalDouble finite(double value) {
        // Adding 0 makes a plain zero of a negative one.
        return Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty();
    }
}
