package org.stepwright.ui.kit;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.kordamp.ikonli.Ikon;
import org.stepwright.storage.Workspace;

/**
 * An entry of the navigation. Its name is the text {@code title} of {@code
 * messages-<id>.properties}.
 *
 * @param id the screen's id; also names its texts
 * @param icon its icon
 * @param place where it stands
 * @param needsWorkspace whether it is there only while a workspace is open
 * @param create makes the screen; called on the UI thread when it is first shown
 * @param waiting how much work waits there, 0 for none; called off the UI thread with the open
 *     workspace, may query it
 */
public record ScreenFactory(
        String id,
        Ikon icon,
        Place place,
        boolean needsWorkspace,
        Function<ScreenContext, Screen> create,
        ToLongFunction<Waiting> waiting) {
    /** Where an entry stands in the navigation. */
    public enum Place {
        /** In the main list. */
        MAIN,
        /** At the bottom. */
        BOTTOM
    }

    /**
     * What a count of waiting work may look at.
     *
     * @param workspace the open workspace
     * @param annotator the name of who works here
     */
    public record Waiting(Workspace workspace, String annotator) {}

    /** Validates. */
    public ScreenFactory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(icon, "icon");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(create, "create");
        Objects.requireNonNull(waiting, "waiting");
    }

    /**
     * @param id the screen's id
     * @param icon its icon
     * @param create makes the screen
     * @return an entry of the main list that needs a workspace and has no waiting work
     */
    public static ScreenFactory of(String id, Ikon icon, Function<ScreenContext, Screen> create) {
        return new ScreenFactory(id, icon, Place.MAIN, true, create, w -> 0);
    }
}
