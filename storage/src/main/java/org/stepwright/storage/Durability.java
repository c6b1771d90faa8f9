package org.stepwright.storage;

/** When a commit has to be on the disk. */
enum Durability {
    /** Before the commit returns; survives a power cut. */
    EVERY_COMMIT("FULL"),
    /** Soon; a power cut may lose the last commits of an import, never break the file. */
    SOON("NORMAL");

    private final String synchronous;

    Durability(String synchronous) {
        this.synchronous = synchronous;
    }

    String synchronous() {
        return synchronous;
    }
}
