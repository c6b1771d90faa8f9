package org.stepwright.prm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.Shortcut;
import org.stepwright.audit.ShortcutStudy;
import org.stepwright.label.LabelledTrace;

/** What the audits find of planted faults in real data; prints the tables of the documentation. */
class AuditReportBench {
    private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();

    @Test
    void junk() {
        assumeTrue(Files.isDirectory(DATA), "skipped: " + DATA + " is not there");
        List<LabelledTrace> rows = new ArrayList<>(AuditData.prmBench(DATA));
        rows.addAll(AuditData.processBench(DATA));
        JunkReport.print("PRMBench and ProcessBench", rows);
        JunkReport.print("bundled samples", AuditData.bundled());
        JunkReport.print("bundled samples, again", AuditData.bundled(), 7);
    }

    @Test
    void labels() {
        assumeTrue(Files.isDirectory(DATA), "skipped: " + DATA + " is not there");
        LabelReport.print("PRMBench", AuditData.prmBench(DATA));
        LabelReport.print("ProcessBench", AuditData.processBench(DATA));
        LabelReport.print("bundled samples", AuditData.bundled());
    }

    /** Ten thousand traces: PRMBench once and most of it again under other problems. */
    @Test
    void tenThousandTraces() {
        assumeTrue(Files.isDirectory(DATA), "skipped: " + DATA + " is not there");
        List<LabelledTrace> rows = new ArrayList<>(AuditData.prmBench(DATA));
        for (LabelledTrace row : List.copyOf(rows)) {
            if (rows.size() < 10_000) {
                rows.add(LabelReport.again(row, "copy"));
            }
        }
        LabelReport.print("ten thousand traces", rows);
        assertThat(rows).hasSize(10_000);
    }

    @Test
    void shortcuts() {
        assumeTrue(Files.isDirectory(DATA), "skipped: " + DATA + " is not there");
        print("PRMBench", AuditData.prmBench(DATA));
        print("ProcessBench", AuditData.processBench(DATA));
        print("bundled samples", AuditData.bundled());
    }

    private static void print(String name, List<LabelledTrace> rows) {
        ShortcutStudy study = new ShortcutStudy();
        rows.forEach(r -> study.add(new AuditRow(r, "")));
        for (Shortcut s : study.shortcuts()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s | %s | %.3f [%.3f, %.3f] | %.3f vs %.3f gain [%.3f, %.3f] | %d steps %d"
                            + " problems%n",
                    name,
                    s.fact(),
                    s.auroc(),
                    s.low(),
                    s.high(),
                    s.accuracy(),
                    s.baseRate(),
                    s.gainLow(),
                    s.gainHigh(),
                    s.steps(),
                    s.problems());
        }
        assertThat(study.shortcuts()).isNotEmpty();
    }
}
