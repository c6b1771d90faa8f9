package org.stepwright.ui.data.safety;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.stepwright.storage.RestorePreview;
import org.stepwright.storage.WorkspaceCounts;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** What going back to a backup would do, in words. */
final class RestoreForm {
    private static final int MOST_PEOPLE = 12;
    private static final double WIDTH = 560;

    private final Messages texts;

    RestoreForm(Messages texts) {
        this.texts = texts;
    }

    Node of(String name, RestorePreview seen) {
        VBox lines = Kit.column();
        lines.setId("restore-preview");
        lines.setPrefWidth(WIDTH);
        lines.getChildren().add(Kit.body(texts.text("preview.there", name, words(seen.there()))));
        if (seen.lastChange() != null) {
            lines.getChildren()
                    .add(
                            Kit.muted(
                                    texts.text(
                                            "preview.last",
                                            DateTimeFormatter.ofLocalizedDateTime(
                                                            FormatStyle.MEDIUM, FormatStyle.SHORT)
                                                    .withLocale(Locale.getDefault())
                                                    .format(
                                                            seen.lastChange()
                                                                    .atZone(
                                                                            ZoneId
                                                                                    .systemDefault())))));
        }
        if (seen.here() == null) {
            lines.getChildren().add(Kit.banner(Tone.WARNING, seen.problem()));
        } else {
            lines.getChildren().add(Kit.body(texts.text("preview.here", words(seen.here()))));
            lost(seen.lost(), lines);
        }
        lines.getChildren().add(Kit.muted(texts.text("preview.kept")));
        return lines;
    }

    private void lost(RestorePreview.Lost lost, VBox lines) {
        if (lost.tracesOnlyThere() > 0) {
            lines.getChildren()
                    .add(
                            Kit.banner(
                                    Tone.WARNING,
                                    texts.text("preview.other", lost.tracesOnlyThere())));
        }
        if (lost.isNothing()) {
            lines.getChildren().add(Kit.body("✓ " + texts.text("preview.nothing")));
            return;
        }
        lines.getChildren().add(Kit.heading(texts.text("preview.lost")));
        line(lines, "lost.traces", lost.traces());
        line(lines, "lost.changes", lost.changes());
        int shown = 0;
        for (Map.Entry<String, Long> one : lost.byAnnotator().entrySet()) {
            if (shown++ == MOST_PEOPLE) {
                break;
            }
            String who = one.getKey().isEmpty() ? texts.text("lost.imports") : one.getKey();
            lines.getChildren().add(Kit.muted(texts.text("lost.by", who, one.getValue())));
        }
        line(lines, "lost.rubrics", lost.rubricVersions());
        line(lines, "lost.remarks", lost.remarks());
        line(lines, "lost.runs", lost.runs());
        line(lines, "lost.drafts", lost.drafts());
        line(lines, "lost.others", lost.others());
    }

    private void line(VBox lines, String key, long count) {
        if (count > 0) {
            lines.getChildren().add(Kit.body("– " + texts.text(key, count)));
        }
    }

    private String words(WorkspaceCounts counts) {
        return texts.text("counts", counts.traces(), counts.steps(), counts.labels());
    }
}
