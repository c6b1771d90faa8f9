package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.Set;

/** A source in which citations are looked for; reads it once for each style that is asked for. */
final class CitedSource {
    private static final int MAX_NAMES = 1_000;
    private static final int BEFORE = 60;
    private static final int BEHIND = 300;

    private static final Pattern LISTED =
            Pattern.compile(
                    "(?m)^[\\s*>#-]*(?:\\[(\\d{1,3})\\]|(\\d{1,3})[.):]\\s)|\\[(\\d{1,3})\\]"
                        + "|(?i)\\b(?:source|document|doc|reference|ref|passage|context)\\.?\\s*#?\\s*(\\d{1,3})\\b");
    private static final Pattern CLAUSE =
            Pattern.compile(
                    "(?im)(?:§+|\\b(?:section|clause|article|paragraph|art\\.|sec\\.|para\\.)|^[\\s*>#-]*)\\s*(\\d{1,4}(?:\\.\\d{1,4}){0,5})\\b");

    private final String source;
    private Set<String> listed;
    private Set<String> clauses;
    private String plain;

    CitedSource(String source) {
        this.source = source;
    }

    /** Whether it has a numbered list of sources, or markers of one. */
    boolean numbered() {
        if (listed == null) {
            listed = all(LISTED);
        }
        return !listed.isEmpty();
    }

    boolean has(Citation citation) {
        return switch (citation.style()) {
            case NUMBERS -> numbered() && listed.contains(citation.key());
            case AUTHOR_YEAR -> author(citation.key(), citation.year());
            case CLAUSES -> clause(citation.key());
            case QUOTES -> passage(citation.key());
        };
    }

    private Set<String> all(Pattern pattern) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group));
                }
            }
        }
        return found;
    }

    private boolean clause(String number) {
        if (clauses == null) {
            clauses = all(CLAUSE);
        }
        return clauses.contains(number);
    }

    /** The name with the year near it. */
    private boolean author(String name, String year) {
        int at = source.indexOf(name);
        for (int i = 0; at >= 0 && i < MAX_NAMES; i++) {
            int end = at + name.length();
            String near =
                    source.substring(
                            Math.max(0, at - BEFORE), Math.min(source.length(), end + BEHIND));
            if (near.contains(year)) {
                return true;
            }
            at = source.indexOf(name, end);
        }
        return false;
    }

    /** Word for word; an ellipsis stands for what was left out. */
    private boolean passage(String quote) {
        if (plain == null) {
            plain = Passage.plain(source);
        }
        String whole = Passage.plain(quote);
        if (FactSearch.quoted(plain, whole)) {
            return true;
        }
        int from = 0;
        String[] parts = whole.split("\\[?(?:\\.\\.\\.|…)\\]?");
        for (String part : parts) {
            String bare = part.strip();
            int at = Words.indexOf(plain, bare, from);
            if (at < 0 || parts.length == 1) {
                return false;
            }
            from = at + bare.length();
        }
        return parts.length > 1;
    }
}
