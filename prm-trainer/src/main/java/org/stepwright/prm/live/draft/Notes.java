package org.stepwright.prm.live.draft;

import java.util.ArrayList;
import java.util.List;

/** Collects what was left out or mended; a bad answer must not become a book of notes. */
final class Notes {
    private static final int MOST = 60;

    private final List<String> notes = new ArrayList<>();
    private int more;

    void add(String sentence) {
        if (notes.contains(sentence)) {
            return;
        }
        if (notes.size() < MOST) {
            notes.add(sentence);
        } else {
            more++;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(notes);
        if (more > 0) {
            all.add("And " + more + " more things were left out or mended.");
        }
        return List.copyOf(all);
    }
}
