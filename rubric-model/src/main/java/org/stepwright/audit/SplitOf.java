package org.stepwright.audit;

import java.util.Locale;

/** Tells which part of a split a row belongs to. Pure; called once a row. */
public interface SplitOf {
    /** The metadata in which many data sets name the part. */
    String METADATA = "split";

    /** The row's metadata {@value #METADATA}, else what its file's name says. */
    SplitOf STATED = SplitOf::stated;

    /**
     * @param row a row
     * @return the part's name, such as {@code train}; empty when nobody says
     */
    String part(AuditRow row);

    private static String stated(AuditRow row) {
        String metadata = row.labelled().trace().metadata().getOrDefault(METADATA, "");
        return metadata.isBlank() ? ofFile(row.file()) : named(metadata);
    }

    private static String ofFile(String file) {
        for (String word : file.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            String name = named(word);
            if (harm(name) != 1) {
                return name;
            }
        }
        return "";
    }

    private static String named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "training" -> "train";
            case "dev", "val", "valid" -> "validation";
            case "eval", "evaluation", "heldout" -> "test";
            default -> name;
        };
    }

    /**
     * @param one a part's name
     * @param other another's
     * @return above 0 when a problem in the first does more harm, below 0 when less: what is
     *     learned from comes first, then parts of other names, then validation, then test
     */
    static int compare(String one, String other) {
        int byHarm = Integer.compare(harm(one), harm(other));
        return byHarm != 0 ? byHarm : one.compareTo(other);
    }

    private static int harm(String part) {
        return switch (part) {
            case "train" -> 0;
            case "validation" -> 2;
            case "test" -> 3;
            default -> 1;
        };
    }
}
