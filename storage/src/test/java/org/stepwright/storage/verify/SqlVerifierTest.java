package org.stepwright.storage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.VerifierCatalog;

class SqlVerifierTest {
    private static SqlSandbox sandbox;

    @TempDir Path folder;

    @BeforeAll
    static void open() {
        sandbox = new SqlSandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void shop() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Shop.create(folder.resolve("data/shop one.db"));
    }

    private VerifierCatalog catalog() {
        return VerifierCatalog.standard().with(SqlVerifier.kind(folder, sandbox));
    }

    private static VerifierSpec spec(String... options) {
        Map<String, String> all = new TreeMap<>();
        all.put("database", "data/shop one.db");
        all.put("text", "whole");
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return new VerifierSpec("sql", all);
    }

    private List<Finding> check(Step step, String reference, String... options) {
        return catalog().create(spec(options)).check(new Prefix("?", reference, List.of(step)));
    }

    private Finding one(String sql, String... options) {
        List<Finding> findings = check(Step.of(sql), null, options);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void returnsWhatPythonReturns() throws IOException {
        JsonNode answers = new ObjectMapper().readTree(Shop.resource("answers.json"));
        assertThat(answers).hasSizeGreaterThanOrEqualTo(20);
        DatabaseFile file = DatabaseFile.find(folder, "data/shop one.db");
        for (JsonNode answer : answers) {
            String sql = answer.get("sql").asText();
            SqlAnswer got = sandbox.run(file, sql);
            assertThat(got.message()).as(sql).isEmpty();
            assertThat(plain(got.rows()))
                    .usingRecursiveComparison()
                    // Newer SQLite adds up with less rounding than the one that Python brings.
                    .withComparatorForType(
                            (a, b) ->
                                    Math.abs(a - b) <= 1e-12 * Math.abs(b)
                                            ? 0
                                            : Double.compare(a, b),
                            Double.class)
                    .as(sql)
                    .isEqualTo(plain(answer.get("rows")));
        }
    }

    private static List<List<Object>> plain(List<List<Object>> rows) {
        List<List<Object>> plain = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>();
            row.forEach(
                    c -> cells.add(c instanceof byte[] b ? "x" + HexFormat.of().formatHex(b) : c));
            plain.add(cells);
        }
        return plain;
    }

    private static List<List<Object>> plain(JsonNode rows) {
        List<List<Object>> plain = new ArrayList<>();
        for (JsonNode row : rows) {
            List<Object> cells = new ArrayList<>();
            row.forEach(
                    c ->
                            cells.add(
                                    c.isNull()
                                            ? null
                                            : c.isObject()
                                                    ? "x" + c.get("blob").asText()
                                                    : c.isTextual()
                                                            ? c.asText()
                                                            : c.isFloatingPointNumber()
                                                                    ? (Object) c.doubleValue()
                                                                    : (Object) c.longValue()));
            plain.add(cells);
        }
        return plain;
    }

    @Test
    void comparesWithAQueryInAnyOrder() {
        String wanted = "SELECT town, count(*) FROM customer GROUP BY town";
        assertThat(
                        one(
                                "SELECT town AS t, count(id) FROM customer GROUP BY 1 ORDER BY 1"
                                        + " DESC",
                                "expected",
                                wanted))
                .isEqualTo(
                        new Finding(
                                true,
                                "SELECT town AS t, count(id) FROM customer GROUP BY 1 ORDER BY 1"
                                        + " DESC",
                                "The query returns what is expected."));
        assertThat(one("SELECT town, count(town) FROM customer GROUP BY 1", "expected", wanted))
                .extracting(Finding::holds, Finding::message)
                .containsExactly(false, "The row (NULL, 4) is missing; (NULL, 0) is not expected.");
        assertThat(one("SELECT town FROM customer GROUP BY 1", "expected", wanted).message())
                .isEqualTo("The query returns 1 column; 2 are expected.");
        assertThat(
                        one(
                                        "SELECT town, count(*) FROM customer WHERE town IS NOT NULL"
                                                + " GROUP BY 1",
                                        "expected",
                                        wanted)
                                .message())
                .isEqualTo("The query returns 4 rows; 5 are expected.");
    }

    @Test
    void orderCountsWhereTheRubricSaysSo() {
        String wanted = "SELECT sku FROM product ORDER BY sku";
        String backwards = wanted + " DESC";
        assertThat(one(backwards, "expected", wanted).holds()).isTrue();
        assertThat(one(wanted, "expected", wanted, "order", "same").holds()).isTrue();
        assertThat(one(backwards, "expected", wanted, "order", "same").message())
                .isEqualTo(
                        "The rows are the expected ones, but in another order: row 1 is ('S8'), not"
                                + " ('S1').");
        assertThat(
                        one(
                                        "SELECT 'S' || id FROM customer LIMIT 8",
                                        "expected",
                                        "VALUES ('S1'),"
                                                + "('S3'),('S2'),('S4'),('S5'),('S6'),('S7'),('T')",
                                        "order",
                                        "same")
                                .message())
                .isEqualTo("Row 2 is ('S2'), not ('S3').");
    }

    @Test
    void comparesWithRowsAsJson() {
        assertThat(one("SELECT count(*) FROM orders", "expected", "100").holds()).isTrue();
        assertThat(one("SELECT count(*) FROM orders", "expected", "99").message())
                .isEqualTo("The row (99) is missing; (100) is not expected.");
        assertThat(one("SELECT 1, 'a' UNION SELECT 2, NULL", "expected", "[[2,null],[1,\"a\"]]"))
                .matches(Finding::holds);
        assertThat(one("SELECT 1 AS x, 'a' AS y", "expected", "[{\"x\":1,\"y\":\"a\"}]").holds())
                .isTrue();
        assertThat(one("SELECT 1 UNION ALL SELECT 1", "expected", "[1, 1]").holds()).isTrue();
        assertThat(one("SELECT 1 UNION ALL SELECT 2", "expected", "[1, 1]").holds()).isFalse();
        assertThat(one("SELECT 1 WHERE 0", "expected", "[]").holds()).isTrue();
        assertThat(one("SELECT 1 = 1", "expected", "true").holds()).isTrue();
    }

    @Test
    void numbersAreComparedWithToleranceAndTextsThatAreNumbersAsNumbers() {
        assertThat(one("SELECT 0.1 + 0.2", "expected", "0.3").holds()).isTrue();
        assertThat(one("SELECT 1000.4", "expected", "1000", "tolerance", "0.001").holds()).isTrue();
        assertThat(one("SELECT 1001.4", "expected", "1000", "tolerance", "0.001").holds())
                .isFalse();
        assertThat(one("SELECT '12'", "expected", "12.0").holds()).isTrue();
        assertThat(one("SELECT 'Ann'", "expected", "\"ann\"").holds()).isFalse();
        assertThat(one("SELECT x'41'", "expected", "\"A\"").holds()).isFalse();
        // Pairing first what is equal would leave 10 without a partner.
        assertThat(one("VALUES (10.4), (10.8)", "expected", "[10, 10.4]", "tolerance", "0.05"))
                .matches(Finding::holds);
    }

    @Test
    void theReferenceOfTheTraceCountsWhereTheRubricGivesNone() {
        Step step = Step.of("SELECT max(id) FROM customer");
        assertThat(check(step, "SELECT 20").get(0).message())
                .isEqualTo("The query returns what is expected.");
        assertThat(check(step, "21").get(0).holds()).isFalse();
        assertThat(check(step, "twenty, I think").get(0).message())
                .isEqualTo("The query runs and returns 1 row.");
        assertThat(check(step, "21", "expected", "20").get(0).holds()).isTrue();
        assertThat(check(step, "SELECT nothing FROM nowhere")).isEmpty();
    }

    @Test
    void findsSqlInBlocksAndInCallsOfATool() {
        String text =
                "With care:\n```sql\nSELECT 1\n```\nor\n```python\nx\n```\n ```SQL title=x\nSELEC"
                        + " 2;\n```\ndone";
        assertThat(check(Step.of(text), null, "text", "block"))
                .extracting(Finding::evidence, Finding::holds, Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "SELECT 1", true, "The query runs and returns 1 row."),
                        org.assertj.core.groups.Tuple.tuple(
                                "SELEC 2;",
                                false,
                                "The SQL begins with SELEC; only statements that read are run"
                                        + " (SELECT, WITH, VALUES and EXPLAIN of them)."));
        assertThat(check(Step.of("Select well."), null, "text", "block")).isEmpty();
        Step call =
                new Step("run_query({\"query\": \"SELECT 5\"})", StepKind.TOOL_CALL, "", List.of());
        assertThat(check(call, "5", "tool", "run_query", "argument", "query").get(0).holds())
                .isTrue();
        assertThat(check(call, "5", "tool", "run_query")).isEmpty();
        assertThat(check(call, "5", "tool", "other", "argument", "query")).isEmpty();
        assertThat(check(call, "5")).isEmpty();
    }

    @Test
    void saysWhySqlDoesNotRun() {
        assertThat(one("SELECT nme FROM customer").message())
                .isEqualTo("The SQL does not run: no such column: nme.");
        assertThat(one("SELECT 1 FROM").message()).contains("incomplete input");
        assertThat(one("EXPLAIN QUERY PLAN SELECT * FROM customer").holds()).isTrue();
        assertThat(one("SELECT * FROM pragma_table_info('customer')").holds()).isTrue();
        assertThat(check(Step.of("SELECT * FROM customer WHERE id = ?"), null)).isEmpty();
    }

    private void problem(String sentence, String... options) {
        assertThat(catalog().problem(spec(options)))
                .hasValueSatisfying(said -> assertThat(said).contains(sentence));
    }

    @Test
    void saysWhatIsWrongWithItsOptions() throws IOException {
        assertThat(catalog().problem(spec())).isEmpty();
        problem("needs the option database", "database", " ");
        problem("There is no file data/none.db in " + folder, "database", "data/none.db");
        problem("named relative to the rubric's folder", "database", "/etc/passwd");
        problem("named relative to the rubric's folder", "database", "data/../../x.db");
        problem("named relative to the rubric's folder", "database", "C:\\x.db");
        problem("named relative to the rubric's folder", "database", "data\\..\\x.db");
        problem("named relative to the rubric's folder", "database", "a\0b");
        problem("is no SQLite database", "database", "data");
        Files.writeString(folder.resolve("note.txt"), "hello");
        problem("is no SQLite database", "database", "note.txt");
        problem("a number from 0 to 1", "tolerance", "much");
        problem("any or same", "order", "random");
        problem("a query or its rows as JSON", "expected", "about five");
        problem("more than one statement", "expected", "SELECT 1; DROP TABLE customer");
        assertThat(VerifierCatalog.standard().with(SqlVerifier.kind(null, sandbox)).problem(spec()))
                .hasValueSatisfying(s -> assertThat(s).contains("open or name one of them"));
    }

    @Test
    void linksMayNotLeadOut(@TempDir Path outside) throws IOException {
        Shop.create(outside.resolve("secret.db"));
        Files.createSymbolicLink(folder.resolve("link.db"), outside.resolve("secret.db"));
        Files.createSymbolicLink(folder.resolve("way"), outside);
        problem("a link that leads out", "database", "link.db");
        problem("a link that leads out", "database", "way/secret.db");
        Files.createSymbolicLink(folder.resolve("inside.db"), folder.resolve("data/shop one.db"));
        assertThat(catalog().problem(spec("database", "inside.db"))).isEmpty();
    }

    @Test
    void aDatabaseThatIsGoneOrInUseIsNoFaultOfTheStep() throws Exception {
        var verifier = catalog().create(spec());
        Prefix prefix = new Prefix("?", null, List.of(Step.of("SELECT 1 FROM customer")));
        Path file = folder.resolve("data/shop one.db");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("DELETE FROM orders");
            problem("is in use by another program");
            assertThat(verifier.check(prefix)).isEmpty();
        }
        assertThat(verifier.check(prefix)).hasSize(1);
        Files.delete(file);
        assertThat(verifier.check(prefix)).isEmpty();
    }

    @Test
    void aDatabaseInWalModeIsReadWithoutFilesBesideIt() throws SQLException {
        Shop.create(folder.resolve("wal?#%.db"), "PRAGMA journal_mode = WAL");
        var before = Shop.digests(folder);
        assertThat(one("SELECT count(*) FROM orders", "database", "wal?#%.db", "expected", "100"))
                .matches(Finding::holds);
        assertThat(Shop.digests(folder)).isEqualTo(before);
    }

    @Test
    void aDamagedDatabaseIsNoFaultOfTheStep() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("data/shop one.db"));
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(folder.resolve("broken.db"), bytes);
        assertThat(check(Step.of("SELECT * FROM customer"), null, "database", "broken.db"))
                .isEmpty();
    }
}
