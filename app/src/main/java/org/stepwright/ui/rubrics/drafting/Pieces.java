package org.stepwright.ui.rubrics.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.ChangeRubric;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionEdit;
import org.stepwright.rubric.LevelEdit;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricEdit;
import org.stepwright.rubric.RubricPatch;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageEdit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.rubrics.versions.RubricWords;

/**
 * The difference of two rubrics as pieces under the stage that they belong to, in words: people
 * know stages and criteria by their titles, not by their ids.
 */
final class Pieces {
    private static final String RUBRIC = "rubric";
    private static final String EVERY_STEP = "every step";

    private final Messages texts;
    private final RubricWords facts = new RubricWords(Messages.of("rubrics-versions"));
    private final Map<String, String> stageTitles = new HashMap<>();
    private final Map<String, String> criterionTitles = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<String, List<RubricEdit>> groups = new LinkedHashMap<>();

    private Pieces(Rubric base, Rubric proposed, Messages texts) {
        this.texts = texts;
        know(base);
        know(proposed); // what is in both has the newer title and place
        group(RUBRIC);
        group(EVERY_STEP);
        proposed.stages().forEach(s -> group("stage " + s.id()));
        base.stages().forEach(s -> group("stage " + s.id()));
    }

    /**
     * @param edits the difference of both, as of {@link RubricPatch#between}
     * @return all of them, grouped; their order in a group is that of the patch
     */
    static List<Proposal> of(Rubric base, Rubric proposed, List<RubricEdit> edits, Messages texts) {
        Pieces pieces = new Pieces(base, proposed, texts);
        edits.forEach(e -> pieces.group(pieces.home(e)).add(e));
        List<Proposal> all = new ArrayList<>();
        pieces.groups.forEach(
                (home, group) -> {
                    String heading = pieces.heading(home);
                    for (RubricEdit edit : group) {
                        all.add(new Proposal(edit, pieces.words(edit), heading));
                        heading = "";
                    }
                });
        return List.copyOf(all);
    }

    private List<RubricEdit> group(String home) {
        return groups.computeIfAbsent(home, h -> new ArrayList<>());
    }

    private void know(Rubric rubric) {
        rubric.everyStep().forEach(c -> know(c, EVERY_STEP));
        for (Stage stage : rubric.stages()) {
            stageTitles.put(stage.id(), stage.title());
            stage.criteria().forEach(c -> know(c, "stage " + stage.id()));
        }
    }

    private void know(Criterion criterion, String home) {
        criterionTitles.put(criterion.id(), criterion.title());
        homes.put(criterion.id(), home);
    }

    private String home(RubricEdit edit) {
        if (edit instanceof StageEdit stage) {
            return "stage " + stage.id();
        }
        if (edit instanceof CriterionEdit criterion) {
            return homes.getOrDefault(criterion.id(), RUBRIC);
        }
        return edit instanceof LevelEdit level
                ? homes.getOrDefault(level.criterion(), RUBRIC)
                : RUBRIC;
    }

    private String heading(String home) {
        return switch (home) {
            case RUBRIC -> texts.text("part.rubric");
            case EVERY_STEP -> texts.text("part.everyStep");
            default -> {
                String id = home.substring("stage ".length());
                yield texts.text("part.stage", stageTitles.getOrDefault(id, id));
            }
        };
    }

    private Change words(RubricEdit edit) {
        Change plain = edit.change();
        if (edit instanceof StageEdit.Add added) {
            Stage stage = added.stage();
            return new Change(
                    texts.text("piece.stage.new", stage.title()),
                    "",
                    listed(stage.title(), facts.stage(stage)));
        }
        if (edit instanceof StageEdit.Remove gone) {
            return changed(texts.text("piece.stage.gone", gone.stage().title()), plain);
        }
        if (edit instanceof StageEdit stage) {
            return changed(fact("stage " + stage.id(), title(stage), plain), plain);
        }
        if (edit instanceof CriterionEdit.Add added) {
            Criterion criterion = added.criterion();
            return new Change(
                    texts.text("piece.criterion.new", criterion.title()),
                    "",
                    listed(criterion.title(), facts.criterion(criterion)));
        }
        if (edit instanceof CriterionEdit.Remove gone) {
            return changed(texts.text("piece.criterion.gone", gone.criterion().title()), plain);
        }
        if (edit instanceof CriterionEdit criterion) {
            String id = criterion.id();
            return changed(fact("criterion " + id, title(id), plain), plain);
        }
        if (edit instanceof LevelEdit level) {
            String id = level.criterion();
            return changed(fact("criterion " + id, title(id), plain), plain);
        }
        String what = ((ChangeRubric) edit).change().where().substring(RUBRIC.length()).strip();
        return changed(texts.text("piece.rubric", what), plain);
    }

    private String title(StageEdit stage) {
        return stageTitles.getOrDefault(stage.id(), stage.id());
    }

    private String title(String criterion) {
        return criterionTitles.getOrDefault(criterion, criterion);
    }

    /** The title and which fact of it changes, which stands behind the id. */
    private String fact(String prefix, String title, Change plain) {
        return texts.text("piece.fact", title, plain.where().substring(prefix.length()).strip());
    }

    private static Change changed(String where, Change plain) {
        return new Change(where, plain.before(), plain.after());
    }

    private static String listed(String title, Map<String, String> facts) {
        String lines =
                facts.entrySet().stream()
                        .filter(e -> !e.getValue().isBlank())
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? title : lines;
    }
}
