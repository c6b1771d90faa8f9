package org.stepwright.prm.live.draft;

/** What a drafted rubric may hold; wider than any that people would want to label with. */
final class DraftLimits {
    static final int STAGES = 40;
    static final int CRITERIA = 200;
    static final int LEVELS = 20;
    static final int WORDS = 60;
    static final int ERROR_KINDS = 60;
    static final int OPTIONS = 20;
    static final double WEIGHT = 100;

    /** How the answer as a whole is called in notes. */
    static final String WHOLE = "the rubric";

    /** Most characters of an answer; one of all other limits together would be larger. */
    static final int ANSWER = 500_000;

    /** Most characters of a description; a long policy has a tenth of it. */
    static final int DESCRIPTION = 300_000;

    private DraftLimits() {}

    /**
     * The longest texts.
     *
     * @param characters at most
     */
    record Length(int characters) {
        static final Length TITLE = new Length(200);
        static final Length WORD = new Length(120);
        static final Length TEXT = new Length(8_000);
        static final Length OPTION = new Length(20_000);
    }
}
