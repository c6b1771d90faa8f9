package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RubricTryCommandTest {
    private static final String RUBRIC =
            """
            id: shop
            title: Shop
            aggregation: min
            every_step:
              - id: sums
                title: Sums hold
                scale: binary
                verifier: {name: arithmetic}
              - id: odd
                title: Odd
                scale: binary
                verifier: {name: magic}
            stages:
              - id: greet
                title: Greet
                repeatable: true
                match: [hello]
              - id: pay
                title: Pay
                repeatable: true
                match: [pay, cancel_order]
                criteria:
                  - id: asked
                    title: Asked before
                    scale: binary
                    verifier: {name: regex, options: {pattern: please}}
            """;

    @TempDir Path folder;
    private Path rubric;
    private Path traces;

    @BeforeEach
    void write() throws Exception {
        rubric = Files.writeString(folder.resolve("shop.yaml"), RUBRIC);
        traces = folder.resolve("traces.jsonl");
        List<String> rows = new ArrayList<>();
        rows.add(row("=right", "one", "correct", "Hello", "Now please pay 2 + 2 = 4 dollars."));
        rows.add(row("wrong", "one", "incorrect", "Pay 2 + 2 = 5 dollars."));
        rows.add(row("open", "two", "unknown", "Nothing of that kind."));
        rows.add(row("wrong-2", "two", "incorrect", "Hello", "Hello, 3 + 3 = 7."));
        Files.write(traces, rows);
    }

    private static String row(String id, String task, String outcome, String... steps) {
        String verdict =
                switch (outcome) {
                    case "correct" -> ",\"outcome\":\"right\"";
                    case "incorrect" -> ",\"outcome\":\"wrong\"";
                    default -> "";
                };
        return "{\"id\":\"%s\",\"problem\":\"Case of %s\",\"steps\":[\"%s\"]%s,\"metadata\":{\"task\":\"%s\"}}"
                .formatted(id, id, String.join("\",\"", steps), verdict, task);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void filesTellStagesVerifiersAndHowWellTheRewardTellsTheOutcome() {
        JsonNode json =
                run("rubric", "try", rubric, "--data", traces, "--group", "task", "--json")
                        .exits(0)
                        .json();

        assertThat(json.get("traces").asInt()).isEqualTo(4);
        assertThat(json.at("/outcomes/wrong").asInt()).isEqualTo(2);
        assertThat(json.get("steps_without_stage").asInt()).isEqualTo(1);
        assertThat(json.at("/stages/0/traces").asInt()).isEqualTo(2);
        assertThat(json.at("/stages/1/traces_without").asInt()).isEqualTo(2);
        assertThat(json.at("/criteria/0/criterion").asText()).isEqualTo("sums");
        assertThat(json.at("/criteria/0/failed").asInt()).isEqualTo(2);
        assertThat(json.at("/criteria/0/on_wrong/part").asInt()).isEqualTo(2);
        assertThat(json.at("/criteria/0/on_right/share").asDouble()).isZero();
        assertThat(json.at("/criteria/1/looked").asInt()).as("only in its stage").isEqualTo(2);
        assertThat(json.at("/not_run/odd").asText()).contains("magic");
        assertThat(json.at("/auroc/reward/auroc").asDouble()).isEqualTo(1);
        assertThat(json.at("/auroc/constant/auroc").asDouble()).isCloseTo(0.5, within(0.0));
        assertThat(json.at("/auroc/reward/groups").asInt()).isEqualTo(2);
        assertThat(json.at("/best_of_n/0/groups").asInt()).isEqualTo(1);
        assertThat(json.at("/best_of_n/0/by_reward").asDouble()).isEqualTo(1);
        assertThat(json.at("/failed_checks/0/trace").asText()).isEqualTo("wrong");
        assertThat(json.at("/failed_checks/0/evidence").asText()).isEqualTo("2 + 2 = 5");
    }

    @Test
    void peopleReadTables() {
        String out = run("rubric", "try", rubric, "--data", traces).exits(0).out();

        assertThat(out)
                .contains("Shop: 4 traces, 6 steps; outcomes: 1 right, 2 wrong, 1 unknown.")
                .contains("2 (required)")
                .contains("odd did not run: There is no verifier \"magic\"")
                .contains("fewer steps")
                .contains("  wrong step 1: ")
                .doesNotContain("people's labels");
    }

    @Test
    void aWorkspaceIsFilteredAndLimited() {
        Path workspace = folder.resolve("w.stepwright");
        run("init", workspace).exits(0);
        run("import", "--workspace", workspace, traces).exits(0);
        Object[] command = {"rubric", "try", rubric, "--workspace", workspace, "--json"};

        assertThat(run(command).exits(0).json().get("traces").asInt()).isEqualTo(4);
        assertThat(run(with(command, "--limit", "3")).json().get("traces").asInt()).isEqualTo(3);
        assertThat(run(with(command, "--limit", "0")).json().get("traces").asInt()).isEqualTo(4);
        assertThat(run(with(command, "--where", "id:wrong")).json().get("steps").asInt())
                .isEqualTo(1);
        assertThat(run(with(command, "--where", "id:none")).exits(1).err())
                .contains("no traces to try");
    }

    private static Object[] with(Object[] command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void rejectedRowsAreToldAlsoWhenEnoughWasRead() throws Exception {
        Path broken = folder.resolve("broken.jsonl");
        Files.writeString(broken, "{broken\n" + Files.readString(traces));

        run("rubric", "try", rubric, "--data", broken, "--limit", "0").exits(3);
        JsonNode json =
                run("rubric", "try", rubric, "--data", broken, "--limit", "2", "--json")
                        .exits(3)
                        .json();
        assertThat(json.get("traces").asInt()).isEqualTo(2);
        assertThat(json.get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void tracesWithoutTheFieldOfGroupsBelongToNoOther() throws Exception {
        assertThat(run("rubric", "try", rubric, "--data", traces, "--group", "taks").exits(1).err())
                .contains("No trace has the metadata field taks");
        List<String> lines = new ArrayList<>(Files.readAllLines(traces));
        lines.replaceAll(l -> l.contains("\"wrong") ? l.replace("\"task\"", "\"other\"") : l);
        Path some = Files.write(folder.resolve("some.jsonl"), lines);

        JsonNode all =
                run("rubric", "try", rubric, "--data", traces, "--group", "task", "--json").json();
        JsonNode one =
                run("rubric", "try", rubric, "--data", some, "--group", "task", "--json").json();
        assertThat(groups(one)).isEqualTo(groups(all) + 1);
    }

    private static int groups(JsonNode json) {
        return json.findValue("groups").asInt();
    }

    @Test
    void rowsForASpreadsheetHoldNoFormula() throws Exception {
        Path out = folder.resolve("rows.csv");
        run("rubric", "try", rubric, "--data", traces, "--missing-stages", "--out", out).exits(0);

        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("trace,outcome,reward,failed_checks,missing_stages");
        assertThat(lines.get(1)).startsWith("'=right,right,1.000000,0,,2,1,0,");
        assertThat(lines.get(3)).startsWith("open,unknown,0.000000,0,greet pay,1,0,0,");
        assertThat(folder.resolve("rows.csv.part")).doesNotExist();
    }

    @Test
    void verifiersAreHeldAgainstLabels() throws Exception {
        Path labelled =
                Files.writeString(
                        folder.resolve("labelled.jsonl"),
                        "{\"id\":\"a\",\"problem\":\"p\",\"steps\":[\"1 + 1 = 2\",\"1 + 1 = 3\","
                                + "\"1 + 2 = 3\"],\"labels\":[true,false,false]}\n");
        CliRun run = run("rubric", "try", rubric, "--data", labelled, "--json").exits(0);

        JsonNode sums = run.json().at("/quality/0");
        assertThat(sums.at("/precision/share").asDouble()).isEqualTo(1);
        assertThat(sums.at("/recall/part").asInt()).isEqualTo(1);
        assertThat(sums.at("/recall/whole").asInt()).isEqualTo(2);
        assertThat(run("rubric", "try", rubric, "--data", labelled).out())
                .contains("people's labels");
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(run("rubric", "try", rubric).exits(2).err()).contains("--workspace");
        run("rubric", "try", rubric, "--data", traces, "--where", "id:x").exits(2);
        run("rubric", "try", rubric, "--data", traces, "--limit", "-1").exits(2);
        run("rubric", "try", rubric, "--data", traces, "--out", traces).exits(2);
        run("rubric", "try", rubric, "--data", traces, "--run-code", "").exits(2);
    }

    @Test
    void theRubricsOwnFileIsNeverWrittenOver() throws Exception {
        for (String option : List.of("--out", "--rejects")) {
            CliRun run = run("rubric", "try", rubric, "--data", traces, option, rubric).exits(2);
            assertThat(run.err()).contains("uses already");
            assertThat(Files.readString(rubric)).isEqualTo(RUBRIC);
        }
    }

    @Test
    void fullWidthFormulasAreNoFormulasInTheCsv() throws Exception {
        Files.writeString(traces, row("\uFF1D1+1", "one", "correct", "Hello"));
        Path out = folder.resolve("out.csv");

        run("rubric", "try", rubric, "--data", traces, "--out", out).exits(0);

        assertThat(Files.readString(out)).contains("\n'\uFF1D1+1,");
    }
}
