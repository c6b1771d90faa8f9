package org.stepwright.ui.label.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.agreement.Estimate;
import org.stepwright.quality.SparkStudy;
import org.stepwright.ui.kit.Messages;

/** What looking for sparks first changes, in sentences. */
final class SparksText {
    private final Messages texts;

    SparksText(Messages texts) {
        this.texts = texts;
    }

    List<String> lines(SparkStudy study) {
        if (study instanceof SparkStudy.Compared compared) {
            return compared(compared);
        }
        SparkStudy.NotEnough few = (SparkStudy.NotEnough) study;
        return List.of(
                texts.text("sparks.few", few.sparksFirst(), few.free(), SparkStudy.LEAST_TRACES));
    }

    private List<String> compared(SparkStudy.Compared c) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("sparks.sides", c.sparksFirst().traces(), c.free().traces()));
        lines.add(line("sparks.wrong", c.sparksFirst().wrong(), c.free().wrong(), c.wrong()));
        lines.add(
                line(
                        "sparks.sparks",
                        c.sparksFirst().sparksPerStep(),
                        c.free().sparksPerStep(),
                        c.sparksPerStep()));
        if (c.secondsPerStep().known()) {
            lines.add(
                    line(
                            "sparks.pace",
                            c.sparksFirst().secondsPerStep(),
                            c.free().secondsPerStep(),
                            c.secondsPerStep()));
        }
        lines.add(texts.text("sparks.hint"));
        return lines;
    }

    private String line(String key, double first, double free, Estimate difference) {
        String said = texts.text(key, first, free);
        if (!difference.hasInterval()) {
            return said;
        }
        boolean clear = difference.low() > 0 || difference.high() < 0;
        return said + " " + texts.text(clear ? "sparks.differs" : "sparks.same");
    }
}
