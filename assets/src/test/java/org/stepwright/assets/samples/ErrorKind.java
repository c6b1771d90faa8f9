package org.stepwright.assets.samples;

/** Kinds of error that the generator plants, by the names that the samples give them. */
enum ErrorKind {
    ARITHMETIC("arithmetic"),
    COPIED_FACT("copied-fact"),
    WRONG_RULE("wrong-rule"),
    MISSING_CONDITION("missing-condition"),
    SKIPPED_CHECK("skipped-check"),
    CONTRADICTION("contradiction");

    final String text;

    ErrorKind(String text) {
        this.text = text;
    }
}
