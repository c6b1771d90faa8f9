package org.stepwright.ui.rubrics.versions;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.rubrics.versions.DiffRow.Mark;

/** Two states of a rubric and the lines of their diff. Use on the UI thread. */
final class DiffViewModel {
    /** A state of the rubric that can be compared; the number is 0 for the draft. */
    record Side(int number, String name, Rubric rubric) {}

    private final Supplier<List<RubricVersion>> versions;
    private final Supplier<Rubric> draft;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObservableList<Side> sides = FXCollections.observableArrayList();
    private final ObjectProperty<Side> left = new SimpleObjectProperty<>();
    private final ObjectProperty<Side> right = new SimpleObjectProperty<>();
    private final BooleanProperty onlyChanges = new SimpleBooleanProperty(true);
    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final StringProperty counts = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty compared = new SimpleBooleanProperty();
    private List<DiffRow> all = List.of();
    private boolean loading;

    /**
     * @param versions the published versions, in any order
     * @param draft the draft, null for none
     * @param tasks background work
     * @param texts the texts of this part
     */
    DiffViewModel(
            Supplier<List<RubricVersion>> versions,
            Supplier<Rubric> draft,
            FxTasks tasks,
            Messages texts) {
        this.versions = versions;
        this.draft = draft;
        this.tasks = tasks;
        this.texts = texts;
        left.addListener((o, was, is) -> compare());
        right.addListener((o, was, is) -> compare());
        onlyChanges.addListener((o, was, is) -> showRows());
    }

    /**
     * Reads what can be compared. What was chosen stays chosen while the rubric is the same; else
     * the latest version is compared with the draft.
     */
    void load() {
        List<Side> found = new ArrayList<>();
        Rubric now = draft.get();
        if (now != null) {
            found.add(new Side(0, texts.text("diff.draft"), now));
        }
        versions.get().stream()
                .sorted(Comparator.comparingInt(RubricVersion::number).reversed())
                .forEach(v -> found.add(new Side(v.number(), name(v), v.rubric())));
        Side older = kept(left.get(), found);
        Side newer = kept(right.get(), found);
        if (older == null || newer == null) {
            newer = found.isEmpty() ? null : found.get(0);
            older = found.size() > 1 ? found.get(1) : null;
            if (found.size() > 2 && older.rubric().equals(newer.rubric())) {
                newer = older; // just published: what that version changed
                older = found.get(2);
            }
        }
        loading = true; // one comparison for all that follows
        sides.setAll(found);
        left.set(older);
        right.set(newer);
        loading = false;
        compare();
    }

    /**
     * Compares two states from now on.
     *
     * @param older a version's number, 0 for the draft
     * @param newer a version's number, 0 for the draft
     */
    void choose(int older, int newer) {
        sides.stream().filter(s -> s.number() == older).findFirst().ifPresent(left::set);
        sides.stream().filter(s -> s.number() == newer).findFirst().ifPresent(right::set);
    }

    void swap() {
        Side was = left.get();
        left.set(right.get());
        right.set(was);
    }

    private static Side kept(Side chosen, List<Side> found) {
        if (chosen == null) {
            return null;
        }
        return found.stream()
                .filter(s -> s.number() == chosen.number())
                .filter(s -> s.rubric().id().equals(chosen.rubric().id()))
                .findFirst()
                .orElse(null);
    }

    private String name(RubricVersion version) {
        String day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withZone(ZoneId.systemDefault())
                        .format(version.publishedAt());
        return version.note().isBlank()
                ? texts.text("diff.version", version.number(), day)
                : texts.text("diff.version.note", version.number(), day, version.note());
    }

    private void compare() {
        if (loading) {
            return;
        }
        Side older = left.get();
        Side newer = right.get();
        if (older == null || newer == null) {
            all = List.of();
            compared.set(false);
            showRows();
            return;
        }
        tasks.query(
                () -> DiffRows.of(older.rubric(), newer.rubric(), texts),
                found -> {
                    if (older == left.get() && newer == right.get()) {
                        all = found;
                        trouble.set("");
                        compared.set(true);
                        showRows();
                    }
                },
                trouble::set);
    }

    private void showRows() {
        List<DiffRow> shown = onlyChanges.get() ? DiffRows.changes(all) : all;
        rows.setAll(shown);
        counts.set(
                all.isEmpty()
                        ? ""
                        : texts.text(
                                "diff.counts",
                                count(Mark.ADDED),
                                count(Mark.REMOVED),
                                count(Mark.CHANGED),
                                count(Mark.MOVED)));
    }

    private long count(Mark mark) {
        return all.stream().filter(r -> r.stop() && r.mark() == mark).count();
    }

    /**
     * @param from the line that is chosen, -1 for none
     * @param direction 1 for the next change, -1 for the one before
     * @return the line of that change; -1 when there is none in that direction
     */
    int change(int from, int direction) {
        int start = from < 0 && direction < 0 ? rows.size() : from;
        for (int i = start + direction; i >= 0 && i < rows.size(); i += direction) {
            if (rows.get(i).stop()) {
                return i;
            }
        }
        return -1;
    }

    /** Which change a line is, from 1, and how many there are; empty when it is none. */
    String place(int row) {
        if (row < 0 || row >= rows.size() || !rows.get(row).stop()) {
            return "";
        }
        long before = rows.subList(0, row + 1).stream().filter(DiffRow::stop).count();
        return texts.text("diff.place", before, rows.stream().filter(DiffRow::stop).count());
    }

    /** The changes as plain text, for a mail or a ticket. */
    String text() {
        StringBuilder out = new StringBuilder();
        out.append(name(left.get())).append(" → ").append(name(right.get())).append('\n');
        for (DiffRow row : DiffRows.changes(all)) {
            String sign = row.mark() == Mark.SAME ? " " : row.mark().sign();
            out.append("  ".repeat(row.depth())).append(sign).append(' ');
            out.append(row.heading() ? heading(row) : fact(row)).append('\n');
        }
        return out.toString();
    }

    private static String name(Side side) {
        return side == null ? "" : side.rubric().title() + ", " + side.name();
    }

    private static String heading(DiffRow row) {
        String titles =
                List.of(row.before(), row.after()).stream()
                        .filter(t -> !t.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" → "));
        return row.label().isEmpty() ? titles : row.label() + ": " + titles;
    }

    private static String fact(DiffRow row) {
        if (row.before().isEmpty() || row.after().isEmpty()) {
            return row.label() + ": " + row.before() + row.after();
        }
        boolean longText = row.before().length() + row.after().length() > 80;
        String between = longText ? "\n" + "  ".repeat(row.depth() + 1) + "→ " : " → ";
        return row.label() + ": " + row.before() + between + row.after();
    }

    /** What can be compared, the draft first, then the latest version. */
    ObservableList<Side> sides() {
        return sides;
    }

    ObjectProperty<Side> left() {
        return left;
    }

    ObjectProperty<Side> right() {
        return right;
    }

    BooleanProperty onlyChanges() {
        return onlyChanges;
    }

    /** The lines that are shown. */
    ObservableList<DiffRow> rows() {
        return rows;
    }

    /** How many changes of each sort there are, in words. */
    StringProperty counts() {
        return counts;
    }

    /** Whether two states are compared; false while there is only one. */
    ReadOnlyBooleanProperty compared() {
        return compared;
    }

    boolean same() {
        return Objects.nonNull(left.get()) && all.stream().allMatch(r -> r.mark() == Mark.SAME);
    }

    StringProperty trouble() {
        return trouble;
    }
}
