package org.stepwright.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One label out of those of the pieces that a step is made of. All are of one person and pass. */
final class JoinedLabel {
    private JoinedLabel() {}

    /**
     * @param parts the pieces in order, at least one
     * @return the label of the whole; empty when nothing was said about any
     */
    static Optional<StepLabel> of(List<LabelPart> parts) {
        List<StepLabel> labels =
                parts.stream().map(LabelPart::label).filter(Objects::nonNull).toList();
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        if (parts.size() == 1) {
            return Optional.of(labels.get(0));
        }
        Verdict verdict = worst(parts);
        List<String> notes = new ArrayList<>();
        labels.forEach(l -> notes.add(l.comment()));
        List<Rating> ratings = ratings(labels, notes);
        StepLabel latest = labels.stream().max(Comparator.comparing(StepLabel::at)).orElseThrow();
        return Optional.of(
                new StepLabel(
                        latest.traceId(),
                        latest.step(),
                        latest.candidate(),
                        verdict,
                        ratings,
                        labels.stream().flatMap(l -> l.errorKinds().stream()).distinct().toList(),
                        labels.stream().anyMatch(StepLabel::spark),
                        unsure(parts, verdict),
                        together(notes),
                        latest.annotator(),
                        latest.at(),
                        version(labels, latest),
                        latest.source(),
                        correction(parts)));
    }

    /**
     * @param before the pieces that lead an alternative in
     * @param label the alternative's own label
     * @return the label, its verdict that of the whole
     */
    static StepLabel behind(List<LabelPart> before, StepLabel label) {
        List<LabelPart> all = new ArrayList<>(before);
        all.add(new LabelPart(label, ""));
        Verdict verdict = label.verdict() == null ? null : worst(all);
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                verdict,
                label.ratings(),
                label.errorKinds(),
                label.spark(),
                verdict == null ? label.unsure() : unsure(all, verdict),
                label.comment(),
                label.annotator(),
                label.at(),
                label.rubricVersion(),
                label.source(),
                label.correction());
    }

    private static Verdict worst(List<LabelPart> parts) {
        return parts.stream()
                .map(LabelPart::verdict)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean unsure(List<LabelPart> parts, Verdict verdict) {
        if (verdict == null) {
            return parts.stream().anyMatch(p -> p.label() != null && p.label().unsure());
        }
        // One part that is surely wrong makes the whole wrong, whatever the others are.
        return verdict == Verdict.WRONG
                ? parts.stream().filter(p -> p.verdict() == Verdict.WRONG).allMatch(LabelPart::open)
                : parts.stream().anyMatch(LabelPart::open);
    }

    /** One rating a criterion; the higher of two goes to the notes. */
    private static List<Rating> ratings(List<StepLabel> labels, List<String> notes) {
        Map<String, Rating> lowest = new LinkedHashMap<>();
        for (StepLabel label : labels) {
            for (Rating rating : label.ratings()) {
                Rating other = lowest.get(rating.criterionId());
                boolean lower = other == null || rating.value() < other.value();
                if (other != null && other.value() != rating.value()) {
                    Rating higher = lower ? other : rating;
                    notes.add("(" + higher.criterionId() + ": " + higher.value() + ")");
                }
                if (lower) {
                    lowest.put(rating.criterionId(), rating);
                }
            }
        }
        return List.copyOf(lowest.values());
    }

    private static String together(List<String> notes) {
        Set<String> said = new LinkedHashSet<>(notes);
        said.remove("");
        return String.join(" ", said);
    }

    /** The version that the ratings were given under, else the one that was judged under last. */
    private static String version(List<StepLabel> labels, StepLabel latest) {
        return labels.stream()
                .filter(l -> !l.ratings().isEmpty())
                .max(Comparator.comparing(StepLabel::at))
                .orElse(latest)
                .rubricVersion();
    }

    /** Corrections in order, led in by what stands as it was, if nothing before it was wrong. */
    private static String correction(List<LabelPart> parts) {
        List<String> written = new ArrayList<>();
        List<String> leadIn = new ArrayList<>();
        boolean astray = false;
        for (LabelPart part : parts) {
            String own = part.label() == null ? "" : part.label().correction();
            astray |= own.isEmpty() && part.verdict() == Verdict.WRONG;
            if (!own.isEmpty()) {
                if (written.isEmpty() && !astray) {
                    written.addAll(leadIn);
                }
                written.add(own);
            } else {
                leadIn.add(part.text());
            }
        }
        return String.join("\n\n", written);
    }
}
