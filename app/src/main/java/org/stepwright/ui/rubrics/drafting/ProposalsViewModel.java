package org.stepwright.ui.rubrics.drafting;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.prm.live.Connection;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricEdit;
import org.stepwright.rubric.RubricPatch;
import org.stepwright.rubric.Taken;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.Work;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.rubrics.versions.ChangeWords;

/** What a model proposed, accepted piece by piece. Use on the UI thread. */
final class ProposalsViewModel {
    private final Supplier<List<Connection>> known;
    private final Consumer<UnaryOperator<Rubric>> apply;
    private final Consumer<Rubric> create;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    private final ObjectProperty<Connection> connection = new SimpleObjectProperty<>();
    private final ObservableList<Proposal> proposals = FXCollections.observableArrayList();
    private final ObjectProperty<Drafts> drafts = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<RubricEdit>> skipped = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private ChangeWords words;
    private boolean choosingAll;

    /**
     * @param known the connections of the settings
     * @param apply changes the open draft, as one step of undo
     * @param create saves a rubric as a new draft and opens it
     * @param tasks background work
     * @param texts the texts of this part
     */
    ProposalsViewModel(
            Supplier<List<Connection>> known,
            Consumer<UnaryOperator<Rubric>> apply,
            Consumer<Rubric> create,
            FxTasks tasks,
            Messages texts) {
        this.known = known;
        this.apply = apply;
        this.create = create;
        this.tasks = tasks;
        this.texts = texts;
    }

    /**
     * Reads the connections anew.
     *
     * @param remembered the name of the one to choose when none is chosen yet, maybe null
     */
    void loadConnections(String remembered) {
        String wanted = connection.get() == null ? remembered : connection.get().name();
        connections.setAll(known.get());
        connection.set(
                connections.stream()
                        .filter(c -> c.name().equals(wanted))
                        .findFirst()
                        .orElse(connections.isEmpty() ? null : connections.get(0)));
    }

    /**
     * Asks a model, as a task. What was proposed before stays until an answer is there.
     *
     * @param title what the list of tasks says
     * @param work asks
     */
    void ask(String title, Work<Drafts> work) {
        if (running.get() != null) {
            return;
        }
        trouble.set("");
        TaskHandle<Drafts> task =
                tasks.run(
                        title,
                        work,
                        found -> {
                            running.set(null);
                            show(found);
                        },
                        why -> {
                            running.set(null);
                            trouble.set(why);
                        },
                        () -> {
                            running.set(null);
                            trouble.set(texts.text("stopped"));
                        });
        running.set(task.state().isFinal() ? null : task);
    }

    private void show(Drafts found) {
        List<Proposal> pieces =
                RubricPatch.between(found.base(), found.proposed()).stream()
                        .map(Proposal::new)
                        .toList();
        pieces.forEach(p -> p.chosen().addListener((o, was, is) -> preview()));
        skipped.set(Set.of());
        words = new ChangeWords(found.base(), found.proposed());
        drafts.set(found);
        proposals.setAll(pieces);
        trouble.set(pieces.isEmpty() ? texts.text("same") : "");
    }

    /** Says, in the background, which chosen pieces do not fit without one that is left out. */
    private void preview() {
        if (choosingAll || drafts.get() == null) {
            return;
        }
        Rubric base = drafts.get().base();
        List<RubricEdit> chosen = chosen();
        tasks.query(
                () -> RubricPatch.take(base, chosen),
                taken -> {
                    if (chosen.equals(chosen())) {
                        skipped.set(Set.copyOf(taken.skipped()));
                    }
                },
                trouble::set);
    }

    /**
     * @param all whether every piece is taken, or none
     */
    void choose(boolean all) {
        choosingAll = true;
        proposals.forEach(p -> p.chosen().set(all));
        choosingAll = false;
        preview();
    }

    List<RubricEdit> chosen() {
        return proposals.stream().filter(p -> p.chosen().get()).map(Proposal::edit).toList();
    }

    /** How many of the chosen pieces will be taken. */
    long fitting() {
        Set<RubricEdit> left = skipped.get();
        return chosen().stream().filter(edit -> !left.contains(edit)).count();
    }

    /**
     * Takes the chosen pieces: one step of undo in the open draft, or a new rubric.
     *
     * @return how many did not fit into the draft, which may have changed meanwhile
     */
    int accept() {
        List<RubricEdit> chosen = chosen();
        Drafts now = drafts.get();
        if (now == null || chosen.isEmpty()) {
            return 0;
        }
        int[] left = {0};
        UnaryOperator<Rubric> change =
                rubric -> {
                    Taken taken = RubricPatch.take(rubric, chosen);
                    left[0] = taken.skipped().size();
                    return taken.rubric();
                };
        if (now.fresh()) {
            create.accept(change.apply(now.base()));
        } else {
            apply.accept(change);
        }
        clear();
        return left[0];
    }

    /** Nothing of it is wanted. */
    void clear() {
        drafts.set(null);
        proposals.clear();
        skipped.set(Set.of());
    }

    /** Titles of the pieces that do not fit, for people. */
    String skippedWords() {
        return proposals.stream()
                .map(Proposal::edit)
                .filter(skipped.get()::contains)
                .map(edit -> words().title(edit.change()))
                .collect(Collectors.joining(", "));
    }

    /** The pieces as people read them. */
    ChangeWords words() {
        return words;
    }

    ObservableList<Connection> connections() {
        return connections;
    }

    /** Who is asked; null when there is no connection. */
    ObjectProperty<Connection> connection() {
        return connection;
    }

    /** The pieces, in the order of the proposed rubric. */
    ObservableList<Proposal> proposals() {
        return proposals;
    }

    /** What was proposed last; null when there is nothing to accept. */
    ReadOnlyObjectProperty<Drafts> drafts() {
        return drafts;
    }

    /** Chosen pieces that do not fit without one that is left out. */
    ReadOnlyObjectProperty<Set<RubricEdit>> skipped() {
        return skipped;
    }

    ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /** What went wrong, one plain sentence; empty if nothing. */
    StringProperty trouble() {
        return trouble;
    }
}
