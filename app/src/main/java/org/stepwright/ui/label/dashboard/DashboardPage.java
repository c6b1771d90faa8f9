package org.stepwright.ui.label.dashboard;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.Tone;

/** The session dashboard, opened from the label screen. */
public final class DashboardPage implements SubPage {
    private final Messages texts = Messages.of("label-dashboard");
    private final DashboardViewModel model;
    private final DashboardView view = new DashboardView(texts);
    private final VBox banners = new VBox();
    private final StackPane frame = new StackPane();
    private final Button again;

    /**
     * @param context the open workspace, and who labels in it
     */
    public DashboardPage(ScreenContext context) {
        model =
                new DashboardViewModel(
                        context.tasks(),
                        new FiguresReader(
                                        context.workspace(),
                                        context.annotator(),
                                        ZoneId.systemDefault())
                                ::read);
        again = Kit.button(texts.text("again"), model::load);
        again.setId("dashboard-again");
        ScrollPane scroll = Kit.scroll(new VBox(banners, view));
        scroll.setId("dashboard-scroll");
        frame.getChildren().add(scroll);
        model.figures().addListener((o, was, is) -> show());
        model.trouble().addListener((o, was, is) -> showTrouble());
    }

    private void show() {
        if (model.figures().get().any()) {
            view.show(model.figures().get());
        } else {
            Button go = Kit.primary(texts.text("empty.button"), this::leave);
            go.setId("dashboard-empty");
            view.getChildren()
                    .setAll(
                            Kit.emptyState(
                                    Feather.BAR_CHART_2,
                                    texts.text("empty"),
                                    texts.text("empty.text"),
                                    go));
        }
    }

    private void leave() {
        if (frame.getScene() != null && frame.getScene().lookup("#page-back") instanceof Button b) {
            b.fire();
        }
    }

    private void showTrouble() {
        banners.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            banners.getChildren().add(Kit.banner(Tone.DANGER, model.trouble().get()));
        }
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public List<Node> actions() {
        return List.of(again);
    }

    @Override
    public void shown() {
        model.load();
        again.requestFocus();
    }
}
