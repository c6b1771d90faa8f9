package org.stepwright.ui.rubrics.drafting;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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

/** What a model proposed, accepted piece by piece. Use on the UI thread. */
final class ProposalsViewModel {
    private static final int MOST_NAMED = 5;

    private final Supplier<List<Connection>> known;
    private final Supplier<Rubric> draft;
    private final Consumer<UnaryOperator<Rubric>> apply;
    private final Consumer<Rubric> create;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    private final ObjectProperty<Connection> connection = new SimpleObjectProperty<>();
    private final ObservableList<Proposal> proposals = FXCollections.observableArrayList();
    private final ObjectProperty<Drafts> drafts = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<RubricEdit>> skipped = new SimpleObjectProperty<>(Set.of());
    private final ReadOnlyIntegerWrapper fitting = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private List<RubricEdit> patch = List.of();
    private boolean choosingAll;
    private int question; // an answer to an older one is not wanted any more

    /**
     * @param known the connections of the settings
     * @param draft the open draft, null for none
     * @param apply changes the open draft, as one step of undo
     * @param create saves a rubric as a new draft and opens it
     * @param tasks background work
     * @param texts the texts of this part
     */
    ProposalsViewModel(
            Supplier<List<Connection>> known,
            Supplier<Rubric> draft,
            Consumer<UnaryOperator<Rubric>> apply,
            Consumer<Rubric> create,
            FxTasks tasks,
            Messages texts) {
        this.known = known;
        this.draft = draft;
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
        int asked = ++question;
        TaskHandle<Shown> task =
                tasks.run(
                        title,
                        progress -> shown(work.run(progress)),
                        found -> ended(asked, () -> show(found)),
                        why -> ended(asked, () -> trouble.set(why)),
                        () -> ended(asked, () -> trouble.set(texts.text("stopped"))));
        running.set(task.state().isFinal() ? null : task);
    }

    private void ended(int asked, Runnable then) {
        if (asked == question) {
            running.set(null);
            then.run();
        }
    }

    /** A proposal, its edits in the order in which they are made, and the same as pieces. */
    private record Shown(Drafts drafts, List<RubricEdit> patch, List<Proposal> pieces) {}

    private Shown shown(Drafts found) {
        List<RubricEdit> edits = RubricPatch.between(found.base(), found.proposed());
        return new Shown(found, edits, Pieces.of(found.base(), found.proposed(), edits, texts));
    }

    private void show(Shown found) {
        found.pieces().forEach(p -> p.chosen().addListener((o, was, is) -> preview()));
        patch = found.patch();
        skipped.set(Set.of());
        drafts.set(found.drafts());
        proposals.setAll(found.pieces());
        fitting.set(patch.size());
        trouble.set(patch.isEmpty() ? texts.text("same") : "");
    }

    /** Says, in the background, which chosen pieces do not fit without one that is left out. */
    private void preview() {
        if (choosingAll || drafts.get() == null) {
            return;
        }
        Rubric base = drafts.get().base();
        List<RubricEdit> chosen = chosen();
        fitting.set(chosen.size());
        tasks.query(
                () -> RubricPatch.take(base, chosen),
                taken -> {
                    if (same(chosen, chosen())) {
                        skipped.set(identical(taken.skipped()));
                        fitting.set(chosen.size() - taken.skipped().size());
                    }
                },
                trouble::set);
    }

    private static boolean same(List<RubricEdit> a, List<RubricEdit> b) {
        return a.size() == b.size() && identical(a).containsAll(b);
    }

    /** An edit holds whole stages and criteria; to compare them each time would be slow. */
    private static Set<RubricEdit> identical(List<RubricEdit> edits) {
        Set<RubricEdit> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(edits);
        return set;
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

    /** The chosen pieces in the order in which they are made, which is not that of the list. */
    List<RubricEdit> chosen() {
        Set<RubricEdit> wanted =
                identical(
                        proposals.stream()
                                .filter(p -> p.chosen().get())
                                .map(Proposal::edit)
                                .toList());
        return patch.stream().filter(wanted::contains).toList();
    }

    /** How many of the chosen pieces will be taken. */
    ReadOnlyIntegerProperty fitting() {
        return fitting.getReadOnlyProperty();
    }

    /**
     * Takes the chosen pieces: one step of undo in the open draft, or a new rubric.
     *
     * @return how many did not fit into the draft, which may have changed meanwhile; empty when
     *     nothing was taken, since none is chosen or the rubric that they are for is not open
     */
    OptionalInt accept() {
        List<RubricEdit> chosen = chosen();
        Drafts now = drafts.get();
        if (now == null || chosen.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!now.fresh() && !isOpen(now.base())) {
            trouble.set(texts.text("elsewhere", now.base().title()));
            return OptionalInt.empty();
        }
        trouble.set("");
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
        return OptionalInt.of(left[0]);
    }

    private boolean isOpen(Rubric base) {
        Rubric open = draft.get();
        return open != null && open.id().equals(base.id());
    }

    /** Something else is looked at: an answer that is still to come is not wanted any more. */
    void forget() {
        question++;
        TaskHandle<?> task = running.get();
        running.set(null);
        if (task != null) {
            task.cancel();
        }
        clear();
        trouble.set("");
    }

    /** Nothing of it is wanted. */
    void clear() {
        drafts.set(null);
        patch = List.of();
        fitting.set(0);
        proposals.clear();
        skipped.set(Set.of());
    }

    /** What the first pieces that do not fit change, for people. */
    String skippedWords() {
        return proposals.stream()
                .filter(p -> skipped.get().contains(p.edit()))
                .map(p -> p.words().where())
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
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
