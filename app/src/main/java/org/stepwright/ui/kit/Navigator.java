package org.stepwright.ui.kit;

import java.nio.file.Path;
import org.stepwright.task.Work;

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
     * Closes the open workspace, does something with its file while nobody here has it open, opens
     * it again and shows Home. It is opened again too when the work fails or is cancelled.
     *
     * @param title what the user sees among the tasks
     * @param work gives the sentence to show when it is done
     */
    void reopenWorkspace(String title, Work<String> work);

    /**
     * Shows a sentence above the screen until the user or the next sentence sends it away.
     *
     * @param tone how it looks
     * @param sentence what happened and what to do
     */
    void say(Tone tone, String sentence);
}
