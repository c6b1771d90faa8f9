package org.stepwright.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;

/** The theme of the window and the size of its text. Call on the UI thread. */
public interface Appearance {
    /** Sizes of text to choose from, in percent. */
    List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

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

    /**
     * @return the size of text in percent, one of {@link #TEXT_SIZES}
     */
    ReadOnlyIntegerProperty textSize();

    /**
     * Shows text in another size and remembers it.
     *
     * @param percent one of {@link #TEXT_SIZES}
     * @throws IllegalArgumentException for any other size
     */
    void chooseTextSize(int percent);
}
