package org.stepwright.quality;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stepwright.label.LabelMoment;

/**
 * How fast labels come. What was undone or done again counts as work on its step; only labels that
 * had a verdict in the end count as labels. All passes are work.
 *
 * @param all everybody together; empty when nothing was done
 * @param byAnnotator by annotator, sorted by name
 * @param byDay by annotator and day, the days rising
 * @param bySession by session, in the order in which they began; what was done outside of one is
 *     left out
 */
public record PaceStudy(
        Optional<PaceRow> all,
        List<PaceRow> byAnnotator,
        List<PaceRow> byDay,
        List<PaceRow> bySession) {
    /** Copies. */
    public PaceStudy {
        byAnnotator = List.copyOf(byAnnotator);
        byDay = List.copyOf(byDay);
        bySession = List.copyOf(bySession);
    }

    /**
     * @param moments what was done
     * @param zone where a day begins
     * @return the pace
     */
    public static PaceStudy of(List<LabelMoment> moments, ZoneId zone) {
        List<PaceRow> sessions =
                rows(
                        moments.stream().filter(m -> !m.session().isEmpty()).toList(),
                        LabelMoment::session);
        return new PaceStudy(
                moments.isEmpty() ? Optional.empty() : Optional.of(PaceRow.of("", "", moments)),
                rows(moments, m -> ""),
                rows(moments, m -> m.at().atZone(zone).toLocalDate().toString()),
                sessions.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList());
    }

    private static List<PaceRow> rows(
            List<LabelMoment> moments, Function<LabelMoment, String> name) {
        Map<String, Map<String, List<LabelMoment>>> groups = new TreeMap<>();
        for (LabelMoment m : moments) {
            groups.computeIfAbsent(m.annotator(), a -> new TreeMap<>())
                    .computeIfAbsent(name.apply(m), n -> new ArrayList<>())
                    .add(m);
        }
        List<PaceRow> rows = new ArrayList<>();
        groups.forEach(
                (annotator, own) ->
                        own.forEach((n, list) -> rows.add(PaceRow.of(annotator, n, list))));
        return rows;
    }
}
