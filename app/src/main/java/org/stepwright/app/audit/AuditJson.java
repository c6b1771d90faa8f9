package org.stepwright.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.audit.DuplicateCounts;
import org.stepwright.audit.FileOverlap;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.Shortcut;

/** Options and summaries as a workspace keeps them. */
public final class AuditJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditJson() {}

    /**
     * @param kind a kind of finding
     * @return its name on the command line and in files: {@code near-duplicate}
     */
    public static String name(FindingKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param name a name as {@link #name} gives it
     * @return the kind, if there is one
     */
    public static Optional<FindingKind> kind(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(FindingKind.values()).filter(k -> k.name().equals(wanted)).findFirst();
    }

    static String of(AuditOptions options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode checks = json.putArray("checks");
        options.checks().stream().sorted().forEach(k -> checks.add(name(k)));
        json.put("near", options.near());
        ArrayNode benchmarks = json.putArray("benchmarks");
        options.benchmarks().forEach(b -> benchmarks.add(b.toString()));
        json.put("seed", options.seed());
        json.put("split_by", options.splitBy());
        json.put("deep", options.deep());
        return write(json);
    }

    static String of(AuditSummary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("traces", summary.traces());
        json.put("steps", summary.steps());
        json.put("labels", summary.labels());
        json.put("aside", summary.aside());
        json.put("seconds", summary.seconds());
        ObjectNode counts = json.putObject("counts");
        summary.counts().forEach((kind, n) -> counts.put(name(kind), n));
        ObjectNode shared = json.putObject("kept_once");
        shared.put("traces", summary.kept().different());
        shared.put("problems", summary.kept().problems());
        shared.put("groups", summary.kept().groups());
        ArrayNode overlaps = json.putArray("overlaps");
        for (FileOverlap overlap : summary.overlaps()) {
            ObjectNode row = overlaps.addObject();
            row.put("first", overlap.first());
            row.put("second", overlap.second());
            row.put("problems", overlap.problems());
            row.put("groups", overlap.groups());
            row.put("traces", overlap.traces());
        }
        ArrayNode shortcuts = json.putArray("shortcuts");
        summary.shortcuts().forEach(c -> shortcuts.addPOJO(c));
        summary.notes().forEach(json.putArray("notes")::add);
        return write(json);
    }

    /**
     * @param json as an audit was saved with
     * @return the options; those that it does not say or that make no sense are the usual ones
     */
    public static AuditOptions options(String json) {
        JsonNode node = read(json);
        Set<FindingKind> checks = EnumSet.noneOf(FindingKind.class);
        node.path("checks").forEach(c -> kind(c.asText()).ifPresent(checks::add));
        List<Path> benchmarks = new ArrayList<>();
        node.path("benchmarks").forEach(b -> path(b.asText()).ifPresent(benchmarks::add));
        AuditOptions usual = AuditOptions.DEFAULT;
        double near = node.path("near").asDouble(usual.near());
        return new AuditOptions(
                checks.isEmpty() ? usual.checks() : checks,
                near >= AuditOptions.NEAR_LEAST && near <= 1 ? near : usual.near(),
                benchmarks,
                node.path("seed").asLong(usual.seed()),
                node.path("split_by").asText(""),
                node.path("deep").asBoolean(false));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty(); // made on another system
        }
    }

    /**
     * @param json as an audit was saved with
     * @return the summary
     */
    public static AuditSummary summary(String json) {
        JsonNode node = read(json);
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        node.path("counts")
                .properties()
                .forEach(
                        e -> kind(e.getKey()).ifPresent(k -> counts.put(k, e.getValue().asLong())));
        List<FileOverlap> overlaps = new ArrayList<>();
        node.path("overlaps").forEach(o -> overlaps.add(overlap(o)));
        JsonNode kept = node.path("kept_once");
        List<String> notes = new ArrayList<>();
        node.path("notes").forEach(n -> notes.add(n.asText()));
        return new AuditSummary(
                node.path("traces").asLong(),
                node.path("steps").asLong(),
                node.path("labels").asLong(),
                node.path("aside").asLong(),
                node.path("seconds").asDouble(),
                counts,
                new DuplicateCounts(
                        node.path("traces").asLong(),
                        kept.path("traces").asLong(),
                        kept.path("problems").asLong(),
                        kept.path("groups").asLong()),
                overlaps,
                shortcuts(node.path("shortcuts")),
                notes);
    }

    private static List<Shortcut> shortcuts(JsonNode rows) {
        List<Shortcut> shortcuts = new ArrayList<>();
        for (JsonNode row : rows) {
            try {
                shortcuts.add(JSON.treeToValue(row, Shortcut.class));
            } catch (JsonProcessingException e) {
                // saved by another version; the findings say it too
            }
        }
        return shortcuts;
    }

    private static FileOverlap overlap(JsonNode row) {
        return new FileOverlap(
                row.path("first").asText(),
                row.path("second").asText(),
                row.path("problems").asLong(),
                row.path("groups").asLong(),
                row.path("traces").asLong());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode(); // nothing is known of it
        }
    }

    private static String write(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of nodes can always be written.", e);
        }
    }
}
