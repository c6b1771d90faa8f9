package org.stepwright.rubric;

/** The one form of ids inside a rubric. */
final class Ids {
    private static final int LONGEST = 80;

    private Ids() {}

    static void require(String id, String what) {
        if (id == null || id.length() > LONGEST || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "The id of a "
                            + what
                            + " is lower-case letters, digits and single hyphens: "
                            + shortened(id));
        }
    }

    /** An id that is wrong may be as long as a file. */
    private static String shortened(String id) {
        return id == null || id.length() <= LONGEST ? id : id.substring(0, LONGEST) + "…";
    }
}
