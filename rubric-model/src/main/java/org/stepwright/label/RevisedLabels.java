package org.stepwright.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.trace.StepPiece;
import org.stepwright.trace.StepRevision;

/**
 * Where labels go when the steps of a trace are cut anew. Nothing that somebody said is lost, and
 * nothing is said that nobody said.
 *
 * <ul>
 *   <li><b>A step that was not touched</b> keeps its label at its new index.
 *   <li><b>A step that was split.</b> Parts of a correct step are correct and parts of a neutral
 *       one neutral. Of a wrong step it is known only that the error is there by its end: the last
 *       part is wrong, and the parts before it, which may be right, are left without a verdict and
 *       marked unsure. Comment, ratings, kinds of error and the spark go where the verdict's reason
 *       is: to the last part of a wrong step, else to the first. A correction stands in place of
 *       what follows a prefix, so it stays with the first part, which follows that prefix.
 *   <li><b>Steps that were merged</b> take the worse verdict; a wrong one is as sure as the surest
 *       wrong part, another one is unsure when a part is unsure or has no verdict. Comments are
 *       joined, kinds of error, ratings and sparks united; where both parts rate a criterion the
 *       lower rating stands and the comment keeps the other. Corrections are joined; one of a later
 *       part alone is led in by the text before it, unless that was called wrong.
 *   <li><b>An alternative</b> keeps its label. Behind a merge it is led in by the steps before it,
 *       so their verdict by the same person counts for it as in a merge.
 * </ul>
 *
 * <p>Labels of different people and of different passes never mix. Merging what was split gives the
 * first labels back.
 */
public final class RevisedLabels {
    private record Who(String annotator, LabelPass pass) {}

    private final StepRevision revision;

    private RevisedLabels(StepRevision revision) {
        this.revision = revision;
    }

    /**
     * @param revision how the steps are cut anew
     * @param labels labels of the old trace, of anybody and in any pass and order
     * @return the labels of the revised trace, grouped by person and pass
     * @throws IllegalArgumentException when a label's step or alternative is not in the old trace
     */
    public static List<StepLabel> follow(StepRevision revision, Collection<StepLabel> labels) {
        RevisedLabels follow = new RevisedLabels(revision);
        Map<Who, Map<Integer, StepLabel>> steps = new LinkedHashMap<>();
        List<StepLabel> alternatives = new ArrayList<>();
        for (StepLabel label : labels) {
            follow.requirePlace(label);
            if (label.candidate() == 0) {
                steps.computeIfAbsent(who(label), w -> new LinkedHashMap<>())
                        .put(label.step(), label);
            } else {
                alternatives.add(label);
            }
        }
        List<StepLabel> followed = new ArrayList<>();
        steps.values().forEach(own -> followed.addAll(follow.steps(own)));
        for (StepLabel label : alternatives) {
            followed.add(follow.alternative(label, steps.getOrDefault(who(label), Map.of())));
        }
        return List.copyOf(followed);
    }

    private static Who who(StepLabel label) {
        return new Who(label.annotator(), label.pass());
    }

    private void requirePlace(StepLabel label) {
        var steps = revision.before().steps();
        if (!label.traceId().equals(revision.before().id())
                || label.step() >= steps.size()
                || label.candidate() > steps.get(label.step()).alternatives().size()) {
            throw new IllegalArgumentException("The label is of another trace: " + label);
        }
    }

    private List<StepLabel> steps(Map<Integer, StepLabel> own) {
        List<StepLabel> followed = new ArrayList<>();
        for (int i = 0; i < revision.pieces().size(); i++) {
            List<StepPiece> pieces = revision.pieces().get(i);
            List<LabelPart> parts =
                    pieces.stream().map(p -> LabelPart.of(p, own.get(p.step()), text(p))).toList();
            JoinedLabel.of(parts).map(at(i, 0)).ifPresent(followed::add);
        }
        return followed;
    }

    private String text(StepPiece piece) {
        return revision.before()
                .steps()
                .get(piece.step())
                .text()
                .substring(piece.from(), piece.to());
    }

    private StepLabel alternative(StepLabel label, Map<Integer, StepLabel> own) {
        int step = revision.firstOf(label.step());
        int shift = 0;
        List<LabelPart> before = new ArrayList<>();
        for (StepPiece piece : revision.pieces().get(step)) {
            if (piece.step() == label.step()) {
                break;
            }
            shift +=
                    piece.first()
                            ? revision.before().steps().get(piece.step()).alternatives().size()
                            : 0;
            before.add(LabelPart.of(piece, own.get(piece.step()), text(piece)));
        }
        StepLabel judged = before.isEmpty() ? label : JoinedLabel.behind(before, label);
        return at(step, label.candidate() + shift).apply(judged);
    }

    private java.util.function.UnaryOperator<StepLabel> at(int step, int candidate) {
        return l ->
                new StepLabel(
                        revision.revised().id(),
                        step,
                        candidate,
                        l.verdict(),
                        l.ratings(),
                        l.errorKinds(),
                        l.spark(),
                        l.unsure(),
                        l.comment(),
                        l.annotator(),
                        l.at(),
                        l.rubricVersion(),
                        l.source(),
                        l.correction());
    }
}
