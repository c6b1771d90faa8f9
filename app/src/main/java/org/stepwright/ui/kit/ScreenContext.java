package org.stepwright.ui.kit;

import java.util.Objects;
import org.stepwright.app.AppContext;
import org.stepwright.storage.Workspace;
import org.stepwright.verify.VerifierCatalog;

/**
 * What a screen gets when it is made.
 *
 * @param app the wired application
 * @param workspace the open workspace; null for screens that do not need one while none is open
 * @param navigator goes to other screens
 * @param tasks background work
 * @param changes tells and hears of changed content
 * @param overlay questions and small forms
 * @param files asks for files
 * @param appearance the theme
 */
public record ScreenContext(
        AppContext app,
        Workspace workspace,
        Navigator navigator,
        FxTasks tasks,
        Changes changes,
        Overlay overlay,
        FilePicker files,
        Appearance appearance) {
    /** Validates. */
    public ScreenContext {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(navigator, "navigator");
        Objects.requireNonNull(tasks, "tasks");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(overlay, "overlay");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(appearance, "appearance");
    }

    /**
     * @return the kinds of verifier, files beside the open workspace in reach
     */
    public VerifierCatalog verifiers() {
        return app.verifiers(workspace == null ? null : workspace.file().getParent());
    }

    /**
     * @return the name of who labels here
     */
    public String annotator() {
        return app.settings().current().annotator();
    }
}
