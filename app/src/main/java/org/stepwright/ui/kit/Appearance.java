package org.stepwright.ui.kit;

/** The theme of the window. Call on the UI thread. */
public interface Appearance {
    /**
     * @return {@code light}, {@code dark} or {@code system}
     */
    String theme();

    /**
     * Shows the window in a theme and remembers it.
     *
     * @param theme {@code light}, {@code dark} or {@code system}
     */
    void choose(String theme);
}
