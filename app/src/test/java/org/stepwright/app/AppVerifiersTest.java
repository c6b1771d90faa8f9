package org.stepwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.settings.Locations;
import org.stepwright.settings.RunCode;
import org.stepwright.trace.Step;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;

class AppVerifiersTest {
    @TempDir Path folder;

    private AppContext app() {
        Path config = folder.resolve("config");
        return AppContext.create(new Locations(config, config.resolve("log")));
    }

    private static List<Finding> check(Verifier verifier, String text) {
        return verifier.check(new Prefix("?", null, List.of(Step.of(text))));
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    void sqlRunsInAProcessThatEndsWithTheApplication() throws Exception {
        Path file = folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT 1 AS x UNION SELECT 2");
        }
        Set<Long> before = children();
        try (AppContext app = app()) {
            Verifier sql =
                    app.verifiers(folder)
                            .create(
                                    new VerifierSpec(
                                            "sql", Map.of("database", "shop.db", "expected", "3")));
            assertThat(children()).isEqualTo(before);
            assertThat(check(sql, "```sql\nSELECT sum(x) FROM t\n```"))
                    .extracting(Finding::message)
                    .containsExactly("The query returns what is expected.");
            assertThat(children()).hasSize(before.size() + 1);
        }
        assertThat(children()).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("shop.db");
        }
    }

    @Test
    void codeRunsWhenTheSettingsSaySoAndNotBefore() {
        VerifierSpec spec =
                new VerifierSpec("code-tests", Map.of("language", "sh", "tests", "[ $x = 1 ]"));
        try (AppContext app = app()) {
            assertThat(check(app.verifiers(null).create(spec), "```sh\nx=1\n```")).isEmpty();
            app.settings().update(s -> s.withRunCode(new RunCode(true, "sh {file}")));
            assertThat(check(app.verifiers(null).create(spec), "```sh\nx=1\n```"))
                    .extracting(Finding::holds)
                    .containsExactly(true);
        }
    }
}
