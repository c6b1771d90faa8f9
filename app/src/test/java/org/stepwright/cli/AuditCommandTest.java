package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.AuditWork;

class AuditCommandTest {
    @TempDir Path folder;
    private Path workspace;
    private Path benchmark;

    @BeforeEach
    void workspace() throws IOException {
        workspace = folder.resolve("w.stepwright");
        try (Workspace open = Workspace.create(workspace)) {
            benchmark = AuditWork.addTo(open, folder);
        }
    }

    private CliRun audit(Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = "audit";
        all[1] = "--workspace";
        all[2] = workspace;
        System.arraycopy(args, 0, all, 3, args.length);
        return CliRun.of(folder, all);
    }

    private static JsonNode kind(JsonNode json, String kind) {
        for (JsonNode row : json.get("findings")) {
            if (row.get("kind").asText().equals(kind)) {
                return row;
            }
        }
        throw new AssertionError("No " + kind + " in " + json);
    }

    @Test
    void theJsonHasAKindACountAndExamples() {
        JsonNode json = audit("--benchmark", benchmark, "--json").exits(0).json();
        assertThat(kind(json, "exact-duplicate").get("count").asInt()).isEqualTo(AuditWork.COPIES);
        assertThat(kind(json, "exact-duplicate").get("examples")).hasSize(5);
        assertThat(kind(json, "rejected-row").get("count").asInt()).isEqualTo(AuditWork.BROKEN);
        assertThat(kind(json, "benchmark-leak").get("count").asInt()).isPositive();
        JsonNode example = kind(json, "junk-text").get("examples").get(0);
        assertThat(example.get("strength").asDouble()).isBetween(0.0, 1.0);
        assertThat(example.get("message").asText()).isNotBlank();
        assertThat(json.get("traces").asInt()).isGreaterThan(600);
    }

    @Test
    void peopleReadATableAndAllFindingsGoIntoAFile() throws IOException {
        Path csv = folder.resolve("all.csv");
        CliRun run = audit("--check", "exact-duplicate,rejected-row", "--out", csv).exits(0);
        assertThat(run.out()).contains("exact-duplicate").contains("27 findings written to");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(1 + AuditWork.COPIES + AuditWork.BROKEN);
        assertThat(lines.get(0)).isEqualTo("kind,trace,step,other,strength,message");
        Path rows = folder.resolve("all.jsonl");
        audit("--check", "rejected-row", "--out", rows).exits(0);
        assertThat(Files.readAllLines(rows)).hasSize(AuditWork.BROKEN);
    }

    @Test
    void aFileThatASpreadsheetOpensHoldsNoFormula() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("x.jsonl"),
                        """
                        {"id":"=cmd|x","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
                        {"id":"@SUM(1)","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
                        """);
        Path csv = folder.resolve("x.csv");
        CliRun.of(folder, "audit", file, "--out", csv).exits(0);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(1)).startsWith("exact-duplicate,'");
    }

    @Test
    void filesAreAuditedAndTheirRejectsListed() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");
        CliRun run =
                CliRun.of(
                                folder,
                                "audit",
                                folder.resolve("planted.jsonl"),
                                folder.resolve("refunds.jsonl"),
                                "--rejects",
                                rejects,
                                "--json")
                        .exits(3);
        assertThat(run.json().get("rejected").asInt()).isEqualTo(AuditWork.BROKEN);
        assertThat(Files.readAllLines(rejects)).hasSize(AuditWork.BROKEN);
        assertThat(run.json().get("overlaps").get(0).get("problems").asInt()).isPositive();
    }

    @Test
    void aFixIsTriedThenDoneThenUndone() {
        JsonNode tried =
                audit(
                                "--check",
                                "exact-duplicate",
                                "--fix",
                                "exact-duplicate",
                                "--dry-run",
                                "--json")
                        .exits(0)
                        .json();
        assertThat(tried.get("fix").get("traces_set_aside").asInt()).isEqualTo(AuditWork.COPIES);
        assertThat(aside()).isZero();

        CliRun fixed = audit("--check", "exact-duplicate", "--fix", "exact-duplicate").exits(0);
        assertThat(fixed.out()).contains("Set aside 24 traces with ").contains("--undo");
        assertThat(aside()).isEqualTo(AuditWork.COPIES);
        JsonNode again = audit("--check", "exact-duplicate", "--json").exits(0).json();
        assertThat(kind(again, "exact-duplicate").get("count").asInt()).isZero();
        assertThat(again.get("aside").asInt()).isEqualTo(AuditWork.COPIES);

        assertThat(audit("--undo").exits(0).out()).contains("Took back 24 traces.");
        assertThat(aside()).isZero();
        CliRun nothing = audit("--undo").exits(1);
        assertThat(nothing.err()).contains("nothing to take back");
    }

    private long aside() {
        try (Workspace open = Workspace.open(workspace)) {
            return open.aside().count();
        }
    }

    @Test
    void theEffectIsMeasuredBeforeAndAfter() {
        CliRun none = audit("--effect").exits(1);
        assertThat(none.err()).contains("no effect to measure");
        JsonNode json =
                audit(
                                "--check",
                                "exact-duplicate",
                                "--fix",
                                "exact-duplicate",
                                "--effect",
                                "--seeds",
                                "1",
                                "--json")
                        .exits(0)
                        .json();
        JsonNode effect = json.get("effect");
        assertThat(effect.get("traces_left_out").asInt()).isEqualTo(AuditWork.COPIES);
        assertThat(effect.get("held_out").get("auroc").get("before").asDouble())
                .isBetween(0.3, 1.0);
        assertThat(effect.get("held_out").get("f1").get("ci95")).hasSize(2);
        assertThat(effect.get("planned").asBoolean()).isFalse();
    }

    @Test
    void cancelledItKeepsTheAuditBefore() {
        CliRun.with(folder, Map.of(), CancelSwitch::cancel, "audit", "--workspace", workspace)
                .exits(130);
        try (Workspace open = Workspace.open(workspace)) {
            assertThat(open.audits().last()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "audit --workspace w f",
                "audit f --undo",
                "audit f --fix junk-text",
                "audit --workspace w --fix shortcut",
                "audit --workspace w --fix nonsense",
                "audit --workspace w --check nonsense",
                "audit --workspace w --near 2",
                "audit --workspace w --above 2",
                "audit --workspace w --undo --effect",
                "audit --workspace w --dry-run",
                "audit --workspace w --effect --seeds 0",
                "audit f --out f",
                "audit f --format nonsense",
                "audit --workspace w --benchmark b --out b"
            })
    void wrongUsageIsSaid(String line) {
        CliRun run = CliRun.of(folder, (Object[]) line.split(" ")).exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--help");
    }
}
