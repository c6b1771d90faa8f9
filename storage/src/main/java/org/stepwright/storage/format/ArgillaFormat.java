package org.stepwright.storage.format;

import java.util.Optional;
import java.util.Set;
import org.stepwright.label.LabelledTrace;

/**
 * Argilla's records as {@code records.to_json} writes them. The fields {@code step_1}, {@code
 * step_2}, … are the steps, and the question of a step bears its name, maybe with a word behind it
 * that says correctness ({@code step_2_label}). Responses become labels, one annotator for each
 * user; suggestions become suggestions; the two never mix. Answers to other questions are metadata.
 * Source: {@code Record.to_dict} in {@code argilla/src/argilla/records/_resource.py} of {@code
 * argilla-io/argilla}.
 */
final class ArgillaFormat extends JsonFormat {
    static final String NAME = "argilla";

    /** What may stand behind a step's name in a question whether it is correct. */
    private static final Set<String> ABOUT_CORRECTNESS =
            Set.of("", "_label", "_verdict", "_correct", "_is_correct", "_correctness");

    /** In metadata: the names behind the ids of users, where the workbench wrote the file. */
    static final String ANNOTATORS = "annotators";

    /** In metadata: what each step is, where not all are plain text. */
    static final String KINDS = "step_kinds";

    /** In metadata: how the trace ended, where that is known. */
    static final String OUTCOME = "outcome";

    /** The name of a step's field begins so; its number follows. */
    static final String STEP = "step_";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Argilla records";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("fields")
                && (keys.contains("responses") || keys.contains("suggestions"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        return new ArgillaRecord(row, row.object("fields")).read();
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new ArgillaWriter());
    }

    /** The number of a step, from 1, in a name such as {@code step_12_label}; else 0. */
    static int stepOf(String name) {
        if (!name.startsWith(STEP)) {
            return 0;
        }
        int end = STEP.length();
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        int digits = end - STEP.length();
        if (digits == 0 || digits > 5 || name.charAt(STEP.length()) == '0') {
            return 0;
        }
        boolean ends = ABOUT_CORRECTNESS.contains(name.substring(end).replace('-', '_'));
        return ends ? Integer.parseInt(name.substring(STEP.length(), end)) : 0;
    }
}
