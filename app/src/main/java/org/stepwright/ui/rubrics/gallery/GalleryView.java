package org.stepwright.ui.rubrics.gallery;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.app.TemplateInfo;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.rubrics.gallery.GalleryViewModel.Look;

/** The rubric templates that come with Stepwright, by field of work. Use on the UI thread. */
public final class GalleryView implements SubPage {
    private static final double CARD = 268;
    private static final double CARD_HEIGHT = 118;

    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-gallery");
    private final GalleryViewModel model;
    private final Preview preview = new Preview(texts);
    private final BorderPane root = new BorderPane();
    private final VBox cards = new VBox(10);
    private final VBox page = new VBox(14);
    private final ScrollPane pageScroll = Kit.scroll(page);
    private final VBox foot = new VBox(8);
    private final TaskStrip strip;
    private final ToggleGroup group = new ToggleGroup();
    private final TextField search;

    /**
     * @param context what the screen got
     * @param create saves a rubric, whose id is not taken, as a new draft and opens it
     */
    public GalleryView(ScreenContext context, Consumer<Rubric> create) {
        this.context = context;
        this.model =
                new GalleryViewModel(
                        context.app().templates(),
                        context.workspace(),
                        create,
                        context.tasks(),
                        texts);
        this.strip = new TaskStrip("gallery-task", context.tasks().runner());
        this.search = Forms.line("gallery-search", model.search());
        build();
    }

    private void build() {
        Sheets.add(root, "rubrics-gallery");
        root.setId("rubrics-gallery");
        search.setPromptText(texts.text("search"));
        search.setAccessibleText(texts.text("search"));
        cards.getStyleClass().add("gallery-cards");
        cards.setId("gallery-cards");
        ScrollPane left = Kit.scroll(cards);
        root.setCenter(left);
        page.getStyleClass().add("gallery-page");
        foot.getStyleClass().add("gallery-foot");
        BorderPane right = new BorderPane(pageScroll);
        right.setBottom(foot);
        right.getStyleClass().add("gallery-right");
        root.setRight(right);
        model.shown().addListener((ListChangeListener<TemplateInfo>) c -> showCards());
        model.chosen().addListener((o, was, is) -> markChosen());
        model.look().addListener((o, was, is) -> showLook(is));
        model.trouble().addListener((o, was, is) -> showLook(model.look().get()));
        model.running()
                .addListener(
                        (o, was, is) -> {
                            strip.watch(is);
                            foot.getChildren()
                                    .forEach(n -> n.setDisable(is != null && n != strip.node()));
                        });
        showLook(null);
    }

    private void showCards() {
        cards.getChildren().clear();
        group.getToggles().clear();
        String category = "";
        FlowPane row = null;
        for (TemplateInfo info : model.shown()) {
            if (row == null || !info.category().equals(category)) {
                category = info.category();
                row = new FlowPane(12, 12);
                row.setPrefWrapLength(0);
                cards.getChildren().addAll(Kit.heading(category), row);
            }
            row.getChildren().add(card(info));
        }
        if (model.shown().isEmpty() && model.loaded().get()) {
            cards.getChildren().add(Kit.muted(texts.text("search.none")));
        }
    }

    private void markChosen() {
        TemplateInfo chosen = model.chosen().get();
        for (Toggle toggle : group.getToggles()) {
            toggle.setSelected(toggle.getUserData().equals(chosen));
        }
    }

    /** Looking at a card is choosing it: the page at the right follows the focus. */
    private ToggleButton card(TemplateInfo info) {
        Label title = Kit.heading(info.title());
        title.setWrapText(true);
        Label summary = Kit.muted(info.summary());
        String counts =
                texts.text("counts", info.stages(), info.criteria(), info.verifiers().size());
        VBox words = new VBox(6, title, summary, Kit.spacer(), Kit.muted(counts));
        words.setPrefSize(CARD, CARD_HEIGHT);
        words.setMaxSize(CARD, CARD_HEIGHT);
        words.setMinHeight(CARD_HEIGHT); // labels that wrap would ask for far more
        ToggleButton card = new ToggleButton(null, words);
        card.getStyleClass().add("gallery-card");
        card.setId("gallery-" + info.name());
        card.setAccessibleText(info.title() + ". " + info.summary() + " " + counts);
        card.setUserData(info);
        card.setToggleGroup(group);
        card.setSelected(info.equals(model.chosen().get()));
        card.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (is) {
                                model.chosen().set(info);
                                Reveal.later(card);
                            }
                        });
        card.setOnAction(e -> card.setSelected(true));
        card.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                        e.consume();
                        model.use();
                    }
                });
        return card;
    }

    private void showLook(Look look) {
        page.getChildren().clear();
        foot.getChildren().clear();
        pageScroll.setVvalue(0);
        if (!model.trouble().get().isEmpty()) {
            foot.getChildren().add(Kit.banner(Tone.DANGER, model.trouble().get()));
        }
        Kit.show(foot, look != null || !foot.getChildren().isEmpty());
        if (look == null) {
            return;
        }
        Label title = Kit.title(look.rubric().title());
        title.setId("gallery-title");
        page.getChildren().addAll(title, preview.of(look.rubric()));
        boolean taken = model.taken(look.rubric());
        Button use = Kit.primary(texts.text(taken ? "use.copy" : "use"), model::use);
        use.setId("gallery-use");
        Button samples = Kit.button(texts.text("use.samples"), () -> withSamples());
        samples.setId("gallery-use-samples");
        Kit.show(samples, look.samples());
        if (taken) {
            foot.getChildren().add(Kit.muted(texts.text("taken", model.freshId(look.rubric()))));
        }
        foot.getChildren().addAll(new FlowPane(8, 8, use, samples), strip.node());
    }

    private void withSamples() {
        model.useWithSamples(
                sentence -> {
                    context.changes().announce();
                    context.navigator().say(Tone.SUCCESS, sentence);
                });
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> actions() {
        search.setPrefColumnCount(22);
        return List.of(Kit.icon(Feather.SEARCH), search);
    }

    @Override
    public void shown() {
        model.load();
        search.requestFocus();
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("← → ↑ ↓", texts.text("key.move")),
                new KeyHint("Enter", texts.text("use")));
    }
}
