package org.stepwright.ui.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.app.TrainingRuns;
import org.stepwright.prm.train.Trainer;
import org.stepwright.storage.Run;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.Tone;
import org.stepwright.work.WorkFailed;

/** Train: runs at the left, the chosen run's results beside their baselines. */
public final class TrainScreen implements Screen {
    /** The entry of the navigation. */
    public static final ScreenFactory FACTORY =
            ScreenFactory.of("train", Feather.TRENDING_UP, TrainScreen::new);

    private final ScreenContext context;
    private final Messages texts = Messages.of("train");
    private final TrainViewModel model;
    private final NewRunForm form;
    private final StackPane middle = new StackPane();
    private final VBox messages = new VBox(8);
    private final BorderPane root = new BorderPane();

    private TrainScreen(ScreenContext context) {
        this.context = context;
        this.model =
                new TrainViewModel(
                        context.workspace(),
                        new TrainingRuns(context.workspace(), new Trainer(), Clock.systemUTC()),
                        context.tasks(),
                        texts);
        this.form = new NewRunForm(model.fresh(), texts);
        build();
    }

    private void build() {
        root.setId("screen-train");
        root.setLeft(new RunsPane(model, texts, this::newRun).node());
        ResultsPane results =
                new ResultsPane(texts, id -> context.navigator().show("label", id), this::export);
        ScrollPane scroll = Kit.scroll(results.node());
        Button first = Kit.primary(texts.text("new"), this::newRun);
        first.setId("train-first");
        Node empty =
                Kit.emptyState(
                        Feather.TRENDING_UP,
                        texts.text("empty.title"),
                        texts.text("empty.text"),
                        first);
        VBox.setVgrow(middle, javafx.scene.layout.Priority.ALWAYS);
        messages.getStyleClass().add("train-messages");
        root.setCenter(new VBox(messages, middle));
        Node progress = new RunProgress(model, texts).node();
        Runnable show =
                () -> {
                    Run run = model.selected().get();
                    boolean underWay =
                            run != null
                                    && run.status() == Run.Status.RUNNING
                                    && model.running().get() != null;
                    results.show(run, model.outcome().get(), underWay ? progress : null);
                    middle.getChildren().setAll(run == null ? empty : scroll);
                };
        model.selected().addListener((o, before, after) -> show.run());
        model.outcome().addListener((o, before, after) -> show.run());
        model.running().addListener((o, before, after) -> show.run());
        model.trouble().addListener((o, before, after) -> showTrouble(after));
        model.onFinished(context.changes()::announce);
        show.run();
    }

    private void showTrouble(String why) {
        messages.getChildren().clear();
        if (!why.isEmpty()) {
            messages.getChildren().add(Kit.banner(Tone.DANGER, why));
        }
    }

    private void newRun() {
        Button go = Kit.primary(texts.text("start"), () -> {});
        go.setId("train-start");
        go.setOnAction(e -> model.start().ifPresentOrElse(form::refuse, context.overlay()::close));
        context.overlay()
                .show(
                        texts.text("new.title"),
                        form.node(),
                        go,
                        Kit.button(Messages.of("").text("cancel"), context.overlay()::close));
    }

    private void export() {
        Run run = model.selected().get();
        Path from = Path.of(run.modelPath());
        context.files()
                .save(texts.text("export"), from.getFileName().toString(), "*.prm")
                .ifPresent(
                        to ->
                                context.tasks()
                                        .query(
                                                () -> copy(from, to),
                                                done ->
                                                        context.navigator()
                                                                .say(
                                                                        Tone.SUCCESS,
                                                                        texts.text(
                                                                                "exported", done)),
                                                why -> context.navigator().say(Tone.DANGER, why)));
    }

    private Path copy(Path from, Path to) {
        try {
            return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkFailed(texts.text("export.failed", to, from), e);
        }
    }

    @Override
    public String id() {
        return "train";
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
        // a run goes on as a task
    }

    @Override
    public void open(String target) {
        model.runs().stream()
                .filter(r -> r.id().equals(target))
                .findFirst()
                .ifPresent(model.selected()::set);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(texts.text("new"), "N", this::newRun));
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("N", texts.text("new")),
                new KeyHint("↑ ↓", texts.text("key.runs")),
                new KeyHint("Enter", texts.text("key.trace")));
    }

    @Override
    public boolean key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && event.getCode() == KeyCode.N && !context.overlay().isOpen()) {
            newRun();
            return true;
        }
        return false;
    }
}
