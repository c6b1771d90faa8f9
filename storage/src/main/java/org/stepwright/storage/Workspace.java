package org.stepwright.storage;

import java.nio.file.Path;

/**
 * One SQLite file with everything a team works on. Safe for many threads, and for several processes
 * that have the same file open.
 */
public final class Workspace implements AutoCloseable {
    private Workspace() {}

    /**
     * Makes an empty workspace and opens it.
     *
     * @param file where; must not exist, its folder must
     * @return the open workspace
     * @throws org.stepwright.work.WorkFailed when something is there already or the folder cannot
     *     be written
     */
    public static Workspace create(Path file) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a workspace. A file of an older version is copied beside itself, then brought up to
     * date.
     *
     * @param file the file
     * @return the open workspace
     * @throws org.stepwright.work.WorkFailed when it is missing, is no workspace, was made by a
     *     newer version, or cannot be written
     */
    public static Workspace open(Path file) {
        throw new UnsupportedOperationException();
    }

    /**
     * @return the file, absolute
     */
    public Path file() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return rubrics
     */
    public RubricStore rubrics() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return traces
     */
    public TraceStore traces() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return labels
     */
    public LabelStore labels() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return suggestions
     */
    public SuggestionStore suggestions() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return scores
     */
    public ScoreStore scores() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return runs
     */
    public RunStore runs() {
        throw new UnsupportedOperationException();
    }

    /**
     * @return how much is in it
     */
    public WorkspaceCounts counts() {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks the file: SQLite's own checks, and whether current labels and undo steps are what the
     * events say.
     *
     * @return what was found; a damaged file gives problems, not an exception
     */
    public CheckReport check() {
        throw new UnsupportedOperationException();
    }

    /**
     * Copies the workspace while it is in use; the copy is whole and of one moment.
     *
     * @param to where; must not exist
     * @throws org.stepwright.work.WorkFailed when it exists or cannot be written
     */
    public void backup(Path to) {
        throw new UnsupportedOperationException();
    }

    /** Saves what is queued, then closes the file. A second call does nothing. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
