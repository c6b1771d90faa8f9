package org.stepwright.prm.live.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepwright.prm.live.draft.DraftLimits.Length;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.verify.VerifierKind;

/** Reads an answer into a rubric, once. What is doubtful is left out or mended with a note. */
final class RubricReading {
    private static final Set<String> RUBRIC_FIELDS =
            Set.of("title", "description", "aggregation", "error_kinds", "every_step", "stages");
    private static final Set<String> STAGE_FIELDS =
            Set.of("id", "title", "description", "required", "repeatable", "match", "criteria");
    private static final Set<String> CRITERION_FIELDS =
            Set.of("id", "title", "guidance", "judged", "weight", "gate", "scale", "verifier");
    private static final Set<String> MARKS = Set.of("stages", "every_step");

    private final Rubric current;
    private final Map<String, VerifierSpec> before = new HashMap<>();
    private final Notes notes = new Notes();
    private final KnownIds stageIds = new KnownIds(notes);
    private final KnownIds criterionIds = new KnownIds(notes);
    private final VerifierReading verifiers;
    private int criteriaLeft = DraftLimits.CRITERIA;

    /**
     * @param current the rubric that is improved, or null
     * @param kinds the verifiers that may be named
     */
    RubricReading(Rubric current, List<VerifierKind> kinds) {
        this.current = current;
        this.verifiers = new VerifierReading(kinds, notes);
        if (current != null) {
            current.stages().forEach(s -> stageIds.old(s.id(), s.title()));
            current.criteria().forEach(c -> criterionIds.old(c.id(), c.title()));
            current.criteria()
                    .forEach(c -> c.automatic().ifPresent(spec -> before.put(c.id(), spec)));
        }
    }

    /**
     * @param answer what the model said
     * @return the rubric
     * @throws NotUsable when the answer holds none
     */
    Rubric read(String answer) {
        ObjectNode json = FoundJson.in(answer, MARKS);
        Fields root = new Fields(json, DraftLimits.WHOLE, notes).only(RUBRIC_FIELDS);
        json.findValues("stages").forEach(stages -> stages.forEach(s -> stageIds.wanted(id(s))));
        json.findValues("every_step").forEach(all -> all.forEach(c -> criterionIds.wanted(id(c))));
        json.findValues("criteria").forEach(all -> all.forEach(c -> criterionIds.wanted(id(c))));
        try {
            Rubric rubric = rubric(root);
            if (rubric.criteria().isEmpty()) {
                throw new NotUsable("it names nothing that is judged");
            }
            return rubric;
        } catch (IllegalArgumentException e) {
            throw new NotUsable("it holds a rubric that is not whole");
        }
    }

    /** What was left out or mended. */
    List<String> notes() {
        return notes.all();
    }

    private static String id(com.fasterxml.jackson.databind.JsonNode item) {
        return item.path("id").asText("");
    }

    private Rubric rubric(Fields root) {
        String title = root.line("title", Length.TITLE);
        if (title.isEmpty()) {
            title = current == null ? "Drafted rubric" : current.title();
            notes.add("There was no title; it is now " + CleanText.quoted(title) + ".");
        }
        Aggregation aggregation = root.word("aggregation", Aggregation.class);
        if (aggregation == null) {
            aggregation = current == null ? Aggregation.MIN : current.aggregation();
        }
        String slug = KnownIds.slug(title);
        String id = current != null ? current.id() : slug.isEmpty() ? "drafted-rubric" : slug;
        List<Criterion> everyStep = criteria(root, "every_step");
        return new Rubric(
                id,
                title,
                root.block("description", Length.TEXT),
                stages(root),
                everyStep,
                aggregation,
                root.lines("error_kinds", DraftLimits.ERROR_KINDS, Length.WORD));
    }

    private List<Stage> stages(Fields root) {
        List<Stage> stages = new ArrayList<>();
        for (Fields f : root.objects("stages", "stage", DraftLimits.STAGES)) {
            f.only(STAGE_FIELDS);
            String title = titled(f);
            if (!title.isEmpty()) {
                stages.add(
                        new Stage(
                                stageIds.next(id(f.json()), title, "stage-" + (stages.size() + 1)),
                                title,
                                f.block("description", Length.TEXT),
                                f.flag("required", true),
                                f.flag("repeatable", false),
                                f.lines("match", DraftLimits.WORDS, Length.WORD),
                                criteria(f, "criteria")));
            }
        }
        return stages;
    }

    private List<Criterion> criteria(Fields owner, String name) {
        List<Criterion> criteria = new ArrayList<>();
        for (Fields f : owner.objects(name, "criterion", DraftLimits.CRITERIA)) {
            f.only(CRITERION_FIELDS);
            String title = titled(f);
            if (criteriaLeft == 0) {
                notes.add("Kept the first " + DraftLimits.CRITERIA + " criteria.");
            } else if (!title.isEmpty()) {
                criteria.add(criterion(f, title));
                criteriaLeft--;
            }
        }
        return criteria;
    }

    /** The title, else what the id says; empty when there is nothing to call it by. */
    private String titled(Fields f) {
        String title = f.line("title", Length.TITLE);
        if (title.isEmpty()) {
            title = f.line("id", Length.TITLE).replace('-', ' ').strip();
        }
        if (title.isEmpty()) {
            notes.add("Left out " + f.where() + ", which has no title.");
        }
        return title;
    }

    private Criterion criterion(Fields f, String title) {
        int number = DraftLimits.CRITERIA - criteriaLeft + 1;
        String id = criterionIds.next(id(f.json()), title, "criterion-" + number);
        String where = "criterion " + id;
        Fields named = new Fields(f.json(), where, notes);
        VerifierSpec verifier = verifiers.read(named.object("verifier"), where, before.get(id));
        return new Criterion(
                id,
                title,
                named.block("guidance", Length.TEXT),
                ScaleReading.read(named.object("scale"), where, notes),
                weight(named),
                named.flag("gate", false),
                judged(named, verifier),
                verifier);
    }

    private double weight(Fields f) {
        OptionalDouble given = f.number("weight");
        double weight = Math.max(0, Math.min(DraftLimits.WEIGHT, given.orElse(1)));
        if (given.isPresent() && weight != given.getAsDouble()) {
            notes.add(
                    "The weight of "
                            + f.where()
                            + " was outside 0 to "
                            + (int) DraftLimits.WEIGHT
                            + "; it is now "
                            + (int) weight
                            + ".");
        }
        return weight;
    }

    private Judged judged(Fields f, VerifierSpec verifier) {
        Judged judged = f.word("judged", Judged.class);
        if (judged == Judged.STYLE && verifier != null) {
            notes.add("A verifier decides " + f.where() + ", so it is no matter of style.");
        }
        return judged == null || verifier != null ? Judged.VERIFIABLE : judged;
    }
}
