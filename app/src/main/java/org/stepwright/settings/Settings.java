package org.stepwright.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwright.prm.live.Connection;

/**
 * What this user set. Holds no secrets: a connection names its key, {@link SystemSecrets} finds it.
 *
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param annotator who labels here; not blank
 * @param recentWorkspaces workspaces that were open, latest first
 * @param lastDirectory where a file was last chosen, or null
 * @param connections connections to live models; names are unique
 * @param remembered small things that screens remember, by name
 * @param runCode whether and how code that models wrote may run
 */
public record Settings(
        String theme,
        String annotator,
        List<Path> recentWorkspaces,
        Path lastDirectory,
        List<Connection> connections,
        Map<String, String> remembered,
        RunCode runCode) {
    /** The themes. */
    public static final List<String> THEMES = List.of("light", "dark", "system");

    private static final int RECENT_KEPT = 12;

    /** Validates. */
    public Settings {
        if (!THEMES.contains(theme)) {
            throw new IllegalArgumentException("A theme is one of " + THEMES + ".");
        }
        if (annotator == null || annotator.isBlank()) {
            throw new IllegalArgumentException("An annotator has a name.");
        }
        recentWorkspaces = List.copyOf(recentWorkspaces);
        connections = List.copyOf(connections);
        if (connections.stream().map(Connection::name).distinct().count() != connections.size()) {
            throw new IllegalArgumentException("Two connections have the same name.");
        }
        Objects.requireNonNull(runCode, "runCode");
        remembered = Collections.unmodifiableMap(new TreeMap<>(remembered));
    }

    /**
     * @return what holds before a user set anything
     */
    public static Settings defaults() {
        String user = System.getProperty("user.name", "");
        return new Settings(
                "system",
                user.isBlank() ? "me" : user,
                List.of(),
                null,
                List.of(),
                Map.of(),
                RunCode.off());
    }

    /**
     * @param name a connection's name
     * @return the connection, if there is one
     */
    public Optional<Connection> connection(String name) {
        return connections.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * @param newTheme {@code light}, {@code dark} or {@code system}
     * @return these settings with another theme
     */
    public Settings withTheme(String newTheme) {
        return new Settings(
                newTheme,
                annotator,
                recentWorkspaces,
                lastDirectory,
                connections,
                remembered,
                runCode);
    }

    /**
     * @param newAnnotator a name
     * @return these settings with another annotator
     */
    public Settings withAnnotator(String newAnnotator) {
        return new Settings(
                theme,
                newAnnotator,
                recentWorkspaces,
                lastDirectory,
                connections,
                remembered,
                runCode);
    }

    /**
     * @param workspace a workspace that was opened
     * @return these settings with it at the front of the recent ones
     */
    public Settings withRecent(Path workspace) {
        Path full = workspace.toAbsolutePath().normalize();
        List<Path> recent = new ArrayList<>(List.of(full));
        recentWorkspaces.stream()
                .filter(p -> !p.equals(full))
                .limit(RECENT_KEPT - 1L)
                .forEach(recent::add);
        return new Settings(
                theme, annotator, recent, lastDirectory, connections, remembered, runCode);
    }

    /**
     * @param workspace a workspace that is no longer of interest
     * @return these settings without it among the recent ones
     */
    public Settings withoutRecent(Path workspace) {
        Path full = workspace.toAbsolutePath().normalize();
        List<Path> recent = recentWorkspaces.stream().filter(p -> !p.equals(full)).toList();
        return new Settings(
                theme, annotator, recent, lastDirectory, connections, remembered, runCode);
    }

    /**
     * @param directory where a file was chosen, or null
     * @return these settings with it as the last directory
     */
    public Settings withLastDirectory(Path directory) {
        return new Settings(
                theme, annotator, recentWorkspaces, directory, connections, remembered, runCode);
    }

    /**
     * @param connection a connection
     * @return these settings with it, in place of the one of the same name if there is one
     */
    public Settings withConnection(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        List<Connection> all = new ArrayList<>(connections);
        all.replaceAll(c -> c.name().equals(connection.name()) ? connection : c);
        if (!all.contains(connection)) {
            all.add(connection);
        }
        return new Settings(
                theme, annotator, recentWorkspaces, lastDirectory, all, remembered, runCode);
    }

    /**
     * @param name a connection's name
     * @return these settings without it
     */
    public Settings withoutConnection(String name) {
        List<Connection> rest = connections.stream().filter(c -> !c.name().equals(name)).toList();
        return new Settings(
                theme, annotator, recentWorkspaces, lastDirectory, rest, remembered, runCode);
    }

    /**
     * @param name a name
     * @param value what to remember, or null to forget it
     * @return these settings with it
     */
    public Settings withRemembered(String name, String value) {
        Map<String, String> all = new TreeMap<>(remembered);
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return new Settings(
                theme, annotator, recentWorkspaces, lastDirectory, connections, all, runCode);
    }

    /**
     * @param newRunCode whether and how code may run
     * @return these settings with it
     */
    public Settings withRunCode(RunCode newRunCode) {
        return new Settings(
                theme,
                annotator,
                recentWorkspaces,
                lastDirectory,
                connections,
                remembered,
                newRunCode);
    }
}
