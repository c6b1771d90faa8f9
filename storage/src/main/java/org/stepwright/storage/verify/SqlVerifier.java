package org.stepwright.storage.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwright.storage.verify.SqlAnswer.Ending;
import org.stepwright.verify.Finding;
import org.stepwright.verify.OptionSpec;
import org.stepwright.verify.OptionSpec.Form;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;
import org.stepwright.verify.VerifierKind;
import org.stepwright.work.WorkFailed;

/**
 * Checks the SQL that a step states: that it runs on a SQLite file, in time and without writing,
 * and that it returns what is expected. Says nothing where the database is gone, the query has
 * parameters, or the expected result cannot be had.
 */
public final class SqlVerifier implements Verifier {
    private static final String NAME = "sql";
    private static final Set<String> LANGUAGES = Set.of("sql", "sqlite", "sqlite3");

    private final SqlSandbox sandbox;
    private final Path folder;
    private final String database;
    private final StatedCode stated;
    private final String expected;
    private final boolean sameOrder;
    private final double tolerance;

    private SqlVerifier(SqlSandbox sandbox, Path folder, Map<String, String> options) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.database = options.getOrDefault("database", "");
        this.stated =
                new StatedCode(
                        LANGUAGES,
                        options.getOrDefault("tool", "").strip(),
                        orElse(options.getOrDefault("argument", ""), "sql"),
                        choice(options, "text", List.of("block", "whole")).equals("whole"));
        this.expected = options.getOrDefault("expected", "").strip();
        this.sameOrder = choice(options, "order", List.of("any", "same")).equals("same");
        this.tolerance = tolerance(orElse(options.getOrDefault("tolerance", ""), "0.000001"));
        DatabaseFile.find(folder, database);
        checkExpected();
    }

    /**
     * @param folder the folder below which databases lie, or null when there is none: then every
     *     verifier of the kind has a problem that says so
     * @param sandbox runs the queries; the caller closes it
     * @return the kind
     */
    public static VerifierKind kind(Path folder, SqlSandbox sandbox) {
        return new VerifierKind(
                NAME,
                "Runs the SQL of the step on a SQLite file, read-only and for at most one second,"
                        + " and compares what it returns.",
                List.of(
                        OptionSpec.required(
                                "database",
                                Form.LINE,
                                "The SQLite file, relative to the folder of the workspace or the"
                                        + " rubric's file."),
                        OptionSpec.optional(
                                "expected",
                                Form.TEXT,
                                "",
                                "A query whose result is the right one, or the rows as JSON; empty"
                                        + " for the reference of the trace, if it is one of"
                                        + " these."),
                        OptionSpec.choice(
                                "order",
                                List.of("any", "same"),
                                "Whether the rows may come in any order."),
                        OptionSpec.optional(
                                "tolerance",
                                Form.NUMBER,
                                "0.000001",
                                "How far numbers may be off, relative to the expected one (0 to"
                                        + " 1)."),
                        OptionSpec.optional(
                                "tool",
                                Form.LINE,
                                "",
                                "The tool whose calls hold the SQL; empty for SQL in the text."),
                        OptionSpec.optional(
                                "argument",
                                Form.LINE,
                                "sql",
                                "The argument of that tool that holds the SQL."),
                        OptionSpec.choice(
                                "text",
                                List.of("block", "whole"),
                                "Where a text holds SQL: only in a block marked sql, or, where"
                                        + " there is none, the whole step.")),
                options -> new SqlVerifier(sandbox, folder, options));
    }

    private static String orElse(String text, String fallback) {
        return text.isBlank() ? fallback : text.strip();
    }

    private static String choice(Map<String, String> options, String name, List<String> choices) {
        String value = orElse(options.getOrDefault(name, ""), choices.get(0));
        if (!choices.contains(value)) {
            throw new WorkFailed(
                    "The option "
                            + name
                            + " of the sql verifier is "
                            + String.join(" or ", choices)
                            + ", not \""
                            + value
                            + "\".");
        }
        return value;
    }

    private static double tolerance(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WorkFailed(
                "The tolerance of the sql verifier is a number from 0 to 1, not \"" + text + "\".");
    }

    private void checkExpected() {
        if (expected.isEmpty() || ExpectedResult.read(expected).isPresent()) {
            return;
        }
        String why = SqlText.looksLikeQuery(expected) ? SqlText.refusal(expected).orElse("") : "";
        throw new WorkFailed(
                "The option expected of the sql verifier is a query or its rows as JSON, such as"
                        + " [[\"Ann\", 3]]. "
                        + why);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        List<String> pieces = stated.of(prefix.step());
        List<Finding> findings = new ArrayList<>();
        try {
            for (int i = 0; i < pieces.size(); i++) {
                // A step that shows its way has its answer at the end.
                boolean last = i == pieces.size() - 1;
                check(pieces.get(i), last, prefix.reference()).ifPresent(findings::add);
            }
        } catch (WorkFailed e) {
            // The database is gone or in use by now; that is not the step's fault.
            return List.of();
        }
        return findings;
    }

    private Optional<Finding> check(String sql, boolean last, String reference) {
        Optional<String> refusal = SqlText.refusal(sql);
        if (refusal.isPresent()) {
            return Optional.of(new Finding(false, sql, refusal.get()));
        }
        DatabaseFile file = DatabaseFile.find(folder, database);
        SqlAnswer answer = sandbox.run(file, sql);
        if (!DatabaseFile.find(folder, database).equals(file)) {
            return Optional.empty(); // it was written to in between
        }
        if (answer.ending() != Ending.ROWS) {
            return failure(answer).map(sentence -> new Finding(false, sql, sentence));
        }
        Optional<ExpectedResult> wanted = last ? wanted(reference) : Optional.empty();
        return wanted.isEmpty()
                ? Optional.of(new Finding(true, sql, runs(answer)))
                : compared(sql, answer, rows(file, wanted.get()));
    }

    private Optional<ExpectedResult> wanted(String reference) {
        String text = expected.isEmpty() && reference != null ? reference : expected;
        return ExpectedResult.read(text);
    }

    private SqlAnswer rows(DatabaseFile file, ExpectedResult wanted) {
        return wanted.query() == null ? wanted.rows() : sandbox.runOnce(file, wanted.query());
    }

    private Optional<Finding> compared(String sql, SqlAnswer answer, SqlAnswer wanted) {
        if (wanted.ending() != Ending.ROWS || wanted.more()) {
            return Optional.empty();
        }
        try {
            Optional<String> difference =
                    new RowCompare(new Cells(tolerance), sameOrder).difference(wanted, answer);
            return Optional.of(
                    new Finding(
                            difference.isEmpty(),
                            sql,
                            difference.orElse("The query returns what is expected.")));
        } catch (RowCompare.TooMuch e) {
            return Optional.empty();
        }
    }

    private static String runs(SqlAnswer answer) {
        int rows = answer.rows().size();
        return "The query runs and returns "
                + (answer.more() ? "more than " : "")
                + String.format(Locale.ROOT, "%,d", rows)
                + (rows == 1 ? " row." : " rows.");
    }

    private static Optional<String> failure(SqlAnswer answer) {
        return switch (answer.ending()) {
            case WRONG -> Optional.of("The SQL does not run: " + answer.message() + ".");
            case WRITES ->
                    Optional.of("The SQL wants to change the database; here it may only read.");
            case SLOW -> Optional.of("The query did not end within one second and was stopped.");
            case LARGE ->
                    Optional.of("The query needs more memory than it is given and was stopped.");
            case OPEN, BROKEN, ROWS -> Optional.empty();
        };
    }
}
