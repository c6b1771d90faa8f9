package org.stepwright.ui.shell;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.stepwright.app.AppContext;
import org.stepwright.app.backup.DailyBackups;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;

/** Asks for the backup of the day while a workspace is open. Confined to the UI thread. */
final class DailyBackup {
    /** Opening comes first: what a person waits for then is not slowed down by a copy. */
    private static final Duration FIRST = Duration.seconds(20);

    /** A window that stays open past midnight gets the next day's backup about then. */
    private static final Duration AGAIN = Duration.minutes(10);

    private final DailyBackups backups;
    private final Supplier<Workspace> workspace;
    private final Timeline first = new Timeline(new KeyFrame(FIRST, e -> ask()));
    private final Timeline again = new Timeline(new KeyFrame(AGAIN, e -> ask()));

    DailyBackup(
            AppContext app,
            FxTasks tasks,
            Executor queries,
            Messages texts,
            Supplier<Workspace> workspace,
            Consumer<String> failed) {
        this.workspace = workspace;
        this.backups =
                new DailyBackups(
                        app.tasks(),
                        queries,
                        app.settings()::current,
                        Clock.systemDefaultZone(),
                        texts.text("backup.daily"),
                        failure -> {
                            String why = tasks.sentence(failure);
                            tasks.onUi(() -> failed.accept(why));
                        });
        again.setCycleCount(Animation.INDEFINITE);
    }

    /** Another workspace is open now, or none. */
    void entered() {
        stop();
        backups.reset();
        if (workspace.get() != null) {
            first.playFromStart();
            again.playFromStart();
        }
    }

    private void ask() {
        Workspace open = workspace.get();
        if (open != null) {
            backups.ask(open.file());
        }
    }

    /** Asks no more. */
    void stop() {
        first.stop();
        again.stop();
    }
}
