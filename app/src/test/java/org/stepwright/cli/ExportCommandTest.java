package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

/** The choices of {@code export} and {@code train} on the command line. */
class ExportCommandTest {
    @TempDir Path folder;
    private Path workspace;

    @BeforeEach
    void fill() {
        workspace = folder.resolve("w.stepwright");
        try (Workspace made = Workspace.create(workspace)) {
            List<LabelledTrace> rows = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String id = "t" + i;
                List<StepLabel> labels = new ArrayList<>();
                for (String who : List.of("anna", "bert")) {
                    labels.add(said(id, 0, Verdict.CORRECT, who));
                    boolean wrong = i % 10 == 0 || who.equals("bert") && i % 6 == 1;
                    labels.add(said(id, 1, wrong ? Verdict.WRONG : Verdict.CORRECT, who));
                }
                String problem = "Problem " + (char) ('a' + i % 26) + i + " about things";
                rows.add(new LabelledTrace(Trace.of(id, problem, List.of("One.", "Two.")), labels));
            }
            made.traces().add(rows);
            made.views().save(new SavedView("wrong ones", "verdict:wrong", QueueOrder.IMPORTED));
        }
    }

    private static StepLabel said(String trace, int step, Verdict verdict, String who) {
        return StepLabel.verdict(trace, step, verdict, who, Instant.EPOCH, LabelSource.HUMAN);
    }

    private CliRun export(String out, String format, Object... more) {
        List<Object> args =
                new ArrayList<>(
                        List.of(
                                "export",
                                "--json",
                                "--workspace",
                                workspace,
                                "--format",
                                format,
                                "--out",
                                folder.resolve(out)));
        args.addAll(List.of(more));
        return CliRun.of(folder, args.toArray());
    }

    @Test
    void theReportSaysWhatTheChoicesDid() {
        JsonNode report =
                export("a", "trl", "--labels", "unanimous", "--balance", "traces:2").json();
        JsonNode effects = report.get("effects");
        assertThat(effects.get("masked_steps").asInt()).isEqualTo(5);
        assertThat(effects.get("changed_steps").asInt()).isZero();
        assertThat(effects.get("left_out_traces").asInt()).isPositive();
        assertThat(report.get("traces").asInt())
                .isEqualTo(30 - effects.get("left_out_traces").asInt());
        assertThat(folder.resolve("a/kit/trl/train_prm.py")).exists();
    }

    @Test
    void theKitCanBeLeftOutAndIsRefusedWhereThereIsNone() {
        assertThat(export("plain", "trl", "--no-kit").code()).isZero();
        assertThat(folder.resolve("plain/kit")).doesNotExist();
        CliRun refused = export("none", "generic", "--kit");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("no training kit for the format generic");
    }

    @Test
    void aSavedViewIsNamedByItsOption() {
        JsonNode viewed = export("v", "generic", "--view", "wrong ones").json();
        assertThat(viewed.get("traces").asInt()).isEqualTo(8);
        CliRun both = export("b", "generic", "--view", "x", "--where", "view:y");
        assertThat(both.err()).contains("Name one saved view");
        assertThat(export("n", "generic", "--view", "nobody's").err())
                .contains("no saved view \"nobody's\"");
    }

    @Test
    void softLabelsAreWrittenOrHardenedOrRefused() throws IOException {
        JsonNode soft = export("s", "generic", "--soft", "consensus").json();
        assertThat(soft.get("effects").get("soft_steps").asInt()).isEqualTo(60);
        assertThat(Files.readString(folder.resolve("s/train.jsonl"))).contains("\"soft_labels\":");
        assertThat(export("t", "trl", "--soft", "consensus").err())
                .contains("The format trl holds hard labels only");
        assertThat(export("h", "trl", "--soft", "consensus", "--harden", "0.75").code()).isZero();
        assertThat(export("x", "trl", "--soft", "loud").err()).contains("not \"loud\"");
        assertThat(export("x", "trl", "--harden", "much").err()).contains("--harden");
        assertThat(export("x", "trl", "--balance", "rows:2").err()).contains("traces:RATIO");
        assertThat(export("x", "trl", "--labels", "loudest").err())
                .contains("majority, dawid-skene, unanimous");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void wordsAreReadTheSameInTurkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            JsonNode report =
                    export("tr", "trl", "--labels", "UNANIMOUS", "--balance", "TRACES:1.5").json();
            assertThat(report.get("effects").get("masked_steps").asInt()).isEqualTo(5);
            assertThat(folder.resolve("tr/README.md"))
                    .content()
                    .contains("traces:1.5", "- Label policy: unanimous");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void trainingFollowsTheLabelPolicyToo() {
        String usual = dataset("usual.prm", "majority");
        assertThat(dataset("strict.prm", "unanimous")).isNotEqualTo(usual);
        CliRun bad =
                CliRun.of(
                        folder,
                        "train",
                        "--workspace",
                        workspace,
                        "--out",
                        folder.resolve("m.prm"),
                        "--labels",
                        "loudest");
        assertThat(bad.err()).contains("--labels is one of majority, dawid-skene, unanimous.");
    }

    private String dataset(String model, String labels) {
        JsonNode trained =
                CliRun.of(
                                folder,
                                "train",
                                "--json",
                                "--workspace",
                                workspace,
                                "--out",
                                folder.resolve(model),
                                "--labels",
                                labels)
                        .json();
        return trained.get("dataset_sha256").asText();
    }
}
