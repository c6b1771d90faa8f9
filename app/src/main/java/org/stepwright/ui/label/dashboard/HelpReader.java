package org.stepwright.ui.label.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.quality.SuggestionUse;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.LabelSession;
import org.stepwright.storage.Workspace;

/**
 * Reads how people used what machines suggest. Truth is what reviewers decided and the keys of gold
 * traces. Blocks: call it off the UI thread.
 */
final class HelpReader {
    private record Place(String traceId, int step, String annotator) {}

    private final Workspace workspace;

    HelpReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * @param moments everything that people did
     * @return one entry a source, without those that met no label of a person
     */
    List<SuggestionUse> read(List<LabelMoment> moments) {
        Map<Place, String> sessions = new HashMap<>();
        Set<String> traces = new LinkedHashSet<>();
        for (LabelMoment moment : moments) {
            traces.add(moment.traceId());
            sessions.put(
                    new Place(moment.traceId(), moment.step(), moment.annotator()),
                    moment.session());
        }
        List<Suggestion> suggestions = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        Map<String, List<Verdict>> truth = new HashMap<>();
        Set<String> gold =
                workspace.gold().all().stream().map(g -> g.traceId()).collect(Collectors.toSet());
        for (String trace : traces) {
            List<StepLabel> all = workspace.labels().of(trace);
            all.stream().filter(l -> l.source() == LabelSource.HUMAN).forEach(labels::add);
            suggestions.addAll(workspace.suggestions().of(trace));
            workspace.scores().latest(trace).forEach(s -> addScore(s, suggestions));
            boolean decided = all.stream().anyMatch(l -> l.source() == LabelSource.ADJUDICATED);
            if (decided || gold.contains(trace)) {
                workspace.gold().key(trace).ifPresent(key -> truth.put(trace, key));
            }
        }
        Map<String, List<String>> shown =
                workspace.sessions().all().stream()
                        .collect(Collectors.toMap(LabelSession::id, LabelSession::shown));
        return SuggestionUse.of(
                        suggestions,
                        labels,
                        (suggestion, label) ->
                                shown.getOrDefault(
                                                sessions.getOrDefault(
                                                        new Place(
                                                                label.traceId(),
                                                                label.step(),
                                                                label.annotator()),
                                                        ""),
                                                List.of())
                                        .contains(kind(suggestion.source())),
                        truth)
                .stream()
                .filter(use -> use.shown() + use.unseen() > 0)
                .toList();
    }

    private static String kind(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    /** By the model's own threshold; what comes after its first error it does not judge. */
    private static void addScore(TraceScore score, List<Suggestion> into) {
        int end =
                score.firstError() < 0
                        ? score.stepRewards().size()
                        : Math.min(score.firstError() + 1, score.stepRewards().size());
        for (int step = 0; step < end; step++) {
            into.add(
                    new Suggestion(
                            score.traceId(),
                            step,
                            "model:" + score.model(),
                            step == score.firstError() ? 0 : 1,
                            "",
                            Instant.EPOCH));
        }
    }
}
