package org.stepwright.assets.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.ReadReport;
import org.stepwright.storage.format.RowSink;
import org.stepwright.trace.ProblemGroups;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepSplitter;
import org.stepwright.trace.Trace;
import org.stepwright.verify.ArithmeticVerifier;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.work.Progress;

class SampleFilesTest {
    @TempDir Path folder;

    @Test
    void committedFilesAreWhatTheGeneratorGives() throws IOException {
        for (var file : SampleGenerator.files().entrySet()) {
            assertThat(committed(file.getKey()))
                    .as(file.getKey() + ": run SampleGenerator after a change")
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        var here = SampleGenerator.files();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());
            assertThat(SampleGenerator.files()).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SampleGenerator.files()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theReaderTakesEveryRow() throws IOException {
        List<LabelledTrace> rows = read();

        assertThat(rows).hasSize(600);
        assertThat(rows.stream().map(r -> r.trace().problem()).distinct()).hasSize(150);
        assertThat(rows).allMatch(r -> r.trace().steps().size() >= 4);
        assertThat(rows).allMatch(r -> r.trace().steps().size() <= 8);
        assertThat(rows)
                .allMatch(r -> r.trace().generator().orElse("").equals("stepwright-samples"));
        assertThat(rows)
                .flatExtracting(LabelledTrace::labels)
                .extracting("source")
                .containsOnly(LabelSource.SYNTHETIC);
    }

    @Test
    void everyErrorHasAKindAndAPlace() throws IOException {
        int wrong = 0;
        Set<String> kinds = new HashSet<>();
        for (LabelledTrace row : read()) {
            int error = StepTargets.of(row).firstError().orElseThrow();
            String kind = row.trace().metadata().get(Trace.ERROR_KIND);
            assertThat(kind == null).isEqualTo(error == -1);
            if (error >= 0) {
                wrong++;
                kinds.add(kind);
                assertThat(row.labels()).hasSize(error + 1);
            }
        }
        assertThat(wrong).isBetween(270, 330);
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "arithmetic",
                        "copied-fact",
                        "wrong-rule",
                        "missing-condition",
                        "skipped-check",
                        "contradiction");
    }

    @Test
    void noTwoProblemsAreNearDuplicates() throws IOException {
        List<String> problems = read().stream().map(r -> r.trace().problem()).toList();

        assertThat(ProblemGroups.of(problems).count()).isEqualTo(150);
    }

    @Test
    void sumsInCorrectStepsHold() throws IOException {
        ArithmeticVerifier verifier = new ArithmeticVerifier();
        int arithmetic = 0;
        int caught = 0;
        for (LabelledTrace row : read()) {
            Trace trace = row.trace();
            for (StepLabel label : row.labels()) {
                List<Step> prefix = trace.steps().subList(0, label.step() + 1);
                List<Finding> findings =
                        verifier.check(new Prefix(trace.problem(), trace.reference(), prefix));
                if (label.verdict() == Verdict.CORRECT) {
                    assertThat(findings)
                            .as(prefix.get(label.step()).text())
                            .allMatch(Finding::holds);
                } else if (trace.metadata().get(Trace.ERROR_KIND).equals("arithmetic")) {
                    arithmetic++;
                    caught += findings.stream().allMatch(Finding::holds) ? 0 : 1;
                }
            }
        }
        System.out.println("planted slips of arithmetic caught: " + caught + " of " + arithmetic);
        // It leaves out sums after words such as "comes to", which could be ranges.
        assertThat(caught).isGreaterThan(arithmetic * 3 / 4);
    }

    @Test
    void recordedAnswersFallIntoTheirSteps() throws IOException {
        StepSplitter splitter = new StepSplitter(SplitRule.AUTO);
        List<Integer> steps = new ArrayList<>();
        for (String line : committed("live-answer.jsonl").lines().toList()) {
            StringBuilder text = new StringBuilder();
            new ObjectMapper()
                    .readTree(line)
                    .path("chunks")
                    .forEach(c -> text.append(c.path("text").asText()));
            steps.add(splitter.split(text.toString()).size());
        }
        assertThat(steps).containsExactly(5, 5, 4);
    }

    @Test
    void aRecordedAnswerIsTheJoinOfItsChunks() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : committed("live-answer.jsonl").lines().toList()) {
            StringBuilder text = new StringBuilder();
            json.readTree(line).path("chunks").forEach(c -> text.append(c.path("text").asText()));
            assertThat(text.toString().lines()).allMatch(l -> l.startsWith("Step "));
        }
    }

    private List<LabelledTrace> read() throws IOException {
        Path file = folder.resolve("refunds.jsonl");
        Files.writeString(file, committed("refunds.jsonl"));
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report =
                LabelFiles.read(
                        file,
                        "generic",
                        new RowSink() {
                            @Override
                            public void accept(long line, LabelledTrace row) {
                                rows.add(row);
                            }

                            @Override
                            public void reject(long line, String reason) {
                                throw new AssertionError(line + ": " + reason);
                            }
                        },
                        Progress.NONE);
        assertThat(report.rejects()).isEmpty();
        return rows;
    }

    private static String committed(String name) throws IOException {
        try (InputStream in =
                SampleFilesTest.class.getResourceAsStream(
                        "/org/stepwright/assets/samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
