package org.stepwright.ui.kit;

import java.nio.file.Path;

/** Goes places. Call on the UI thread. */
public interface Navigator {
    /**
     * Shows a screen.
     *
     * @param screenId the screen's id; one that does not exist is ignored
     */
    void show(String screenId);

    /**
     * Shows a screen and points it at something.
     *
     * @param screenId the screen's id
     * @param target see {@link Screen#open}
     */
    void show(String screenId, String target);

    /**
     * Opens a workspace in place of the open one, in the background, and shows Home.
     *
     * @param file the workspace's file
     */
    void openWorkspace(Path file);

    /**
     * Creates a workspace and opens it.
     *
     * @param file a file that is not there yet
     */
    void createWorkspace(Path file);

    /** Closes the open workspace, if any, and shows Home. */
    void closeWorkspace();

    /**
     * Shows a sentence above the screen until the user or the next sentence sends it away.
     *
     * @param tone how it looks
     * @param sentence what happened and what to do
     */
    void say(Tone tone, String sentence);
}
