package org.stepwright.ui.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.label.SaveQueue;

/** Reviewing by one person: the pages and the line of tabs over them. */
final class ReviewView extends BorderPane {
    /** The pages. */
    enum Tab {
        /** Compare answers and decide. */
        DECIDE,
        /** How far people agree. */
        AGREEMENT,
        /** Who labels here, and how. */
        PEOPLE,
        /** How the team works. */
        TEAM
    }

    private final Messages texts;
    private final ReviewViewModel model;
    private final Study<Known> known;
    private final Study<AgreementFound> agreement;
    private final Study<PeopleFound> people;
    private final DecidePage decide;
    private final AgreementPage agreementPage;
    private final PeoplePage peoplePage;
    private final TeamViewModel team;
    private final TeamPage teamPage;
    private final ReviewStatus status;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final StackPane pages = new StackPane();
    private final Subscription outside;
    private Tab tab = Tab.DECIDE;

    ReviewView(ScreenContext context, SaveQueue saves, Clock clock, Messages texts) {
        this.texts = texts;
        WorkspaceReview store = new WorkspaceReview(context.workspace());
        model = new ReviewViewModel(context.tasks(), store, saves, context.annotator(), clock);
        DiscussionViewModel talk =
                new DiscussionViewModel(
                        context.tasks(), context.workspace().remarks(), context.annotator(), clock);
        StudyReader reader =
                new StudyReader(
                        context.workspace(),
                        () ->
                                new RubricChoice(context.workspace(), context.app().settings())
                                        .current()
                                        .orElse(null));
        known =
                new Study<>(
                        context.tasks(),
                        texts.text("study.known"),
                        p -> reader.known(p, texts.text("study.reading")));
        agreement =
                new Study<>(
                        context.tasks(),
                        texts.text("study.agreement"),
                        p -> reader.agreement(p, texts.text("study.reading")));
        GoldMark gold =
                new GoldMark(
                        context.tasks(),
                        context.workspace().gold(),
                        context.annotator(),
                        () -> model.hint().set(ReviewViewModel.Hint.NO_KEY),
                        model.trouble()::set);
        decide = new DecidePage(model, talk, gold, known, texts, this::show);
        agreementPage = new AgreementPage(agreement, texts, () -> show(Tab.TEAM));
        people =
                new Study<>(
                        context.tasks(),
                        texts.text("study.people"),
                        p ->
                                new PeopleReader(context.workspace())
                                        .read(p, texts.text("study.reading")));
        peoplePage = new PeoplePage(people, texts, this::open);
        team =
                new TeamViewModel(
                        context.tasks(),
                        context.workspace().project(),
                        context.changes()::announce);
        teamPage = new TeamPage(team, texts);
        status = new ReviewStatus(model, texts);
        setTop(tabs());
        setCenter(pages);
        select(Tab.DECIDE);
        // Both outlive this view when another reviewer takes over.
        Runnable unlisten = context.changes().listen(this::changed);
        outside = saves.trouble().subscribe(decide::showTrouble).and(unlisten::run);
    }

    private HBox tabs() {
        ToggleGroup group = new ToggleGroup();
        HBox line = Kit.row();
        line.getStyleClass().add("review-tabs");
        for (Tab each : Tab.values()) {
            ToggleButton button = new ToggleButton(texts.text("tab." + each));
            button.setId("review-tab-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().add("review-tab");
            button.setOnAction(e -> show(each));
            buttons.add(button);
            line.getChildren().add(button);
        }
        return line;
    }

    /** Shows a page. */
    void show(Tab next) {
        select(next);
        look();
    }

    private void select(Tab next) {
        tab = next;
        for (Tab each : Tab.values()) {
            buttons.get(each.ordinal()).setSelected(each == next);
        }
        pages.getChildren().setAll(page());
    }

    /** What the page in sight shows is read, or worked out where that takes long. */
    private void look() {
        switch (tab) {
            case DECIDE -> {
                model.load();
                known.lookedAt();
            }
            case AGREEMENT -> agreement.lookedAt();
            case PEOPLE -> people.lookedAt();
            case TEAM -> team.load();
        }
    }

    private Node page() {
        return switch (tab) {
            case DECIDE -> decide;
            case AGREEMENT -> agreementPage;
            case PEOPLE -> peoplePage;
            case TEAM -> teamPage;
        };
    }

    private void changed() {
        known.changed();
        agreement.changed();
        people.changed();
        if (getScene() != null) {
            look();
        }
    }

    void shown() {
        look();
        decide.focusSteps();
    }

    void hidden() {
        // nothing here feeds only the eye
    }

    void open(String traceId, int step) {
        show(Tab.DECIDE);
        model.open(traceId, step);
    }

    boolean key(KeyEvent event) {
        if (event.isShortcutDown()
                && (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP)) {
            int by = event.getCode() == KeyCode.PAGE_DOWN ? 1 : Tab.values().length - 1;
            show(Tab.values()[(tab.ordinal() + by) % Tab.values().length]);
            return true;
        }
        return tab == Tab.DECIDE && decide.key(event);
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Tab each : Tab.values()) {
            commands.add(
                    new Command(
                            texts.text("tab.open", texts.text("tab." + each)),
                            "",
                            () -> show(each)));
        }
        if (tab == Tab.DECIDE) {
            commands.addAll(ReviewKeys.commands(texts, decide::act));
        }
        return commands;
    }

    Node status() {
        return status;
    }

    ReviewViewModel model() {
        return model;
    }

    /** Sends what is still being typed on its way to the disk. */
    void keepTyped() {
        decide.keepTyped();
    }

    /** Stops listening to what outlives this view. */
    void close() {
        outside.unsubscribe();
        status.close();
    }
}
