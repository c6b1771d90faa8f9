package org.stepwright.storage.format;

/** Names the formats to fuzz, for the script. */
public final class FuzzFormats {
    private FuzzFormats() {}

    /**
     * @param args none
     */
    public static void main(String[] args) {
        LabelFiles.formats().forEach(System.out::println);
    }
}
