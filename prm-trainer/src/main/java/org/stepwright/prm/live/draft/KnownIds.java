package org.stepwright.prm.live.draft;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives out ids: safe ones, each once. Where a rubric is improved, a thing of the same title keeps
 * its id although the model named it anew.
 */
final class KnownIds {
    private static final int LONGEST = 80;

    private final Map<String, String> oldByTitle = new HashMap<>();
    private final Set<String> old = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Notes notes;

    KnownIds(Notes notes) {
        this.notes = notes;
    }

    /** An id of the rubric that is being improved. */
    void old(String id, String title) {
        old.add(id);
        oldByTitle.putIfAbsent(key(title), id);
    }

    /** An id that the answer holds somewhere; to be told before the first one is given out. */
    void wanted(String id) {
        wanted.add(slug(id));
    }

    /**
     * @param given the id as the model wrote it, maybe empty
     * @param title the thing's title
     * @param otherwise a safe id for a thing whose title has no letters
     */
    String next(String given, String title, String otherwise) {
        String id = slug(given);
        String sameTitle = oldByTitle.get(key(title));
        boolean renamed = !old.contains(id) && sameTitle != null && !wanted.contains(sameTitle);
        if (renamed) {
            id = sameTitle;
        }
        if (id.isEmpty()) {
            id = slug(title);
        }
        return unique(id.isEmpty() ? otherwise : id);
    }

    private String unique(String id) {
        if (taken.add(id)) {
            return id;
        }
        for (int number = 2; ; number++) {
            String tail = "-" + number;
            String next = trimmed(id, LONGEST - tail.length()) + tail;
            if (taken.add(next)) {
                notes.add("The id " + id + " was there twice; the second one is now " + next + ".");
                return next;
            }
        }
    }

    /** Lower-case letters, digits and single hyphens; maybe empty. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < plain.length() && slug.length() < LONGEST; i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(gap && !slug.isEmpty() ? "-" : "").append(c);
                gap = false;
            } else {
                // Accents stand alone after the normal form; they part no word.
                gap |= Character.getType(c) != Character.NON_SPACING_MARK;
            }
        }
        return trimmed(slug.toString(), LONGEST);
    }

    private static String trimmed(String slug, int longest) {
        String cut = slug.length() > longest ? slug.substring(0, longest) : slug;
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static String key(String title) {
        return CleanText.line(title).toLowerCase(Locale.ROOT);
    }
}
