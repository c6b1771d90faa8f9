package org.stepwright.verify;

import com.google.re2j.Pattern;

/**
 * A source in which citations are looked for. It is searched for each number or name in plain text,
 * and patterns see only what stands right before and behind, so that a long source is no burden.
 */
final class CitedSource {
    /** Places of one number or name that are looked at. */
    private static final int MAX_PLACES = 1_000;

    private static final int AROUND = 40;
    private static final int BEFORE_NAME = 60;
    private static final int BEHIND_NAME = 300;

    private static final String LINE = "(?:^|\\n)[\\s*>#-]*";
    private static final Pattern LISTED_BEFORE =
            Pattern.compile(
                    "(?i)(?:\\b(?:source|document|doc|reference|ref|passage|context)\\.?\\s*#?\\s*)$");
    private static final Pattern LINE_BEFORE = Pattern.compile(LINE + "$");
    private static final Pattern CLAUSE_BEFORE =
            Pattern.compile(
                    "(?i)(?:§+|\\b(?:section|clause|article|paragraph|art\\.|sec\\.|para\\.)|"
                            + LINE
                            + ")\\s*$");

    /** Decides about one place of a number. */
    private interface Place {
        boolean fits(String before, String behind);
    }

    private final String source;
    private String plain;

    CitedSource(String source) {
        this.source = source;
    }

    /** Whether it has a numbered list of sources, or markers of one. */
    boolean numbered() {
        return listed("1") || listed("2");
    }

    boolean has(Citation citation) {
        return switch (citation.style()) {
            case NUMBERS -> listed(citation.key());
            case AUTHOR_YEAR -> author(citation.key(), citation.year());
            case CLAUSES ->
                    anywhere(
                            citation.key(),
                            (before, behind) -> CLAUSE_BEFORE.matcher(before).find());
            case QUOTES -> passage(citation.key());
        };
    }

    /** "[1]" anywhere, "1." at the start of a line, "Source 1". */
    private boolean listed(String number) {
        return anywhere(
                number,
                (before, behind) -> {
                    boolean bracketed = before.endsWith("[") && behind.startsWith("]");
                    boolean starts =
                            behind.length() > 1
                                    && ".):".indexOf(behind.charAt(0)) >= 0
                                    && Character.isWhitespace(behind.charAt(1));
                    return bracketed
                            || starts && LINE_BEFORE.matcher(before).find()
                            || LISTED_BEFORE.matcher(before).find();
                });
    }

    private boolean anywhere(String number, Place place) {
        int at = Words.next(source, number, 0);
        for (int i = 0; at >= 0 && i < MAX_PLACES; i++) {
            int end = at + number.length();
            String before = source.substring(Math.max(0, at - AROUND), at);
            String behind = source.substring(end, Math.min(source.length(), end + 2));
            // The start of a source is the start of a line; the middle of one is none.
            if (place.fits(at > AROUND ? "…" + before : before, behind)) {
                return true;
            }
            at = Words.next(source, number, end);
        }
        return false;
    }

    /** The name with the year near it. */
    private boolean author(String name, String year) {
        int at = source.indexOf(name);
        for (int i = 0; at >= 0 && i < MAX_PLACES; i++) {
            int end = at + name.length();
            int from = Math.max(0, at - BEFORE_NAME);
            int to = Math.min(source.length(), end + BEHIND_NAME);
            if (source.substring(from, to).contains(year)) {
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
