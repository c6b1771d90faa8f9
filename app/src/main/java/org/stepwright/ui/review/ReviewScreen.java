package org.stepwright.ui.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Place;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.kit.TraceTarget;
import org.stepwright.ui.kit.Unsaved;
import org.stepwright.ui.label.SaveQueue;

/**
 * Review: where people differ, somebody compares their answers and decides; how far people agree;
 * who they are; how the team works. Decisions go to whoever's name is set: when it changes, models
 * and view are made anew, and only what is on its way to the disk stays.
 */
public final class ReviewScreen implements Screen {
    /** Its entry in the navigation. */
    public static final ScreenFactory FACTORY =
            new ScreenFactory(
                    "review",
                    Feather.USERS,
                    Place.MAIN,
                    true,
                    ReviewScreen::new,
                    w -> new WorkspaceReview(w.workspace()).waiting());

    private final ScreenContext context;
    private final Messages texts = Messages.of("review");
    private final Clock clock = Clock.systemDefaultZone();
    private final SaveQueue saves;
    private final StackPane frame = new StackPane();
    private final StackPane status = new StackPane();
    private ReviewView view;
    private boolean inSight;
    private boolean saidElsewhere;

    private ReviewScreen(ScreenContext context) {
        this.context = context;
        saves = new SaveQueue(context.tasks(), clock);
        saves.trouble().addListener((o, was, is) -> sayElsewhere());
        saves.pending().addListener((o, was, is) -> sayElsewhere());
        frame.setId("review");
        show(new ReviewView(context, saves, clock, texts));
    }

    private void show(ReviewView next) {
        view = next;
        frame.getChildren().setAll(next);
        status.getChildren().setAll(next.status());
    }

    private boolean followAnnotator() {
        if (view.model().reviewer().equals(context.annotator())) {
            return false;
        }
        view.keepTyped();
        view.close();
        show(new ReviewView(context, saves, clock, texts));
        return true;
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
        followAnnotator();
        view.shown();
    }

    @Override
    public void hidden() {
        inSight = false;
        view.keepTyped();
        view.hidden();
        sayElsewhere();
    }

    @Override
    public void open(String target) {
        if (followAnnotator()) {
            view.shown();
        }
        TraceTarget place = TraceTarget.of(target);
        view.open(place.id(), place.step());
    }

    @Override
    public boolean key(KeyEvent event) {
        if (followAnnotator()) { // a name typed in Settings may be kept only after this is shown
            view.shown();
        }
        return view.key(event);
    }

    @Override
    public Node status() {
        return status;
    }

    @Override
    public List<KeyHint> keyHints() {
        return ReviewKeys.hints(texts);
    }

    @Override
    public List<Command> commands() {
        return view.commands();
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

    /** For tools that watch reviewing; not for other screens. */
    ReviewViewModel model() {
        return view.model();
    }

    /** For tools that show its pages. */
    ReviewView view() {
        return view;
    }
}
