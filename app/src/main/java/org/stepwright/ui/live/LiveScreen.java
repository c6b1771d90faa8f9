package org.stepwright.ui.live;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.Tone;

/** Live: a prompt goes in; steps appear and take their colour as they end. */
public final class LiveScreen implements Screen {
    /** The entry of the navigation. */
    public static final ScreenFactory FACTORY =
            ScreenFactory.of("live", Feather.ZAP, LiveScreen::new);

    private final ScreenContext context;
    private final Messages texts = Messages.of("live");
    private final LiveViewModel model;
    private final BorderPane root = new BorderPane();
    private final VBox messages = new VBox(8);
    private final Label status = new Label();
    private StepsPane steps;

    private LiveScreen(ScreenContext context) {
        this.context = context;
        this.model =
                new LiveViewModel(
                        context.workspace(),
                        context.app().live(),
                        () -> LiveConnections.of(context.app(), texts),
                        context.tasks(),
                        texts);
        build();
    }

    private void build() {
        root.setId("screen-live");
        steps = new StepsPane(model, texts, () -> context.navigator().show("train"));
        VBox middle =
                new VBox(
                        12,
                        new PromptBar(model, context, texts, this::run).node(),
                        messages,
                        steps.node());
        middle.getStyleClass().addAll("page", "live-page");
        VBox.setVgrow(steps.node(), Priority.ALWAYS);
        root.setCenter(middle);
        root.setRight(new AnswerPanel(model, texts, this::save, this::queue).node());
        model.trouble().addListener((o, before, after) -> showTrouble(after));
        model.steps()
                .addListener(
                        (javafx.collections.ListChangeListener<LiveStep>)
                                c -> status.setText(Latency.sentence(model.steps(), texts)));
    }

    private void showTrouble(String why) {
        messages.getChildren().clear();
        if (!why.isEmpty()) {
            messages.getChildren().add(Kit.banner(Tone.DANGER, why));
        }
    }

    private void run() {
        // out of the prompt, so that one key takes the answer to the queue
        model.run().ifPresentOrElse(this::showTrouble, steps.node()::requestFocus);
    }

    private void save() {
        model.save(
                id -> {
                    context.changes().announce();
                    context.navigator().say(Tone.SUCCESS, texts.text("saved", id));
                });
    }

    private void queue() {
        model.save(
                id -> {
                    context.changes().announce();
                    context.navigator().show("label", id);
                });
    }

    @Override
    public String id() {
        return "live";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void hidden() {
        // an answer goes on streaming as a task
    }

    @Override
    public Node status() {
        return status;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(texts.text("run"), "Ctrl Enter", this::run));
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Ctrl Enter", texts.text("run")),
                new KeyHint("Esc", texts.text("stop")),
                new KeyHint("Space", texts.text("key.page")),
                new KeyHint("Shift Space", texts.text("key.page.up")),
                new KeyHint("Q", texts.text("queue")),
                new KeyHint("S", texts.text("save")));
    }

    @Override
    public boolean key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (!typing && page(event)) {
            return true;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.ESCAPE && model.running().get() != null) {
            model.cancel();
        } else if (!typing && event.getCode() == KeyCode.Q && !event.isShortcutDown()) {
            queue();
        } else if (!typing && event.getCode() == KeyCode.S && !event.isShortcutDown()) {
            save();
        } else {
            return false;
        }
        return true;
    }

    /** Space belongs to a control that has the focus; elsewhere it turns a page of the answer. */
    private boolean page(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        boolean taken =
                event.getTarget() instanceof ButtonBase
                        || event.getTarget() instanceof ComboBoxBase;
        boolean space = event.getCode() == KeyCode.SPACE && !taken;
        if (!plain || model.steps().isEmpty()) {
            return false;
        } else if (event.getCode() == KeyCode.PAGE_DOWN || space && !event.isShiftDown()) {
            steps.page(1);
        } else if (event.getCode() == KeyCode.PAGE_UP || space) {
            steps.page(-1);
        } else {
            return false;
        }
        return true;
    }
}
