package org.stepwright.ui.data.audit;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.app.audit.CleanupEffect;
import org.stepwright.app.audit.EffectOptions;
import org.stepwright.app.audit.EffectReport;
import org.stepwright.storage.FindingFilter;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.Work;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;

/** Measures what the clean-up does to a model, as a task. Confined to the UI thread. */
final class EffectViewModel {
    private final FxTasks tasks;
    private final CleanupEffect effect;
    private final Messages texts;
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final ObjectProperty<EffectReport> report = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");

    EffectViewModel(FxTasks tasks, CleanupEffect effect, Messages texts) {
        this.tasks = tasks;
        this.effect = effect;
        this.texts = texts;
    }

    /** Measures what was done so far. */
    void measureDone() {
        measure(progress -> effect.ofWhatWasDone(EffectOptions.DEFAULT, progress));
    }

    /** Measures what setting findings aside would do. */
    void measurePlan(FindingFilter findings) {
        measure(progress -> effect.ofSettingAside(findings, EffectOptions.DEFAULT, progress));
    }

    private void measure(Function<Progress, EffectReport> how) {
        if (running.get() != null) {
            return;
        }
        trouble.set("");
        report.set(null);
        Work<EffectReport> work = how::apply;
        TaskHandle<EffectReport> task =
                tasks.run(
                        texts.text("effect.task"),
                        work,
                        found -> {
                            running.set(null);
                            report.set(found);
                        },
                        this::stopped,
                        () -> stopped(texts.text("effect.cancelled")));
        if (!task.state().isFinal()) {
            running.set(task);
        }
    }

    private void stopped(String why) {
        running.set(null);
        trouble.set(why);
    }

    /** The measuring that runs; null when none does. */
    ObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /** What was measured last; null before. */
    ObjectProperty<EffectReport> report() {
        return report;
    }

    /** Why it could not be measured; empty when it could. */
    StringProperty trouble() {
        return trouble;
    }
}
