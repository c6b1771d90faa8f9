package org.stepwright.storage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.trace.Step;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;

/** SQL that loops, grows, writes or looks elsewhere: a sentence soon, and nothing has changed. */
class HostileSqlTest {
    /** The promise is two seconds; the rest is for a machine that is busy with other things. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final String ENDLESS =
            "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) ";

    @TempDir static Path folder;

    private static SqlSandbox sandbox;
    private static TreeMap<String, String> before;

    @BeforeAll
    static void open() throws Exception {
        sandbox = new SqlSandbox();
        Shop.create(folder.resolve("shop.db"));
        Shop.create(
                folder.resolve("bombs.db"),
                Stream.concat(
                                Stream.of("CREATE VIEW v0 AS SELECT 1 AS x"),
                                Stream.iterate(1, i -> i < 40, i -> i + 1)
                                        .map(HostileSqlTest::view))
                        .toArray(String[]::new));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        before = Shop.digests(folder);
    }

    private static String view(int i) {
        return "CREATE VIEW v%d AS SELECT * FROM v%d UNION ALL SELECT * FROM v%d"
                .formatted(i, i - 1, i - 1);
    }

    @AfterAll
    static void close() {
        sandbox.close();
        assertThat(Shop.digests(folder)).isEqualTo(before);
    }

    private static Finding check(String database, String sql) {
        Verifier verifier =
                SqlVerifier.kind(folder, sandbox)
                        .create(
                                new org.stepwright.rubric.VerifierSpec(
                                        "sql",
                                        Map.of(
                                                "database", database,
                                                "text", "whole",
                                                "expected", "42")));
        List<Finding> findings =
                Assertions.assertTimeoutPreemptively(
                        SOON, () -> verifier.check(new Prefix("?", null, List.of(Step.of(sql)))));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).holds()).isFalse();
        return findings.get(0);
    }

    static Stream<Arguments> hostile() {
        String begins = "The SQL begins with ";
        String writes = "The SQL wants to change the database; here it may only read.";
        String slow = "The query did not end within one second and was stopped.";
        String large = "The query needs more memory than it is given and was stopped.";
        return Stream.of(
                Arguments.of("INSERT INTO customer VALUES(99, 'x', 'y')", begins + "INSERT"),
                Arguments.of("UPDATE customer SET name = 'x'", begins + "UPDATE"),
                Arguments.of("/* SELECT */ DELETE FROM customer", begins + "DELETE"),
                Arguments.of("DROP TABLE customer", begins + "DROP"),
                Arguments.of("VACUUM INTO 'copy.db'", begins + "VACUUM"),
                Arguments.of("ATTACH 'other.db' AS o", begins + "ATTACH"),
                Arguments.of("PRAGMA writable_schema = ON", begins + "PRAGMA"),
                Arguments.of("EXPLAIN PRAGMA journal_mode = WAL", begins + "PRAGMA"),
                Arguments.of("EXPLAIN QUERY PLAN DELETE FROM customer", begins + "DELETE"),
                Arguments.of("CREATE TEMP TABLE t AS SELECT 1", begins + "CREATE"),
                Arguments.of("BEGIN EXCLUSIVE", begins + "BEGIN"),
                Arguments.of("backup to 'copy.db'", begins + "BACKUP"),
                Arguments.of("restore from 'secret.txt'", begins + "RESTORE"),
                Arguments.of("SELECT 1; DROP TABLE customer", "more than one statement"),
                Arguments.of("SELECT ';' -- ;\n; /* ; */ DROP TABLE customer", "more than one"),
                Arguments.of("SELECT 1 \0; DROP TABLE customer", "NUL character"),
                Arguments.of("WITH t AS (SELECT 1) DELETE FROM customer", writes),
                Arguments.of("WITH t AS (SELECT 1) INSERT INTO orders(sku) SELECT 'x'", writes),
                Arguments.of("SELECT * FROM \"pragma_journal_mode\"", "which is not allowed"),
                Arguments.of("SELECT * FROM 'pragma_database_list'", "which is not allowed"),
                Arguments.of("SELECT load_extension('/tmp/x.so')", "not authorized"),
                Arguments.of("SELECT readfile('secret.txt')", "no such function"),
                Arguments.of("SELECT writefile('new.txt', 'x')", "no such function"),
                Arguments.of("SELECT edit('x')", "no such function"),
                Arguments.of("SELECT * FROM fsdir('/')", "no such table"),
                Arguments.of("SELECT fts3_tokenizer('simple', x'00')", "The SQL does not run"),
                Arguments.of(ENDLESS + "SELECT count(*) FROM r", slow),
                Arguments.of(ENDLESS + "SELECT x FROM r ORDER BY x DESC", slow),
                Arguments.of(ENDLESS + "SELECT x FROM r WHERE x < 0", slow),
                Arguments.of(ENDLESS + "SELECT x FROM r", "more than 10000 rows"),
                Arguments.of(ENDLESS + "SELECT x FROM r LIMIT 1000000000", "more than 10000"),
                Arguments.of(
                        ENDLESS + "SELECT group_concat(hex(zeroblob(400000))) FROM r",
                        "was stopped"),
                Arguments.of(ENDLESS + "SELECT DISTINCT randomblob(900000) FROM r", "more than"),
                Arguments.of(
                        ENDLESS
                                + "SELECT count(*) FROM (SELECT DISTINCT randomblob(900000) FROM"
                                + " r)",
                        "was stopped"),
                Arguments.of(ENDLESS + "SELECT json_group_array(x) FROM r", "was stopped"),
                Arguments.of(
                        "SELECT count(*) FROM orders a, orders b, orders c, orders d, orders e",
                        slow),
                Arguments.of("SELECT zeroblob(1000000000)", large),
                Arguments.of("SELECT length(printf('%1000000000d', 1))", large),
                Arguments.of("SELECT hex(randomblob(1e9))", large),
                Arguments.of(
                        "SELECT replace(hex(zeroblob(1000)), '0', hex(zeroblob(1000)))", large),
                Arguments.of("SELECT 1 -- " + "x".repeat(1_000_000), "longer than 20,000"),
                Arguments.of("SELECT " + "(".repeat(9_000) + "1" + ")".repeat(9_000), "not run"),
                Arguments.of("SELECT " + "- ".repeat(9_000) + "1", "does not run"),
                Arguments.of("SELECT " + "1, ".repeat(5_000) + "1", "does not run"),
                Arguments.of("SELECT 1" + " UNION SELECT 1".repeat(1_000), "does not run"),
                Arguments.of(manyFunctions("instr(a, b)"), "was stopped"),
                Arguments.of(manyFunctions("replace(a, b, '')"), "was stopped"),
                Arguments.of(doubling("SELECT * FROM t%1$d UNION ALL SELECT * FROM t%1$d"), slow),
                Arguments.of(doubling("SELECT a.x FROM t%1$d a, t%1$d b"), "was stopped"));
    }

    /** Between these calls SQLite looks neither at the clock nor at an interrupt. */
    private static String manyFunctions(String call) {
        return "WITH s(a, b) AS (SELECT hex(zeroblob(490000)), hex(zeroblob(240000)) || '1')"
                + " SELECT 1"
                + (", " + call).repeat(150)
                + " FROM s";
    }

    /** While it parses this, SQLite can be stopped by nothing. */
    private static String doubling(String next) {
        StringBuilder sql = new StringBuilder("WITH t0 AS (SELECT 1 AS x)");
        for (int i = 1; i < 40; i++) {
            sql.append(", t").append(i).append(" AS (").append(next.formatted(i - 1)).append(')');
        }
        return sql.append(" SELECT count(*) FROM t39").toString();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedOrStopped(String sql, String sentence) {
        assertThat(check("shop.db", sql).message()).contains(sentence);
    }

    @Test
    void viewsThatDoubleAreStopped() {
        assertThat(check("bombs.db", "SELECT count(*) FROM v39").message())
                .containsAnyOf("stopped", "too many references");
    }

    @Test
    void theNextQueryIsAnsweredAfterAWorkerWasEnded() {
        check("shop.db", doubling("SELECT * FROM t%1$d UNION ALL SELECT * FROM t%1$d"));
        assertThat(check("shop.db", "SELECT count(*) FROM orders").message())
                .isEqualTo("The row (42) is missing; (100) is not expected.");
    }
}
