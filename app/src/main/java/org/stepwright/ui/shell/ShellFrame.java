package org.stepwright.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** Where the parts of the window stand. */
final class ShellFrame extends StackPane {
    private static final double UNDER_TOP_BAR = 42;
    private static final double GOOD_NEWS_WIDTH = 480;

    /** For text of the plain size, in pixels. */
    private static final double NARROW = 820;

    private final Messages texts = Messages.of("shell");
    private final StackPane content;
    private final VBox banners = new VBox();

    /** Floats, so that nothing moves when it comes, and goes by itself. */
    private final StackPane goodNews = new StackPane();

    private final PauseTransition reading = new PauseTransition(Duration.seconds(6));
    private final Label workspace = new Label();
    private final Button annotator;
    private final TaskChips tasks;
    private final SideBar sideBar;

    ShellFrame(
            StackPane content,
            SideBar sideBar,
            StatusBar statusBar,
            SearchBox search,
            TaskChips tasks,
            OverlayLayer overlay,
            Runnable toSettings) {
        this.content = content;
        this.tasks = tasks;
        this.sideBar = sideBar;
        annotator = Kit.button("", toSettings);
        content.setMinWidth(0);
        goodNews.setAlignment(Pos.BOTTOM_RIGHT);
        goodNews.setPickOnBounds(false);
        reading.setOnFinished(e -> goodNews.getChildren().clear());
        StackPane stage = new StackPane(content, goodNews);
        stage.setMinWidth(0);
        BorderPane middle = new BorderPane(stage);
        middle.setTop(banners);
        BorderPane frame = new BorderPane(middle);
        frame.setTop(topBar(search));
        frame.setLeft(sideBar);
        frame.setBottom(statusBar);
        getChildren().setAll(frame, search.drop(), tasks.list(), overlay);
        setId("shell");
        setAlignment(search.drop(), Pos.TOP_LEFT);
        setAlignment(tasks.list(), Pos.TOP_RIGHT);
        setMargin(tasks.list(), new Insets(UNDER_TOP_BAR, 12, 0, 0));
        search.field()
                .localToSceneTransformProperty()
                .addListener(
                        (o, was, is) ->
                                setMargin(
                                        search.drop(),
                                        new Insets(UNDER_TOP_BAR, 0, 0, is.getTx())));
        setOnMousePressed(e -> closeTaskListUnless(e.getTarget()));
    }

    /**
     * Where there is little room for much text, the navigation shows signs only.
     *
     * @param percent the size of text
     */
    void scaleBy(ReadOnlyIntegerProperty percent) {
        Runnable arrange = () -> sideBar.narrow(getWidth() < NARROW * percent.get() / 100.0);
        widthProperty().addListener((o, was, is) -> arrange.run());
        percent.addListener((o, was, is) -> arrange.run());
        arrange.run();
    }

    private HBox topBar(SearchBox search) {
        Label product = new Label(texts.text("app.name"));
        product.getStyleClass().add("product");
        product.setMinWidth(Region.USE_PREF_SIZE);
        workspace.getStyleClass().add("muted");
        workspace.setId("workspace-name");
        annotator.getStyleClass().setAll("button", "task-chip", "idle");
        annotator.setId("annotator-chip");
        annotator.setTooltip(new Tooltip(texts.text("annotator")));
        HBox bar =
                new HBox(
                        product, workspace, search.field(), Kit.spacer(), tasks.chips(), annotator);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private void closeTaskListUnless(Object target) {
        boolean inside = false;
        for (Node n = target instanceof Node t ? t : null; n != null; n = n.getParent()) {
            inside |= n == tasks.list() || n == tasks.chips();
        }
        if (!inside && tasks.list().isVisible()) {
            tasks.toggle();
        }
    }

    /** Puts a screen into sight. */
    void show(Node screen) {
        content.getChildren().setAll(screen);
        // Else the focus of the screen that left would fall on the search field.
        content.requestFocus();
    }

    void names(String workspaceName, String annotatorName) {
        workspace.setText(workspaceName);
        annotator.setText(annotatorName);
    }

    void say(Tone tone, String sentence) {
        HBox banner = Kit.banner(tone, sentence);
        banner.getChildren().add(Kit.iconButton(Feather.X, texts.text("close"), this::quiet));
        VBox.setMargin(banner, new Insets(8, 12, 4, 12));
        StackPane.setMargin(banner, new Insets(12));
        banner.setId("banner");
        quiet();
        if (tone == Tone.SUCCESS) {
            banner.getStyleClass().add("good-news");
            banner.setMaxSize(GOOD_NEWS_WIDTH, Region.USE_PREF_SIZE);
            goodNews.getChildren().setAll(banner);
            reading.playFromStart();
        } else {
            banners.getChildren().setAll(banner);
        }
    }

    /** Takes the sentence away; false when there is none. */
    boolean dismiss() {
        boolean some = !banners.getChildren().isEmpty() || !goodNews.getChildren().isEmpty();
        quiet();
        return some;
    }

    /** Takes the sentence away. */
    void quiet() {
        reading.stop();
        banners.getChildren().clear();
        goodNews.getChildren().clear();
    }
}
