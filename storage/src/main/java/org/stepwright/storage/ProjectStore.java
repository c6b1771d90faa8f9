package org.stepwright.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The settings of a workspace, by name. Safe for many threads. */
public final class ProjectStore {
    /** Reads one setting into those read so far; fails when it is not what it has to be. */
    private static final Map<String, BiFunction<ProjectSettings, JsonNode, ProjectSettings>>
            READERS =
                    Map.of(
                            "overlap", (s, v) -> s.withOverlap(integer(v)),
                            "blind", (s, v) -> s.withBlind(truth(v)),
                            "goldShare", (s, v) -> s.withGoldShare(number(v)),
                            "repeatShare", (s, v) -> s.withRepeatShare(number(v)),
                            "repeatAfterDays", (s, v) -> s.withRepeatAfterDays(integer(v)),
                            "sliceShare", (s, v) -> s.withSliceShare(number(v)),
                            "shownSources", (s, v) -> s.withShownSources(texts(v)),
                            "shownAfterSubmit", (s, v) -> s.withShownAfterSubmit(truth(v)),
                            "consensus", (s, v) -> s.withConsensus(text(v)),
                            "screening", (s, v) -> s.withScreening(integer(v)));

    private final Database database;

    ProjectStore(Database database) {
        this.database = database;
    }

    /**
     * @return the settings; defaults for what was never set, and for values that this version does
     *     not know
     */
    public ProjectSettings current() {
        return database.read(ProjectStore::current);
    }

    /**
     * @param settings the settings from now on
     * @throws org.stepwright.work.WorkFailed when they cannot be saved
     */
    public void save(ProjectSettings settings) {
        Map<String, Object> values = values(settings);
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement put =
                            db.prepare(
                                    "INSERT OR REPLACE INTO project_setting (name, value)"
                                            + " VALUES (?, ?)");
                    for (Map.Entry<String, Object> value : values.entrySet()) {
                        put.setString(1, value.getKey());
                        put.setString(2, Json.write(value.getValue()));
                        put.executeUpdate();
                    }
                    return null;
                });
    }

    static ProjectSettings current(Db db) throws SQLException {
        ProjectSettings settings = ProjectSettings.DEFAULTS;
        try (ResultSet row = db.prepare("SELECT name, value FROM project_setting").executeQuery()) {
            while (row.next()) {
                settings = read(settings, row.getString(1), row.getString(2));
            }
        }
        return settings;
    }

    private static ProjectSettings read(ProjectSettings settings, String name, String json) {
        BiFunction<ProjectSettings, JsonNode, ProjectSettings> reader = READERS.get(name);
        if (reader == null) {
            return settings;
        }
        try {
            return reader.apply(settings, Json.tree(json));
        } catch (IllegalArgumentException e) {
            // A newer version may allow more; the default is what this one can do.
            return settings;
        }
    }

    private static Map<String, Object> values(ProjectSettings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("overlap", settings.overlap());
        values.put("blind", settings.blind());
        values.put("goldShare", settings.goldShare());
        values.put("repeatShare", settings.repeatShare());
        values.put("repeatAfterDays", settings.repeatAfterDays());
        values.put("sliceShare", settings.sliceShare());
        values.put("shownSources", new TreeSet<>(settings.shownSources()));
        values.put("shownAfterSubmit", settings.shownAfterSubmit());
        values.put("consensus", settings.consensus());
        values.put("screening", settings.screening());
        return values;
    }

    private static int integer(JsonNode value) {
        require(value.canConvertToInt() && value.isIntegralNumber());
        return value.intValue();
    }

    private static double number(JsonNode value) {
        require(value.isNumber());
        return value.doubleValue();
    }

    private static boolean truth(JsonNode value) {
        require(value.isBoolean());
        return value.booleanValue();
    }

    private static String text(JsonNode value) {
        require(value.isTextual());
        return value.textValue();
    }

    private static Set<String> texts(JsonNode value) {
        require(value.isArray());
        Set<String> texts = new TreeSet<>();
        value.forEach(v -> texts.add(text(v)));
        return texts;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("A setting is of another kind.");
        }
    }
}
