package org.stepwright.ui.review;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** Where answers are compared and decided: list, steps, what is known. */
final class DecidePage extends BorderPane implements ReviewCommands.Parts {
    /** Narrower than this, the panel at the right folds into a drawer. */
    private static final double WIDE = 1180;

    private final ReviewViewModel model;
    private final Messages texts;
    private final ReviewCommands commands;
    private final ReviewListPane listPane;
    private final ComparePane steps;
    private final SidePane side;
    private final VBox banners = new VBox();
    private final StackPane middle = new StackPane();
    private final VBox empty;
    private boolean narrow;
    private boolean drawerOpen;

    /**
     * @param show shows another page
     */
    DecidePage(
            ReviewViewModel model,
            DiscussionViewModel talk,
            GoldMark gold,
            Study<Known> known,
            Messages texts,
            Consumer<ReviewView.Tab> show) {
        this.model = model;
        this.texts = texts;
        commands = new ReviewCommands(model, gold, this);
        listPane = new ReviewListPane(model, texts);
        steps = new ComparePane(model, gold, texts, commands::act);
        side = new SidePane(model, talk, known, texts, this::backToSteps);
        Button toTeam =
                Kit.primary(texts.text("empty.button"), () -> show.accept(ReviewView.Tab.TEAM));
        empty =
                Kit.emptyState(
                        Feather.USERS, texts.text("empty.title"), texts.text("empty.text"), toTeam);
        empty.setId("review-empty");
        middle.getChildren().addAll(steps, empty);
        VBox centre = new VBox(banners, middle);
        VBox.setVgrow(middle, Priority.ALWAYS);
        setLeft(listPane);
        setCenter(centre);
        widthProperty().addListener((o, was, is) -> arrange());
        arrange();
        model.trouble().addListener((o, was, is) -> showTrouble());
        model.list().trouble().addListener((o, was, is) -> showTrouble());
        model.opened().trace().addListener((o, was, is) -> showEmpty());
        model.opened().trace().addListener((o, was, is) -> talk.open(model.opened().id()));
        model.opened().trace().addListener((o, was, is) -> gold.open(model.opened().id()));
        model.list().loading().addListener((o, was, is) -> showEmpty());
        model.list().total().addListener((o, was, is) -> showEmpty());
        showEmpty();
        showTrouble();
    }

    /** At full width what is known stands at the right; else it is a drawer over the steps. */
    private void arrange() {
        narrow = getWidth() < WIDE;
        steps.narrow(narrow);
        setRight(null);
        middle.getChildren().remove(side);
        side.getStyleClass().remove("drawer");
        Kit.show(side, true);
        if (!narrow) {
            setRight(side);
            return;
        }
        side.getStyleClass().add("drawer");
        middle.getChildren().add(side);
        StackPane.setAlignment(side, Pos.CENTER_RIGHT);
        Kit.show(side, drawerOpen);
    }

    private void showEmpty() {
        boolean open = model.opened().isOpen();
        steps.setVisible(open);
        boolean nothing =
                !open
                        && !model.list().loading().get()
                        && model.list().items().isEmpty()
                        && model.list().text().get().isBlank();
        Kit.show(empty, nothing);
    }

    void showTrouble() {
        banners.getChildren().clear();
        String notSaved = model.saves().trouble().get();
        if (!notSaved.isEmpty()) {
            Button retry = Kit.button(texts.text("retry"), model.saves()::retry);
            retry.setId("review-retry");
            banners.getChildren()
                    .add(Kit.banner(Tone.DANGER, texts.text("notSaved", notSaved), retry));
        }
        for (String other : new String[] {model.trouble().get(), model.list().trouble().get()}) {
            if (!other.isEmpty()) {
                banners.getChildren().add(Kit.banner(Tone.WARNING, other));
            }
        }
    }

    @Override
    public ReviewListPane list() {
        return listPane;
    }

    @Override
    public ComparePane steps() {
        return steps;
    }

    @Override
    public CommentField comment() {
        return side.comment();
    }

    @Override
    public void remark(boolean wholeTrace) {
        drawer(true);
        side.discussion().type(wholeTrace);
    }

    @Override
    public void drawer(boolean open) {
        if (narrow) {
            drawerOpen = open;
            Kit.show(side, open);
        }
    }

    @Override
    public boolean drawerOpen() {
        return drawerOpen;
    }

    @Override
    public void backToSteps() {
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
        steps.focusCurrent();
    }

    void act(String what) {
        commands.act(what);
    }

    boolean key(KeyEvent event) {
        return commands.key(event);
    }

    void focusSteps() {
        steps.focusCurrent();
    }

    void keepTyped() {
        side.comment().keep();
    }
}
