package org.stepwright.storage;

import java.nio.file.Path;
import org.stepwright.work.Progress;

/**
 * One SQLite file with everything a team works on. Safe for many threads, and for several processes
 * that have the same file open.
 */
public final class Workspace implements AutoCloseable {
    private final Database database;
    private final RubricStore rubrics;
    private final TraceStore traces;
    private final LabelStore labels;
    private final SuggestionStore suggestions;
    private final ScoreStore scores;
    private final RunStore runs;
    private final LabelMigrations migrations;
    private final PairQueue pairs;
    private final SessionStore sessions;
    private final LabelHistory history;
    private final RankStore ranks;
    private final SavedViews views;
    private final ProjectStore project;
    private final GoldStore gold;
    private final RemarkStore remarks;
    private final SetAsideStore aside;
    private final ImportStore imports;
    private final AuditStore audits;

    private Workspace(Database database) {
        this.database = database;
        this.rubrics = new RubricStore(database);
        this.traces = new TraceStore(database);
        this.labels = new LabelStore(database);
        this.suggestions = new SuggestionStore(database);
        this.scores = new ScoreStore(database);
        this.runs = new RunStore(database);
        this.migrations = new LabelMigrations(database);
        this.pairs = new PairQueue(database);
        this.sessions = new SessionStore(database);
        this.history = new LabelHistory(database);
        this.ranks = new RankStore(database);
        this.views = new SavedViews(database);
        this.project = new ProjectStore(database);
        this.gold = new GoldStore(database);
        this.remarks = new RemarkStore(database);
        this.aside = new SetAsideStore(database);
        this.imports = new ImportStore(database);
        this.audits = new AuditStore(database);
    }

    /**
     * Makes an empty workspace and opens it.
     *
     * @param file where; must not exist, its folder must
     * @return the open workspace
     * @throws org.stepwright.work.WorkFailed when something is there already or the folder cannot
     *     be written
     */
    public static Workspace create(Path file) {
        Path place = file.toAbsolutePath();
        WorkspaceFiles.create(place, Migrations.CURRENT);
        return new Workspace(Database.open(place));
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
        return open(file, Migrations.CURRENT);
    }

    static Workspace open(Path file, Migrations migrations) {
        Path place = file.toAbsolutePath();
        WorkspaceFiles.prepare(place, migrations);
        return new Workspace(Database.open(place));
    }

    /** For tests that make the database fail. */
    Database database() {
        return database;
    }

    /**
     * @return the file, absolute
     */
    public Path file() {
        return database.file();
    }

    /**
     * @return answers to the same problem, to be compared
     */
    public PairQueue pairs() {
        return pairs;
    }

    /**
     * @return rubrics
     */
    public RubricStore rubrics() {
        return rubrics;
    }

    /**
     * @return traces
     */
    public TraceStore traces() {
        return traces;
    }

    /**
     * @return labels
     */
    public LabelStore labels() {
        return labels;
    }

    /**
     * @return suggestions
     */
    public SuggestionStore suggestions() {
        return suggestions;
    }

    /**
     * @return scores
     */
    public ScoreStore scores() {
        return scores;
    }

    /**
     * @return runs
     */
    public RunStore runs() {
        return runs;
    }

    /**
     * @return carrying labels over to another version of their rubric
     */
    public LabelMigrations migrations() {
        return migrations;
    }

    /**
     * @return labelling sessions
     */
    public SessionStore sessions() {
        return sessions;
    }

    /**
     * @return what people did to labels, one thing after the other
     */
    public LabelHistory history() {
        return history;
    }

    /**
     * @return orders of work
     */
    public RankStore ranks() {
        return ranks;
    }

    /**
     * @return saved views
     */
    public SavedViews views() {
        return views;
    }

    /**
     * @return how the team works on it
     */
    public ProjectStore project() {
        return project;
    }

    /**
     * @return traces whose right labels are known
     */
    public GoldStore gold() {
        return gold;
    }

    /**
     * @return what people say to each other about traces
     */
    public RemarkStore remarks() {
        return remarks;
    }

    /**
     * @return traces that are not learned from until somebody takes them back
     */
    public SetAsideStore aside() {
        return aside;
    }

    /**
     * @return which files were read into it
     */
    public ImportStore imports() {
        return imports;
    }

    /**
     * @return the last audit and what it found
     */
    public AuditStore audits() {
        return audits;
    }

    /**
     * @return how much is in it
     */
    public WorkspaceCounts counts() {
        return database.read(WorkspaceCheck::counts);
    }

    /**
     * Checks the file: SQLite's own checks, and whether current labels and undo steps are what the
     * events say.
     *
     * @return what was found; a damaged file gives problems, not an exception
     */
    public CheckReport check() {
        return check(Progress.NONE);
    }

    /** As above; {@code progress} hears how far it is and may cancel. */
    public CheckReport check(Progress progress) {
        return new WorkspaceCheck(database, progress).run();
    }

    /**
     * Makes anew what follows from the history: current labels, states, comparisons, undo steps,
     * what is set aside, the search. Make a backup first.
     *
     * @param progress hears how far it is; may cancel before anything is changed
     * @throws org.stepwright.work.WorkFailed when the file itself is damaged; nothing was changed
     */
    public void repair(Progress progress) {
        new WorkspaceRepair(database, progress).run();
    }

    /**
     * Brings everything that another workspace knows into this one. The other file is only read. It
     * does not matter in which direction or order workspaces are merged, nor how often. Labels that
     * are given meanwhile wait for its end.
     *
     * @param other the file of the other workspace; may be in use, may be of an older version
     * @param progress hears how far it is; may cancel
     * @return what it brought, and where both differ
     * @throws org.stepwright.work.WorkFailed when the other file is missing, is no workspace, was
     *     made by a newer version, is damaged or is this one; or when both published different
     *     rubrics under one key. Nothing was changed
     * @throws org.stepwright.work.Cancelled when the user stopped it; nothing was changed
     */
    public MergeReport merge(Path other, Progress progress) {
        return merge(other, () -> {}, progress);
    }

    /** As above; {@code before} is called once the other file was read and can be merged. */
    public MergeReport merge(Path other, Runnable before, Progress progress) {
        return Merging.merge(database, other, before, progress);
    }

    /**
     * Copies the workspace while it is in use; the copy is whole and of one moment.
     *
     * @param to where; must not exist
     * @throws org.stepwright.work.WorkFailed when it exists or cannot be written
     */
    public void backup(Path to) {
        backup(to, Progress.NONE);
    }

    /**
     * Copies the workspace while it is in use; the copy is whole and of one moment.
     *
     * @param to where; must not exist
     * @param progress hears how far it is; may cancel
     * @throws org.stepwright.work.WorkFailed when it exists or cannot be written
     * @throws org.stepwright.work.Cancelled when the user stopped it; nothing is there
     */
    public void backup(Path to, Progress progress) {
        WorkspaceFiles.copy(file(), to.toAbsolutePath(), progress);
    }

    /** Saves what is queued, then closes the file. A second call does nothing. */
    @Override
    public void close() {
        database.close();
    }
}
