package org.stepwright.app;

import java.util.List;
import java.util.Objects;

/**
 * What a gallery shows of one rubric template.
 *
 * @param name its name, which is the rubric's id as well
 * @param title the rubric's title
 * @param category the field of work that it belongs to
 * @param summary what it is for, one sentence
 * @param stages how many stages it has
 * @param criteria how many criteria it has, those of every step included
 * @param verifiers names of the verifiers that decide some of its criteria, each once, in the order
 *     in which they occur
 */
public record TemplateInfo(
        String name,
        String title,
        String category,
        String summary,
        int stages,
        int criteria,
        List<String> verifiers) {
    /** Validates. */
    public TemplateInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(summary, "summary");
        verifiers = List.copyOf(verifiers);
    }
}
