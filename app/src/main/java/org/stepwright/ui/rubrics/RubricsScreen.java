package org.stepwright.ui.rubrics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.LintFinding;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.Tone;

/**
 * Rubrics: stages and versions at the left, criteria in the middle, lint and the labeller's view at
 * the right.
 */
public final class RubricsScreen implements Screen {
    /** The entry of the navigation. */
    public static final ScreenFactory FACTORY =
            ScreenFactory.of("rubrics", Feather.LIST, RubricsScreen::new);

    private static final String PANEL = "rubrics.panel";

    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics");
    private final RubricsViewModel model;
    private final RubricFiles files;
    private final RubricPages pages;
    private final PublishForm publishing;
    private final StageEditor editor;
    private final StageList stages;
    private final StagesPane left;
    private final LintPanel lint;
    private final CriterionCards cards;
    private final RubricWork work;
    private final RubricKeys keys;
    private final PanelFold fold;
    private final StackPane root = new StackPane();
    private final BorderPane content = new BorderPane();
    private final Label saved = new Label();
    private final Runnable unlisten;

    private RubricsScreen(ScreenContext context) {
        this.context = context;
        RubricYaml yaml = new RubricYaml();
        this.model =
                new RubricsViewModel(
                        context.workspace().rubrics(),
                        () ->
                                context.app().templates().names().stream()
                                        .map(n -> yaml.read(context.app().templates().yaml(n)))
                                        .toList(),
                        context.workspace().labels()::countByRubric,
                        context.verifiers(),
                        sink ->
                                context.workspace()
                                        .traces()
                                        .forEach(
                                                TraceFilter.ALL,
                                                labelled -> sink.accept(labelled.trace())),
                        context.tasks(),
                        texts);
        this.files = new RubricFiles(context, model, texts, yaml);
        this.publishing = new PublishForm(context, model, texts);
        this.pages = new RubricPages(context, model, texts, root);
        this.cards = new CriterionCards(model.editor(), texts, pages, this::say);
        this.editor = new StageEditor(model.editor(), texts, cards, this::say);
        this.stages = new StageList(model.editor(), texts, cards);
        NewRubricMenu fresh = new NewRubricMenu(model, texts, context.overlay(), files, pages);
        VersionsPane versions =
                new VersionsPane(
                        model,
                        texts,
                        List.of(button("rubrics-diff-open", "diff.short", pages::diff)),
                        List.of(button("rubrics-migrate", "migrate", pages::migrate)));
        this.left = new StagesPane(model, texts, fresh, stages, versions);
        this.lint = new LintPanel(model.editor(), texts, editor::open);
        this.work = new RubricWork(model, editor, stages, cards, lint, pages, publishing);
        this.keys = new RubricKeys(work);
        ScrollPane panel =
                new SidePanel(texts, lint, new LabellerPanel(model.editor(), texts)).node();
        ToggleButton toggle = panelToggle();
        StackPane middle = new StackPane(page(toggle));
        content.setLeft(left.node());
        content.setCenter(middle);
        this.fold = new PanelFold(content, middle, panel, toggle, remembered(), this::remember);
        work.fold(fold);
        build(fresh.emptyState());
        this.unlisten = context.changes().listen(this::changed);
    }

    private void build(Node empty) {
        root.setId("screen-rubrics");
        root.getChildren().addAll(content, empty);
        Runnable toggle =
                () -> {
                    boolean any = model.editor().draft().get() != null;
                    if (pages.pages().current().get() != null) {
                        return; // a page covers both
                    }
                    content.setVisible(any);
                    empty.setVisible(!any && model.loaded().get());
                };
        model.editor()
                .draft()
                .addListener(
                        (o, before, after) -> {
                            toggle.run();
                            if (before == null && after != null) {
                                left.focus(); // the button that made it is gone
                            }
                        });
        model.loaded().addListener((o, before, after) -> toggle.run());
        pages.pages().current().addListener((o, before, after) -> toggle.run());
        toggle.run();
        model.editor().savedAt().addListener((o, before, at) -> tellSaved(at));
        model.trouble()
                .addListener(
                        (o, before, why) -> {
                            if (!why.isEmpty()) {
                                context.navigator().say(Tone.DANGER, why);
                            }
                        });
    }

    private Node page(ToggleButton toggle) {
        RubricHeader header =
                new RubricHeader(
                        model,
                        texts,
                        work::publish,
                        work::undo,
                        work::redo,
                        toggle,
                        List.of(button("rubrics-try", "try", pages::tryOut)));
        VBox page = new VBox(16, header.node(), editor.node());
        page.getStyleClass().addAll("page", "rubric-page");
        ScrollPane scroll = Kit.scroll(page);
        scroll.setId("rubrics-middle");
        return scroll;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = Kit.button(texts.text(key), action);
        button.setId(id);
        return button;
    }

    private ToggleButton panelToggle() {
        ToggleButton toggle = Kit.chip(texts.text("panel"));
        toggle.setId("rubrics-panel");
        model.editor()
                .findings()
                .addListener(
                        (ListChangeListener<LintFinding>)
                                c -> {
                                    int count = model.editor().findings().size();
                                    toggle.setText(
                                            count == 0
                                                    ? texts.text("panel")
                                                    : texts.text("panel.count", count));
                                });
        return toggle;
    }

    private PanelFold.State remembered() {
        return PanelFold.State.of(
                context.app().settings().current().remembered().getOrDefault(PANEL, ""));
    }

    private void remember(PanelFold.State state) {
        context.tasks()
                .query(
                        () -> {
                            context.app()
                                    .settings()
                                    .update(s -> s.withRemembered(PANEL, state.toString()));
                            return true;
                        },
                        done -> {},
                        this::say);
    }

    private void changed() {
        model.load();
        model.editor().tracesChanged();
    }

    private void tellSaved(Instant at) {
        saved.setText(
                texts.text(
                        "saved",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                                .withZone(ZoneId.systemDefault())
                                .format(at),
                        model.editor().undoDepth().get()));
    }

    private void say(String sentence) {
        context.navigator().say(Tone.NEUTRAL, sentence);
    }

    @Override
    public String id() {
        return "rubrics";
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
        editor.commit();
    }

    @Override
    public void open(String target) {
        model.open(target);
    }

    @Override
    public Node status() {
        return saved;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(texts.text("publish"), "Ctrl Enter", publishing::open));
        commands.addAll(pages.commands());
        commands.add(new Command(texts.text("import"), "", files::read));
        commands.add(new Command(texts.text("export"), "", files::export));
        return commands;
    }

    @Override
    public List<KeyHint> keyHints() {
        SubPage page = pages.pages().current().get();
        if (page == null) {
            return RubricKeys.hints(texts);
        }
        List<KeyHint> hints = new ArrayList<>(page.keyHints());
        hints.add(new KeyHint("Esc", Messages.of("").text("back")));
        return hints;
    }

    @Override
    public boolean key(KeyEvent event) {
        return pages.pages().current().get() == null
                ? model.editor().draft().get() != null && keys.pressed(event)
                : pages.key(event);
    }

    @Override
    public void closed() {
        editor.commit();
        unlisten.run();
        model.editor().close();
    }
}
