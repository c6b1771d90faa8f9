package org.stepwright.ui.rubrics.versions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Messages;

/**
 * Changes of a rubric as people read them: titles in place of ids, and all that comes with a stage
 * or a criterion that is new.
 */
public final class ChangeWords {
    private static final int PARTS = 3;

    private final Messages texts = Messages.of("rubrics-versions");
    private final RubricWords words = new RubricWords(texts);
    private final List<Rubric> rubrics;

    /**
     * @param before the older rubric
     * @param after the newer one
     */
    public ChangeWords(Rubric before, Rubric after) {
        this.rubrics = List.of(after, before);
    }

    /**
     * @param change a change between the two
     * @return what it is about, such as {@code Criterion “Reads the receipt”, weight}
     */
    public String title(Change change) {
        String[] parts = change.where().split(" ", PARTS);
        Optional<String> title =
                switch (parts[0]) {
                    case "criterion" -> criterion(id(parts)).map(Criterion::title);
                    case "stage" -> stage(id(parts)).map(Stage::title);
                    default -> Optional.empty();
                };
        String fact = parts.length < PARTS ? "" : parts[2];
        return title.map(t -> texts.text("change." + parts[0], t, fact.isEmpty() ? 0 : 1, fact))
                .orElse(change.where());
    }

    /**
     * @param change a change between the two
     * @return the newer text; of a new stage or criterion all its facts
     */
    public String after(Change change) {
        String[] parts = change.where().split(" ", PARTS);
        boolean whole = parts.length == 2 && change.before().isEmpty();
        if (!whole) {
            return change.after();
        }
        Map<String, String> facts =
                switch (parts[0]) {
                    case "criterion" -> criterion(parts[1]).map(words::criterion).orElse(Map.of());
                    case "stage" -> stage(parts[1]).map(words::stage).orElse(Map.of());
                    default -> Map.of();
                };
        return Stream.concat(
                        Stream.of(change.after()),
                        facts.entrySet().stream()
                                .filter(e -> !e.getValue().isEmpty())
                                .map(e -> e.getKey() + ": " + e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String id(String[] parts) {
        return parts.length > 1 ? parts[1] : "";
    }

    private Optional<Criterion> criterion(String id) {
        return rubrics.stream()
                .flatMap(r -> r.criteria().stream())
                .filter(c -> c.id().equals(id))
                .findFirst();
    }

    private Optional<Stage> stage(String id) {
        return rubrics.stream()
                .flatMap(r -> r.stages().stream())
                .filter(s -> s.id().equals(id))
                .findFirst();
    }
}
