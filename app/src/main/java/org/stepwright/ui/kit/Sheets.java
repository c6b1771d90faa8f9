package org.stepwright.ui.kit;

import java.net.URL;
import javafx.scene.Parent;

/** Style sheets of parts of a screen. */
public final class Sheets {
    private static final String FOLDER = "/org/stepwright/assets/styles/";

    private Sheets() {}

    /**
     * @param node gets a sheet of its own, and with it everything in it
     * @param name the sheet's name without its ending
     * @throws IllegalStateException when this build lacks it
     */
    public static void add(Parent node, String name) {
        URL url = Sheets.class.getResource(FOLDER + name + ".css");
        if (url == null) {
            throw new IllegalStateException("This build lacks the style sheet " + name + ".");
        }
        node.getStylesheets().add(url.toExternalForm());
    }
}
