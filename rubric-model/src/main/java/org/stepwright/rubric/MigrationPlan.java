package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How labels that were made under one version of a rubric are carried over to another one. Every
 * criterion of the older version has its move; nothing is carried over or dropped without one.
 *
 * @param from the version that the labels were made under
 * @param to the version that they are carried over to
 * @param moves one for each criterion of the older version, in its order
 */
public record MigrationPlan(RubricVersion from, RubricVersion to, List<CriterionMove> moves) {
    /** From this share of equal words on, two guidances say the same. */
    private static final double SAME_GUIDANCE = 0.8;

    /** Guidance shorter than this says too little to tell criteria by it. */
    private static final int FEWEST_WORDS = 5;

    /**
     * Validates.
     *
     * @throws IllegalArgumentException with a sentence when a move does not fit the versions
     */
    public MigrationPlan {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        moves = List.copyOf(moves);
        if (from.key().equals(to.key())) {
            throw new IllegalArgumentException(
                    "Labels are carried over from one version to another one.");
        }
        Map<String, Criterion> old = byId(from.rubric());
        Map<String, Criterion> now = byId(to.rubric());
        Set<String> moved = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (CriterionMove move : moves) {
            require(
                    old.containsKey(move.from()) && moved.add(move.from()),
                    "Each criterion of " + from.key() + " moves once: " + move.from() + ".");
            if (move.to() != null) {
                require(
                        now.containsKey(move.to()),
                        "There is no criterion " + move.to() + " in " + to.key() + ".");
                require(
                        taken.add(move.to()),
                        "Two criteria cannot both become " + move.to() + "; drop one of them.");
                requireValues(move, old.get(move.from()).scale(), now.get(move.to()).scale());
            }
        }
        require(
                moved.size() == old.size(),
                "Each criterion of " + from.key() + " needs a move, dropped ones too.");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static void requireValues(CriterionMove move, Scale old, Scale now) {
        if (move.kind() != CriterionMove.Kind.RESCALED) {
            require(
                    ValueTable.sameValues(old, now),
                    "The scale of "
                            + move.from()
                            + " is another one in the newer version; give a table of values or"
                            + " drop its ratings.");
        }
        move.values()
                .forEach(
                        (value, mapped) -> {
                            require(
                                    ValueTable.on(old, value),
                                    Shown.number(value)
                                            + " is no value of "
                                            + move.from()
                                            + " in the older version.");
                            require(
                                    ValueTable.on(now, mapped),
                                    Shown.number(mapped)
                                            + " is no value of "
                                            + move.to()
                                            + " in the newer version.");
                        });
    }

    /**
     * Proposes: the same id stays, by a table of values where its scale is another one; another id
     * with an equal title or nearly equal guidance and the same scale was renamed; the rest is
     * dropped.
     *
     * @param from the version that the labels were made under
     * @param to the version that they are carried over to
     * @return a plan for a person to look through
     */
    public static MigrationPlan propose(RubricVersion from, RubricVersion to) {
        return propose(from, to, Map.of());
    }

    /**
     * The same, with values that labels really hold: a scale without steps has endlessly many.
     *
     * @param from the version that the labels were made under
     * @param to the version that they are carried over to
     * @param used by criterion of the older version, values that the table is to name
     * @return a plan for a person to look through
     */
    public static MigrationPlan propose(
            RubricVersion from, RubricVersion to, Map<String, ? extends Collection<Double>> used) {
        Map<String, Criterion> now = byId(to.rubric());
        List<Criterion> free = new ArrayList<>(now.values());
        free.removeAll(free.stream().filter(c -> byId(from.rubric()).containsKey(c.id())).toList());
        Set<String> titles =
                from.rubric().criteria().stream()
                        .map(c -> Words.plain(c.title()))
                        .collect(Collectors.toSet());
        List<CriterionMove> moves = new ArrayList<>();
        for (Criterion old : from.rubric().criteria()) {
            Criterion same = now.get(old.id());
            if (same == null) {
                moves.add(renamed(old, free, titles));
            } else if (ValueTable.sameValues(old.scale(), same.scale())) {
                moves.add(CriterionMove.same(old.id()));
            } else {
                Collection<Double> values =
                        used.containsKey(old.id()) ? used.get(old.id()) : Set.of();
                moves.add(
                        CriterionMove.rescaled(
                                old.id(),
                                old.id(),
                                ValueTable.propose(old.scale(), same.scale(), values)));
            }
        }
        return new MigrationPlan(from, to, moves);
    }

    private static CriterionMove renamed(Criterion old, List<Criterion> free, Set<String> titles) {
        Optional<Criterion> match =
                free.stream()
                        .filter(c -> ValueTable.sameValues(old.scale(), c.scale()))
                        .filter(c -> Words.plain(c.title()).equals(Words.plain(old.title())))
                        .findFirst()
                        .or(() -> sameGuidance(old, free, titles));
        match.ifPresent(free::remove);
        return match.map(c -> CriterionMove.renamed(old.id(), c.id()))
                .orElseGet(() -> CriterionMove.dropped(old.id()));
    }

    /** One whose title is that of an older criterion is left for that one. */
    private static Optional<Criterion> sameGuidance(
            Criterion old, List<Criterion> free, Set<String> titles) {
        Set<String> words = Words.of(old.guidance());
        if (words.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        return free.stream()
                .filter(c -> ValueTable.sameValues(old.scale(), c.scale()))
                .filter(c -> !titles.contains(Words.plain(c.title())))
                .filter(c -> Words.alike(words, Words.of(c.guidance())) >= SAME_GUIDANCE)
                .findFirst();
    }

    /**
     * @param criterion a criterion of the older version
     * @param target the criterion of the newer version that it becomes
     * @return the table that would be proposed for it; to start from when a person changes a move
     * @throws IllegalArgumentException when there is no such criterion
     */
    public Map<Double, Double> proposeValues(String criterion, String target) {
        return ValueTable.propose(
                Parts.requireCriterion(from.rubric(), criterion).scale(),
                Parts.requireCriterion(to.rubric(), target).scale(),
                Set.of());
    }

    /**
     * @param move another move for its criterion
     * @return the plan with it
     * @throws IllegalArgumentException with a sentence when it does not fit
     */
    public MigrationPlan with(CriterionMove move) {
        return new MigrationPlan(
                from,
                to,
                moves.stream().map(m -> m.from().equals(move.from()) ? move : m).toList());
    }

    /**
     * @param criterion a criterion of the older version
     * @return its move, if the older version has it
     */
    public Optional<CriterionMove> move(String criterion) {
        return moves.stream().filter(m -> m.from().equals(criterion)).findFirst();
    }

    /**
     * @return the newer version's criteria that no older one becomes: no label has a rating of them
     */
    public List<Criterion> added() {
        Set<String> taken =
                moves.stream()
                        .map(CriterionMove::to)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return to.rubric().criteria().stream().filter(c -> !taken.contains(c.id())).toList();
    }

    /**
     * What else changed about a criterion that is carried over: a person decides whether ratings
     * still mean the same.
     *
     * @param move a move of this plan
     * @return differences of its title, guidance, anchors and so on; empty when it is dropped
     */
    public List<Change> changes(CriterionMove move) {
        if (move.to() == null) {
            return List.of();
        }
        return RubricDiff.between(
                Parts.requireCriterion(from.rubric(), move.from()),
                Parts.requireCriterion(to.rubric(), move.to()));
    }

    /**
     * @return kinds of error that the newer version no longer names; labels keep them
     */
    public List<String> goneErrorKinds() {
        List<String> gone = new ArrayList<>(from.rubric().errorKinds());
        gone.removeAll(to.rubric().errorKinds());
        return gone;
    }

    private static Map<String, Criterion> byId(Rubric rubric) {
        return rubric.criteria().stream()
                .collect(
                        Collectors.toMap(
                                Criterion::id,
                                Function.identity(),
                                (a, b) -> a,
                                LinkedHashMap::new));
    }
}
