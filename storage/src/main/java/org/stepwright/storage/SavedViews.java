package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.label.QueueOrder;
import org.stepwright.work.WorkFailed;

/** Saved views of a workspace: everybody's. Safe for many threads. */
public final class SavedViews {
    private final Database database;

    SavedViews(Database database) {
        this.database = database;
    }

    /**
     * @return all views by name; an order that this version does not know is IMPORTED
     */
    public List<SavedView> all() {
        return database.read(
                db -> {
                    List<SavedView> views = new ArrayList<>();
                    try (ResultSet row =
                            db.prepare("SELECT name, filter, ordering FROM saved_view")
                                    .executeQuery()) {
                        while (row.next()) {
                            views.add(view(row));
                        }
                    }
                    views.sort(
                            Comparator.comparing(SavedView::name, String.CASE_INSENSITIVE_ORDER)
                                    .thenComparing(SavedView::name));
                    return views;
                });
    }

    /**
     * Saves a view in place of the one with the same name, if any.
     *
     * @param view the view
     * @throws WorkFailed when its name or filter is none, or it would contain itself
     */
    public void save(SavedView view) {
        if (view.name().isEmpty() || view.name().length() > SavedView.MOST_NAME) {
            throw new WorkFailed(
                    "Give the view a name of at most " + SavedView.MOST_NAME + " characters.");
        }
        if (view.filter().length() > SavedView.MOST_FILTER) {
            throw new WorkFailed(
                    "The filter of a view has at most " + SavedView.MOST_FILTER + " characters.");
        }
        TraceFilter filter = TraceFilter.parse(view.filter());
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    put(db, view);
                    // Rolled back with its sentence when the views now go round in a circle.
                    follow(db, filter);
                    return null;
                });
    }

    /**
     * @param name the view to take away; nothing happens when there is none
     */
    public void delete(String name) {
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement delete = db.prepare("DELETE FROM saved_view WHERE name = ?");
                    delete.setString(1, name);
                    return delete.executeUpdate();
                });
    }

    /**
     * A filter and those of the views that it names, and so on.
     *
     * @throws WorkFailed when there is no such view, or a view contains itself
     */
    static List<TraceFilter> follow(Db db, TraceFilter filter) throws SQLException {
        List<TraceFilter> filters = new ArrayList<>(List.of(filter));
        Set<String> seen = new LinkedHashSet<>();
        String name = filter.value(FilterKey.VIEW);
        while (!name.isEmpty()) {
            if (!seen.add(name)) {
                throw new WorkFailed(
                        "The saved view \"" + name + "\" contains itself; change its filter.");
            }
            TraceFilter next = filter(db, name);
            filters.add(next);
            name = next.value(FilterKey.VIEW);
        }
        return filters;
    }

    private static TraceFilter filter(Db db, String name) throws SQLException {
        PreparedStatement select = db.prepare("SELECT filter FROM saved_view WHERE name = ?");
        select.setString(1, name);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new WorkFailed("There is no saved view \"" + name + "\" in this workspace.");
            }
            return TraceFilter.parse(row.getString(1));
        }
    }

    private static void put(Db db, SavedView view) throws SQLException {
        PreparedStatement put =
                db.prepare(
                        "INSERT OR REPLACE INTO saved_view (name, filter, ordering)"
                                + " VALUES (?, ?, ?)");
        put.setString(1, view.name());
        put.setString(2, view.filter());
        put.setString(3, view.order().name());
        put.executeUpdate();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        String ordering = row.getString(3);
        Optional<QueueOrder> order =
                Stream.of(QueueOrder.values()).filter(o -> o.name().equals(ordering)).findFirst();
        return new SavedView(row.getString(1), row.getString(2), order.orElse(QueueOrder.IMPORTED));
    }
}
