package org.stepwright.rubric;

/** The one form of ids inside a rubric. */
final class Ids {
    private Ids() {}

    static void require(String id, String what) {
        if (id == null || id.length() > 80 || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "The id of a "
                            + what
                            + " is lower-case letters, digits and single hyphens: "
                            + id);
        }
    }
}
