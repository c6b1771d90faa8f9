package org.stepwright.ui.label;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.LabelQueue;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Place;
import org.stepwright.ui.kit.SubPages;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.kit.TraceTarget;
import org.stepwright.ui.kit.Unsaved;
import org.stepwright.ui.label.dashboard.DashboardPage;

/**
 * Labelling: queue, steps, rubric. Labels go to whoever's name is set: when it changes, models and
 * view are made anew, and only the labels on their way to the disk, which carry their own names,
 * stay.
 */
public final class LabelScreen implements Screen {
    /** Its entry in the navigation. */
    public static final ScreenFactory FACTORY =
            new ScreenFactory(
                    "label",
                    Feather.EDIT_3,
                    Place.MAIN,
                    true,
                    LabelScreen::new,
                    w ->
                            w.workspace()
                                    .traces()
                                    .count(
                                            new TraceFilter("", TraceState.OPEN, "", "", null),
                                            w.annotator()));

    private final ScreenContext context;
    private final Messages texts = Messages.of("label");
    private final Clock clock = Clock.systemDefaultZone();
    private final SaveQueue saves;
    private final ActionKeys keys;
    private final StackPane frame = new StackPane();
    private final StackPane status = new StackPane();
    private final SubPages pages;
    private LabelView view;
    private boolean inSight;
    private boolean saidElsewhere;

    private LabelScreen(ScreenContext context) {
        this.context = context;
        keys = new ActionKeys(context.app().settings());
        saves = new SaveQueue(context.tasks(), clock);
        saves.trouble().addListener((o, was, is) -> sayElsewhere());
        saves.pending().addListener((o, was, is) -> sayElsewhere());
        frame.setId("label");
        pages = new SubPages(frame);
        show(made());
    }

    private LabelView made() {
        return new LabelView(context, saves, clock, texts, keys, this::showDashboard);
    }

    private void showDashboard() {
        view.keepTyped();
        pages.open(new DashboardPage(context));
    }

    private void show(LabelView next) {
        view = next;
        frame.getChildren().setAll(next);
        status.getChildren().setAll(next.status());
    }

    /** Gives the screen over to whoever's name is set now; the new models have loaded nothing. */
    private boolean followAnnotator() {
        if (view.model().annotator().equals(context.annotator())) {
            return false;
        }
        view.keepTyped();
        view.close();
        pages.backToScreen();
        show(made());
        return true;
    }

    private void follow() {
        if (followAnnotator()) {
            view.model().load();
        }
    }

    /** The banner here is not seen from other screens. */
    private void sayElsewhere() {
        String why = saves.trouble().get();
        if (!inSight && !why.isEmpty() && !saidElsewhere) {
            saidElsewhere = true;
            context.navigator().say(Tone.DANGER, texts.text("notSaved", why));
        } else if (saidElsewhere && saves.pending().get() == 0) {
            saidElsewhere = false;
            context.navigator().say(Tone.SUCCESS, texts.text("notSaved.again"));
        }
    }

    @Override
    public String id() {
        return FACTORY.id();
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        inSight = true;
        keys.refresh();
        followAnnotator();
        view.model().load();
        view.focusWork();
    }

    @Override
    public void hidden() {
        inSight = false;
        view.keepTyped();
        view.model().leave();
        sayElsewhere();
    }

    @Override
    public void open(String target) {
        pages.backToScreen();
        follow();
        if (target.equals(LabelQueue.REVISIT)) {
            openRevisits();
            return;
        }
        TraceTarget place = TraceTarget.of(target);
        view.model().open(place.id(), place.step());
    }

    private void openRevisits() {
        QueueViewModel queue = view.model().queue();
        queue.show().set(QueueShow.REVISIT);
        queue.reload(
                () -> {
                    if (queue.items().isEmpty()) {
                        queue.show().set(QueueShow.OPEN);
                        view.model().filter();
                        context.navigator().say(Tone.NEUTRAL, texts.text("revisit.none"));
                    } else {
                        view.model().open(queue.items().get(0).id(), -1);
                    }
                });
    }

    @Override
    public boolean key(KeyEvent event) {
        follow(); // a name that was typed in Settings may be kept only after this is shown
        return pages.current().get() != null ? pages.key(event) : view.commands().key(event);
    }

    @Override
    public Node status() {
        return status;
    }

    @Override
    public List<KeyHint> keyHints() {
        return LabelKeys.hints(keys);
    }

    @Override
    public List<Command> commands() {
        return LabelKeys.commands(keys, what -> view.commands().act(what));
    }

    @Override
    public Optional<Unsaved> unsaved() {
        view.keepTyped();
        int waiting = saves.pending().get();
        return waiting == 0
                ? Optional.empty()
                : Optional.of(
                        new Unsaved(
                                texts.text("unsaved", waiting, saves.trouble().get()),
                                saves::settle));
    }

    @Override
    public void closed() {
        view.close();
        saves.flush();
    }

    /** For tools that watch labelling; not for other screens. */
    LabelViewModel model() {
        return view.model();
    }
}
