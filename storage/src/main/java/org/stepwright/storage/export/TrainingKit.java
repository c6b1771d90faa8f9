package org.stepwright.storage.export;

/** What is written beside a data set so that a model can be trained on it elsewhere. */
final class TrainingKit {
    private TrainingKit() {}

    /**
     * @param format a format
     * @return whether there is a kit for it
     */
    static boolean isFor(String format) {
        return format.equals("trl");
    }
}
