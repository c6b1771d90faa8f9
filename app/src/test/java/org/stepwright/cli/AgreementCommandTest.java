package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

class AgreementCommandTest {
    private static final String RUBRIC =
            """
            id: shop
            title: Shop
            aggregation: min
            stages:
              - id: greet
                title: Greet
                repeatable: true
                match: [hello]
                criteria:
                  - id: kind
                    title: Kind
                    scale: binary
            """;

    @TempDir Path folder;
    private Path workspace;

    @BeforeEach
    void init() {
        workspace = folder.resolve("w.stepwright");
        CliRun.of(folder, "init", workspace).exits(0);
    }

    private CliRun run(Object... args) {
        List<Object> all = new ArrayList<>(List.of("agreement", "--workspace", workspace));
        all.addAll(List.of(args));
        return CliRun.of(folder, all.toArray());
    }

    /** Ann and ben agree on the first step; on the second, ben is wrong in every third trace. */
    private void label() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            String id = "t" + t;
            Verdict second = t % 2 == 0 ? Verdict.WRONG : Verdict.CORRECT;
            Verdict ben = t % 3 != 0 ? second : Verdict.NEUTRAL;
            List<StepLabel> labels = new ArrayList<>();
            labels.add(said(id, 0, Verdict.CORRECT, "ann", LabelSource.HUMAN));
            labels.add(said(id, 1, second, "ann", LabelSource.HUMAN));
            labels.add(said(id, 0, Verdict.CORRECT, "ben\u001b[2J", LabelSource.HUMAN));
            labels.add(said(id, 1, ben, "ben\u001b[2J", LabelSource.HUMAN));
            labels.add(said(id, 1, second, "rev", LabelSource.ADJUDICATED));
            rows.add(
                    new LabelledTrace(
                            Trace.of(id, "problem " + t, List.of("Hello", "2 + 2 = 4")), labels));
        }
        try (Workspace open = Workspace.open(workspace)) {
            open.traces().add(rows);
        }
    }

    private static StepLabel said(
            String trace, int step, Verdict verdict, String who, LabelSource source) {
        return new StepLabel(
                trace,
                step,
                0,
                verdict,
                List.of(new Rating("kind", verdict == Verdict.CORRECT ? 1 : 0)),
                List.of(),
                false,
                false,
                "",
                who,
                Instant.EPOCH,
                "",
                source);
    }

    @Test
    void oneObjectHoldsEverything() {
        label();
        JsonNode json = run("--json").exits(0).json();
        assertThat(json.path("annotators")).hasSize(2);
        assertThat(json.path("items").asInt()).isEqualTo(24);
        assertThat(json.path("kappa").asDouble()).isBetween(0.5, 0.9);
        assertThat(json.path("alpha_nominal").asDouble()).isBetween(0.5, 0.9);
        assertThat(json.path("alpha_ordinal").isNumber()).isTrue();
        assertThat(json.path("fleiss").isNumber()).isTrue();
        // The two neutral ones for a wrong step hide the first error; for a correct one they don't.
        assertThat(json.path("first_error_traces").asInt()).isEqualTo(12);
        assertThat(json.path("first_error_agreement").asDouble()).isEqualTo(10 / 12.0);
        JsonNode interval = json.path("ci95").path("alpha_nominal");
        assertThat(interval.get(0).asDouble())
                .isLessThan(json.path("alpha_nominal").asDouble())
                .isLessThan(interval.get(1).asDouble());
        assertThat(json.path("by_pair")).hasSize(1);
        assertThat(json.path("by_step")).hasSize(2);
        assertThat(json.path("by_criterion").get(0).path("name").asText()).isEqualTo("kind");
        assertThat(json.path("by_stage")).isEmpty();
        JsonNode consensus = json.path("consensus");
        assertThat(consensus.path("rule").asText()).isEqualTo("majority");
        assertThat(consensus.path("decided").asInt()).isEqualTo(12);
        JsonNode ben = consensus.path("annotators").get(1);
        assertThat(ben.path("as_decided").asInt()).isEqualTo(8);
        assertThat(ben.path("decided").asInt()).isEqualTo(12);
    }

    @Test
    void tablesForPeopleNeverSteerTheTerminal() throws Exception {
        label();
        Path rubric = Files.writeString(folder.resolve("shop.yaml"), RUBRIC);
        for (String by : List.of("pair", "step", "stage", "criterion", "annotator")) {
            CliRun run = run("--by", by, "--consensus", "dawid-skene", "--rubric", rubric).exits(0);
            assertThat(run.out())
                    .contains("2 annotators; two or more of them judged 24 steps in 12 traces.")
                    .contains("Krippendorff's alpha, ordinal")
                    .contains("By " + (by.equals("step") ? "position of the step" : by))
                    .contains("Reliability against the consensus by dawid-skene")
                    .doesNotContain("\u001b");
        }
        assertThat(run("--by", "stage", "--rubric", rubric).out()).contains("greet");
        assertThat(run("--by", "stage").out()).contains("name a rubric with --rubric");
    }

    @Test
    void choicesAreReadInAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            run("--by", "pair", "--consensus", "majority", "--json").exits(0);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(run("--by", "colour").exits(2).err())
                .contains("--by is one of pair, step, stage, criterion, annotator.");
        assertThat(run("--consensus", "loudest").exits(2).err())
                .contains("--consensus is one of majority, dawid-skene.");
        assertThat(run("--where", "state:maybe").exits(2).err()).isNotBlank();
    }

    @Test
    void nothingToCompareIsSaid() {
        JsonNode json = run("--json").exits(0).json();
        assertThat(json.path("kappa").isNull()).isTrue();
        assertThat(json.path("items").asInt()).isZero();
        assertThat(run().exits(0).out()).contains("let a second person label");
    }

    @Test
    void aFilterChooses() {
        label();
        JsonNode json = run("--where", "id:t3", "--json").exits(0).json();
        assertThat(json.path("items").asInt()).isEqualTo(2);
        assertThat(json.path("ci95")).isEmpty();
    }
}
