package org.stepwright.ui.rubrics.versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.rubrics.versions.DiffRow.Mark;
import org.stepwright.ui.rubrics.versions.DiffRow.Piece;

/** The lines of a diff between two rubrics, aligned by stage and criterion. Knows no toolkit. */
final class DiffRows {
    private final RubricWords words;
    private final Messages texts;
    private final Map<String, Place> old;
    private final Map<String, Place> now;
    private final List<DiffRow> rows = new ArrayList<>();

    /** Where a criterion stands: the stage's id, empty for every step. */
    private record Place(Criterion criterion, String stageId, String stageTitle) {}

    private DiffRows(Rubric before, Rubric after, Messages texts) {
        this.texts = texts;
        this.words = new RubricWords(texts);
        this.old = places(before);
        this.now = places(after);
    }

    /**
     * @param before the older rubric
     * @param after the newer one
     * @param texts the texts of this part
     * @return all lines, those that are the same too
     */
    static List<DiffRow> of(Rubric before, Rubric after, Messages texts) {
        DiffRows diff = new DiffRows(before, after, texts);
        diff.about(before, after);
        diff.everyStep(before, after);
        diff.stages(before, after);
        return List.copyOf(diff.rows);
    }

    /**
     * @param all lines of a diff
     * @return those that differ and the headings that they stand under
     */
    static List<DiffRow> changes(List<DiffRow> all) {
        List<DiffRow> kept = new ArrayList<>();
        int needed = 0; // depths below this one still lack their heading
        for (int i = all.size() - 1; i >= 0; i--) {
            DiffRow row = all.get(i);
            boolean leads = row.heading() && row.depth() < needed;
            if (row.mark() != Mark.SAME || leads) {
                kept.add(0, row);
                needed = row.depth();
            }
        }
        return List.copyOf(kept);
    }

    private Map<String, Place> places(Rubric rubric) {
        Map<String, Place> places = new LinkedHashMap<>();
        rubric.everyStep()
                .forEach(c -> places.put(c.id(), new Place(c, "", texts.text("part.everyStep"))));
        for (Stage stage : rubric.stages()) {
            stage.criteria()
                    .forEach(c -> places.put(c.id(), new Place(c, stage.id(), stage.title())));
        }
        return places;
    }

    private void about(Rubric before, Rubric after) {
        heading(0, texts.text("part.rubric"), Mark.SAME, before.title(), after.title());
        facts(1, words.rubric(before), words.rubric(after), Mark.SAME);
    }

    private void everyStep(Rubric before, Rubric after) {
        if (before.everyStep().isEmpty() && after.everyStep().isEmpty()) {
            return;
        }
        String title = texts.text("part.everyStep");
        heading(0, "", Mark.SAME, title, title);
        criteria("", before.everyStep(), after.everyStep());
    }

    private void stages(Rubric before, Rubric after) {
        Map<String, Stage> was = byId(before.stages());
        Map<String, Stage> is = byId(after.stages());
        for (Aligned line : Aligned.of(List.copyOf(was.keySet()), List.copyOf(is.keySet()))) {
            Stage older = line.before() ? was.get(line.id()) : null;
            Stage newer = line.after() ? is.get(line.id()) : null;
            Mark mark = mark(older != null, newer != null, line.moved());
            String label = texts.text("part.stage");
            if (line.moved()) {
                label =
                        texts.text(
                                "part.stage.moved",
                                before.stages().indexOf(older) + 1,
                                after.stages().indexOf(newer) + 1);
            }
            heading(
                    0,
                    label,
                    mark,
                    older == null ? "" : older.title(),
                    newer == null ? "" : newer.title());
            facts(
                    1,
                    older == null ? Map.of() : words.stage(older),
                    newer == null ? Map.of() : words.stage(newer),
                    mark);
            criteria(
                    line.id(),
                    older == null ? List.of() : older.criteria(),
                    newer == null ? List.of() : newer.criteria());
        }
    }

    private static Map<String, Stage> byId(List<Stage> stages) {
        return stages.stream()
                .collect(
                        Collectors.toMap(
                                Stage::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private void criteria(String stageId, List<Criterion> before, List<Criterion> after) {
        List<String> was = before.stream().map(Criterion::id).toList();
        List<String> is = after.stream().map(Criterion::id).toList();
        for (Aligned line : Aligned.of(was, is)) {
            Place older = old.get(line.id());
            Place newer = now.get(line.id());
            if (!line.after() && newer != null) {
                leftFor(older, newer);
                continue;
            }
            boolean fromElsewhere = !line.before() && older != null;
            criterion(older, newer, line.moved(), fromElsewhere);
        }
    }

    /** At its old place a criterion that went to another stage leaves one line. */
    private void leftFor(Place older, Place newer) {
        rows.add(
                new DiffRow(
                        1,
                        true,
                        Mark.MOVED,
                        false,
                        texts.text("criterion.went", newer.stageTitle()),
                        List.of(new Piece(older.criterion().title(), false)),
                        List.of()));
    }

    private void criterion(Place older, Place newer, boolean moved, boolean fromElsewhere) {
        Mark mark = mark(older != null, newer != null, moved || fromElsewhere);
        String label = texts.text("part.criterion");
        if (fromElsewhere) {
            label = texts.text("criterion.came", older.stageTitle());
        } else if (moved) {
            label = texts.text("criterion.moved");
        }
        heading(
                1,
                label,
                mark,
                older == null ? "" : older.criterion().title(),
                newer == null ? "" : newer.criterion().title());
        facts(
                2,
                older == null ? Map.of() : words.criterion(older.criterion()),
                newer == null ? Map.of() : words.criterion(newer.criterion()),
                mark);
    }

    private static Mark mark(boolean was, boolean is, boolean moved) {
        if (!was) {
            return Mark.ADDED;
        }
        if (!is) {
            return Mark.REMOVED;
        }
        return moved ? Mark.MOVED : Mark.SAME;
    }

    private void heading(int depth, String label, Mark given, String before, String after) {
        Mark mark = given == Mark.SAME && !before.equals(after) ? Mark.CHANGED : given;
        rows.add(line(depth, true, mark, mark != Mark.SAME, label, before, after));
    }

    /** Of something added or removed as a whole, each fact is too, and one stop is enough. */
    private void facts(
            int depth, Map<String, String> before, Map<String, String> after, Mark whole) {
        boolean oneSided = whole == Mark.ADDED || whole == Mark.REMOVED;
        Set<String> labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        for (String label : labels) {
            String was = before.getOrDefault(label, "");
            String is = after.getOrDefault(label, "");
            if (was.isEmpty() && is.isEmpty()) {
                continue;
            }
            Mark mark = was.equals(is) ? Mark.SAME : Mark.CHANGED;
            if (was.isEmpty()) {
                mark = Mark.ADDED;
            } else if (is.isEmpty()) {
                mark = Mark.REMOVED;
            }
            rows.add(line(depth, false, mark, mark != Mark.SAME && !oneSided, label, was, is));
        }
    }

    private static DiffRow line(
            int depth,
            boolean heading,
            Mark mark,
            boolean stop,
            String label,
            String before,
            String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return new DiffRow(depth, heading, mark, stop, label, whole(before), whole(after));
        }
        WordDiff diff = WordDiff.of(before, after);
        return new DiffRow(depth, heading, mark, stop, label, diff.left(), diff.right());
    }

    private static List<Piece> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
    }
}
