package org.stepwright.app;

import java.nio.file.Path;
import org.stepwright.app.verify.CodeRuns;
import org.stepwright.app.verify.CodeTests;
import org.stepwright.error.Failures;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.settings.Locations;
import org.stepwright.settings.SettingsStore;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.storage.format.MappingStore;
import org.stepwright.storage.verify.SqlSandbox;
import org.stepwright.storage.verify.SqlVerifier;
import org.stepwright.task.TaskRunner;
import org.stepwright.task.ThreadTaskRunner;
import org.stepwright.verify.VerifierCatalog;

/**
 * The wired application: what screens and commands take in their constructors. Safe to use from any
 * thread.
 */
public final class AppContext implements AutoCloseable {
    private final Failures failures;
    private final TaskRunner tasks;
    private final SettingsStore settings;
    private final SystemSecrets secrets;
    private final LiveModels live;
    private final Templates templates = new Templates();
    private final SqlSandbox sql = new SqlSandbox();
    private final CodeRuns codeRuns = new CodeRuns();

    /**
     * @param failures makes sentences of failures
     * @param tasks runs long work
     * @param settings this user's settings, loaded
     * @param secrets keys of connections
     */
    public AppContext(
            Failures failures, TaskRunner tasks, SettingsStore settings, SystemSecrets secrets) {
        this.failures = failures;
        this.tasks = tasks;
        this.settings = settings;
        this.secrets = secrets;
        this.live = new LiveModels(secrets);
    }

    /**
     * Wires the application and loads the settings.
     *
     * @param locations where settings and log lie
     * @return the application
     */
    public static AppContext create(Locations locations) {
        Failures failures = new Failures();
        SettingsStore settings = new SettingsStore(locations.settingsFile());
        settings.load();
        return new AppContext(
                failures,
                new ThreadTaskRunner(failures::sentence),
                settings,
                SystemSecrets.ofSystem());
    }

    /**
     * @return makes sentences of failures
     */
    public Failures failures() {
        return failures;
    }

    /**
     * @return runs long work
     */
    public TaskRunner tasks() {
        return tasks;
    }

    /**
     * @return this user's settings
     */
    public SettingsStore settings() {
        return settings;
    }

    /**
     * @return this user's mappings of columns
     */
    public MappingStore mappings() {
        return new MappingStore(settings.folder().resolve("mappings"));
    }

    /**
     * @return keys of connections
     */
    public SystemSecrets secrets() {
        return secrets;
    }

    /**
     * @return opens connections to live models
     */
    public LiveModels live() {
        return live;
    }

    /**
     * @return the rubric templates that come with Stepwright
     */
    public Templates templates() {
        return templates;
    }

    /**
     * @param folder where files that verifiers name lie, such as SQLite files; null when there is
     *     none
     * @return the kinds of verifier that rubrics can name; the one that runs code is off until the
     *     settings allow it
     */
    public VerifierCatalog verifiers(Path folder) {
        return VerifierCatalog.standard()
                .with(SqlVerifier.kind(folder, sql))
                .with(new CodeTests(settings.current().runCode().allowed(), codeRuns).kind());
    }

    /** Cancels what runs and ends the process that runs SQL; may be called again. */
    @Override
    public void close() {
        tasks.close();
        sql.close();
    }
}
