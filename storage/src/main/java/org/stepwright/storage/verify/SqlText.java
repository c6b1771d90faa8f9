package org.stepwright.storage.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at SQL before it goes anywhere: one statement that reads, of limited length. The driver
 * itself would run the first statement and ignore the rest, and some pragmas act while they are
 * only parsed.
 */
final class SqlText {
    static final int MAX_LENGTH = 20_000;

    private static final Set<String> READING = Set.of("select", "with", "values");

    /** Pragmas as tables that only describe the tables of the database. */
    private static final Set<String> DESCRIBING =
            Set.of(
                    "pragma_table_info",
                    "pragma_table_xinfo",
                    "pragma_table_list",
                    "pragma_index_list",
                    "pragma_index_info",
                    "pragma_index_xinfo",
                    "pragma_foreign_key_list");

    private final String sql;
    private int at;

    private SqlText(String sql) {
        this.sql = sql;
    }

    /**
     * @param sql any text
     * @return why it is not run, as one sentence; empty when it may be tried
     */
    static Optional<String> refusal(String sql) {
        if (sql.length() > MAX_LENGTH) {
            return Optional.of(
                    "The SQL is longer than "
                            + String.format(Locale.ROOT, "%,d", MAX_LENGTH)
                            + " characters, so it was not run.");
        }
        if (sql.indexOf('\0') >= 0) {
            return Optional.of("The SQL holds a NUL character, so it was not run.");
        }
        return refusal(new SqlText(sql).words());
    }

    /**
     * @param text any text
     * @return whether it begins as a query does
     */
    static boolean looksLikeQuery(String text) {
        int end = 0;
        String bare = text.strip();
        while (end < bare.length() && Character.isLetter(bare.charAt(end))) {
            end++;
        }
        return READING.contains(bare.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> refusal(List<String> words) {
        if (words.isEmpty()) {
            return Optional.of("The SQL is empty.");
        }
        int semicolon = words.indexOf(";");
        if (semicolon >= 0 && semicolon < words.size() - 1) {
            return Optional.of("The SQL is more than one statement; only one is run.");
        }
        String first = afterExplain(words);
        if (!READING.contains(first)) {
            return Optional.of(
                    "The SQL begins with "
                            + shown(first)
                            + "; only statements that read are run (SELECT, WITH, VALUES and"
                            + " EXPLAIN of them).");
        }
        return words.stream()
                .filter(word -> word.startsWith("pragma_") && !DESCRIBING.contains(word))
                .findFirst()
                .map(word -> "The SQL reads " + shown(word) + ", which is not allowed here.");
    }

    private static String afterExplain(List<String> words) {
        int next = 0;
        if (words.get(0).equals("explain")) {
            boolean plan =
                    words.size() > 2 && words.get(1).equals("query") && words.get(2).equals("plan");
            next = plan ? 3 : 1;
        }
        return next < words.size() ? words.get(next) : "EXPLAIN";
    }

    private static String shown(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.length() > 30 ? upper.substring(0, 30) + "…" : upper;
    }

    /** The words and signs outside comments, in lower case; what is in quotes becomes a quote. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '-' && next() == '-') {
                skipTo("\n");
            } else if (c == '/' && next() == '*') {
                at += 2;
                skipTo("*/");
            } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
                String inside = quoted(c == '[' ? ']' : c);
                // SQLite takes even a text for a name where only a name can be.
                words.add(inside.startsWith("pragma_") ? inside : "'");
            } else if (Character.isLetterOrDigit(c) || c == '_') {
                words.add(word());
            } else {
                at++;
                if (!Character.isWhitespace(c) && c != '\uFEFF') {
                    words.add(String.valueOf(c));
                }
            }
        }
        return words;
    }

    private char next() {
        return at + 1 < sql.length() ? sql.charAt(at + 1) : '\n';
    }

    private void skipTo(String end) {
        int found = sql.indexOf(end, at);
        at = found < 0 ? sql.length() : found + end.length();
    }

    /** A doubled quote stands for itself. */
    private String quoted(char end) {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == end && (end == ']' || at == sql.length() || sql.charAt(at) != end)) {
                break;
            }
            if (c == end) {
                at++;
            }
            inside.append(c);
        }
        return inside.toString().toLowerCase(Locale.ROOT);
    }

    private String word() {
        int start = at;
        while (at < sql.length() && isWordChar(sql.charAt(at))) {
            at++;
        }
        return sql.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
