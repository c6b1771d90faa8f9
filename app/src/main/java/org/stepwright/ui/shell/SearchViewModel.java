package org.stepwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceSummary;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.FxTasks;

/**
 * What the search field finds: screens and commands by name, traces through the full-text index.
 */
final class SearchViewModel {
    private static final int TRACES = 8;
    private static final int TITLE_LENGTH = 110;

    private final FxTasks tasks;
    private final Supplier<List<SearchHit>> places;
    private final Supplier<Workspace> workspace;
    private final Supplier<String> annotator;
    private final Consumer<String> openTrace;
    private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
    private final BooleanProperty searched = new SimpleBooleanProperty();
    private int asked;

    /**
     * @param tasks background work
     * @param places screens and commands that can be reached now
     * @param workspace the open workspace or null
     * @param annotator who works here
     * @param openTrace shows a trace
     */
    SearchViewModel(
            FxTasks tasks,
            Supplier<List<SearchHit>> places,
            Supplier<Workspace> workspace,
            Supplier<String> annotator,
            Consumer<String> openTrace) {
        this.tasks = tasks;
        this.places = places;
        this.workspace = workspace;
        this.annotator = annotator;
        this.openTrace = openTrace;
    }

    ObservableList<SearchHit> hits() {
        return hits;
    }

    /** Whether the traces for the present text have come. */
    BooleanProperty searched() {
        return searched;
    }

    /** Searches; places come at once, traces when the index has answered. */
    void search(String text) {
        int mine = ++asked;
        String query = text.strip();
        hits.setAll(places(query));
        Workspace open = workspace.get();
        searched.set(query.isEmpty() || open == null);
        if (searched.get()) {
            return;
        }
        String who = annotator.get();
        TraceFilter filter = new TraceFilter(query, null, "", "", null);
        tasks.query(
                () -> open.traces().page(filter, who, 0, TRACES),
                found -> {
                    if (mine == asked) {
                        found.forEach(s -> hits.add(hit(s)));
                        searched.set(true);
                    }
                },
                why -> {
                    if (mine == asked) {
                        searched.set(true);
                    }
                });
    }

    /** A word of a name that starts like the query is enough. */
    private List<SearchHit> places(String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        List<SearchHit> found = new ArrayList<>();
        for (SearchHit hit : places.get()) {
            String name = hit.title().toLowerCase(Locale.ROOT);
            if (name.startsWith(wanted) || name.contains(" " + wanted)) {
                found.add(hit);
            }
        }
        return found;
    }

    private SearchHit hit(TraceSummary summary) {
        String line = summary.problem().replaceAll("\\s+", " ").strip();
        String title =
                line.length() > TITLE_LENGTH ? line.substring(0, TITLE_LENGTH - 1) + "…" : line;
        return new SearchHit("trace", title, summary.id(), () -> openTrace.accept(summary.id()));
    }

    /** Turns a command into a line. */
    static SearchHit hit(Command command) {
        return new SearchHit("command", command.title(), command.keys(), command.action());
    }
}
