package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

class RubricMigrateCommandTest {
    private static final Scale FIVE = new Scale(Scale.Kind.LIKERT, 1, 5, List.of());

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void label() {
        file = folder.resolve("w.stepwright");
        run("init", file).exits(0);
        try (Workspace workspace = Workspace.open(file)) {
            workspace
                    .rubrics()
                    .saveDraft(rubric(criterion("facts", FIVE), criterion("clause", FIVE)));
            workspace.rubrics().publish("r", "");
            StepLabel label =
                    new StepLabel(
                            "t",
                            0,
                            0,
                            Verdict.WRONG,
                            List.of(new Rating("facts", 2), new Rating("clause", 4)),
                            List.of(),
                            false,
                            false,
                            "",
                            "anna",
                            Instant.EPOCH,
                            "r@1",
                            LabelSource.HUMAN);
            workspace
                    .traces()
                    .add(
                            List.of(
                                    new LabelledTrace(
                                            Trace.of("t", "Refund?", List.of("No.")),
                                            List.of(label))));
            workspace
                    .rubrics()
                    .saveDraft(rubric(criterion("facts", Scale.binary()), criterion("rule", FIVE)));
        }
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    private static Criterion criterion(String id, Scale scale) {
        return new Criterion(
                id, "The " + id, "", scale, 1, false, Criterion.Judged.VERIFIABLE, null);
    }

    private static Rubric rubric(Criterion... criteria) {
        return new Rubric("r", "R", "", List.of(), List.of(criteria), Aggregation.MIN, List.of());
    }

    private List<StepLabel> labels() {
        try (Workspace workspace = Workspace.open(file)) {
            return workspace.labels().of("t");
        }
    }

    private CliRun migrate(Object... more) {
        Object[] args = new Object[8 + more.length];
        List<Object> first =
                List.of("rubric", "migrate", "--workspace", file, "--from", "r@1", "--to", "r@2");
        first.toArray(args);
        System.arraycopy(more, 0, args, 8, more.length);
        return run(args);
    }

    @Test
    void publishingTellsOfOlderLabels() {
        CliRun run = run("rubric", "publish", "--workspace", file, "r").exits(0);
        assertThat(run.out())
                .contains("1 labels are under r@1")
                .contains("rubric migrate --workspace W --from r@1 --to r@2 --dry-run");
    }

    @Test
    void theTableIsShownBeforeAnythingIsDone() {
        run("rubric", "publish", "--workspace", file, "r").exits(0);
        List<StepLabel> before = labels();

        JsonNode json = migrate("--dry-run", "--json").exits(0).json();

        assertThat(json.get("labels").asInt()).isEqualTo(1);
        assertThat(json.get("mapped").asInt()).isEqualTo(1);
        assertThat(json.get("dropped").asInt()).isEqualTo(1);
        assertThat(json.at("/moves/0/kind").asText()).isEqualTo("rescaled");
        assertThat(json.at("/moves/0/values/5").asDouble()).isEqualTo(1);
        assertThat(json.at("/moves/0/values/3").isMissingNode()).isTrue();
        assertThat(json.at("/moves/1/kind").asText()).isEqualTo("dropped");
        assertThat(json.at("/added/0").asText()).isEqualTo("rule");
        assertThat(json.get("done").asBoolean()).isFalse();
        assertThat(labels()).isEqualTo(before);
        assertThat(migrate("--dry-run").exits(0).out()).contains("clause").contains("dropped");
    }

    @Test
    void whatAPersonSaysIsDone() {
        run("rubric", "publish", "--workspace", file, "r").exits(0);

        JsonNode json =
                migrate("--map", "clause=rule", "--values", "facts:2=1,5=1", "--yes", "--json")
                        .exits(0)
                        .json();

        assertThat(json.at("/result/labels").asInt()).isEqualTo(1);
        assertThat(json.at("/result/renamed").asInt()).isEqualTo(1);
        assertThat(json.at("/result/undo_steps/anna").asInt()).isEqualTo(1);
        assertThat(labels())
                .singleElement()
                .satisfies(
                        label -> {
                            assertThat(label.rubricVersion()).isEqualTo("r@2");
                            assertThat(label.ratings())
                                    .containsExactly(new Rating("facts", 1), new Rating("rule", 4));
                        });
        assertThat(run("check", file, "--json").exits(0).json().get("ok").asBoolean()).isTrue();
        assertThat(migrate("--yes", "--json").exits(0).json().at("/result/labels").asInt())
                .isZero();
    }

    @Test
    void droppingIsSaid() {
        run("rubric", "publish", "--workspace", file, "r").exits(0);
        migrate("--drop", "facts", "--yes").exits(0);
        assertThat(labels().get(0).ratings()).isEmpty();
        assertThat(labels().get(0).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void slipsAreSentences() {
        run("rubric", "publish", "--workspace", file, "r").exits(0);
        migrate().exits(2);
        migrate("--dry-run", "--yes").exits(2);
        migrate("--dry-run", "--values", "facts:2").exits(2);
        migrate("--dry-run", "--values", "clause:2=1").exits(2);
        assertThat(migrate("--dry-run", "--values", "facts:2=7").exits(1).err())
                .contains("7 is no value of facts in the newer version.");
        assertThat(migrate("--dry-run", "--map", "clause=none").exits(1).err())
                .contains("no criterion none in r@2");
        assertThat(migrate("--dry-run", "--map", "clause=facts").exits(1).err())
                .contains("Two criteria cannot both become facts");
        run("rubric", "migrate", "--workspace", file, "--from", "r@1", "--to", "r@9", "--yes")
                .exits(1);
    }

    @Test
    void anotherRubricIsNoVersionOfThisOne() {
        try (Workspace workspace = Workspace.open(file)) {
            workspace
                    .rubrics()
                    .saveDraft(
                            new Rubric(
                                    "other",
                                    "Other",
                                    "",
                                    List.of(),
                                    List.of(criterion("facts", FIVE)),
                                    Aggregation.MIN,
                                    List.of()));
            workspace.rubrics().publish("other", "");
        }
        List<StepLabel> before = labels();

        CliRun run =
                run(
                        "rubric",
                        "migrate",
                        "--workspace",
                        file,
                        "--from",
                        "r@1",
                        "--to",
                        "other@1",
                        "--yes",
                        "--annotator",
                        "boss");

        assertThat(run.exits(2).err()).contains("two rubrics");
        assertThat(labels()).isEqualTo(before);
    }

    @Test
    void twoAnswersForOneCriterionAreRefused() {
        run("rubric", "publish", "--workspace", file, "r").exits(0);

        assertThat(migrate("--dry-run", "--drop", "clause", "--map", "clause=rule").exits(2).err())
                .contains("both name clause");
        assertThat(migrate("--dry-run", "--drop", "facts", "--values", "facts:1=0").exits(2).err())
                .contains("both name facts");
        assertThat(migrate("--dry-run", "--values", "facts:1=1,1=0").exits(2).err())
                .contains("names 1 twice");
    }
}
