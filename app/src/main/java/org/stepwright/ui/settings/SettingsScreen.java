package org.stepwright.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.settings.Settings;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Appearance;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.OwnThread;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Place;
import org.stepwright.ui.kit.Tone;
import org.stepwright.work.WorkFailed;

/** Settings of this user on this machine. */
public final class SettingsScreen implements Screen {
    /** Its entry in the navigation. */
    public static final ScreenFactory FACTORY =
            new ScreenFactory(
                    "settings", Feather.SETTINGS, Place.BOTTOM, false, SettingsScreen::new, w -> 0);

    private final ScreenContext context;
    private final Messages texts = Messages.of("settings");
    private final ConnectionsViewModel connections;
    private final ToggleGroup themes = new ToggleGroup();
    private final ToggleGroup textSizes = new ToggleGroup();
    private Subscription textSizeShown = Subscription.EMPTY;
    private final TextField annotator = new TextField();
    private final RunCodePane runCode;
    private final KeysPane keys;
    private final Node page;

    private SettingsScreen(ScreenContext context) {
        this.context = context;
        connections =
                new ConnectionsViewModel(
                        context.tasks(),
                        OwnThread.named("keyring"),
                        context.app().settings(),
                        context.app().secrets(),
                        context.app().live());
        runCode = new RunCodePane(context.app().settings(), texts, this::keep);
        keys =
                new KeysPane(
                        new ActionKeys(context.app().settings()), context.overlay(), this::keep);
        VBox content =
                new VBox(
                        16,
                        Kit.pageHead(texts.text("title"), ""),
                        appearance(),
                        you(),
                        new ConnectionsPane(context, connections, texts),
                        keys,
                        runCode);
        content.getStyleClass().addAll("page", "settings-page");
        content.setId("settings");
        page = Kit.scroll(content);
    }

    private VBox appearance() {
        HBox choices = Kit.row();
        for (String theme : Settings.THEMES) {
            ToggleButton choice = new ToggleButton(texts.text("theme." + theme));
            choice.setId("theme-" + theme);
            choice.setToggleGroup(themes);
            choice.setUserData(theme);
            choice.setOnAction(
                    e -> {
                        choice.setSelected(true);
                        keep(() -> context.appearance().choose(theme));
                    });
            choices.getChildren().add(choice);
        }
        return Kit.card(texts.text("theme"), choices, sizes());
    }

    private VBox sizes() {
        HBox choices = Kit.row();
        for (int percent : Appearance.TEXT_SIZES) {
            ToggleButton choice = new ToggleButton(texts.text("textSize.percent", percent));
            choice.setId("text-size-" + percent);
            choice.setToggleGroup(textSizes);
            choice.setUserData(percent);
            choice.setOnAction(e -> context.appearance().chooseTextSize(percent));
            choices.getChildren().add(choice);
        }
        return Kit.column(Kit.muted(texts.text("textSize")), choices);
    }

    /** The size may be changed by keys too. */
    private void showTextSize() {
        int chosen = context.appearance().textSize().get();
        textSizes.getToggles().forEach(t -> t.setSelected(t.getUserData().equals(chosen)));
    }

    private VBox you() {
        annotator.setId("annotator");
        annotator.setMaxWidth(320);
        annotator.setOnAction(e -> keepAnnotator());
        annotator
                .focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                keepAnnotator();
                            }
                        });
        VBox field = Kit.field(texts.text("annotator"), annotator);
        annotator.setMaxWidth(320);
        return Kit.card(texts.text("you"), field, Kit.muted(texts.text("annotator.text")));
    }

    private void keepAnnotator() {
        String name = annotator.getText().strip();
        if (name.isEmpty()) {
            annotator.setText(context.annotator());
        } else if (!name.equals(context.annotator())) {
            keep(() -> context.app().settings().update(s -> s.withAnnotator(name)));
        }
    }

    private void keep(Runnable change) {
        try {
            change.run();
        } catch (WorkFailed e) {
            context.navigator().say(Tone.DANGER, e.getMessage());
        }
    }

    @Override
    public String id() {
        return FACTORY.id();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void shown() {
        annotator.setText(context.annotator());
        themes.getToggles()
                .forEach(t -> t.setSelected(context.appearance().theme().equals(t.getUserData())));
        showTextSize();
        textSizeShown = context.appearance().textSize().subscribe((was, is) -> showTextSize());
        connections.load();
        runCode.load();
        keys.load();
    }

    @Override
    public void hidden() {
        textSizeShown.unsubscribe();
        keepAnnotator();
        runCode.keep();
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of();
    }
}
