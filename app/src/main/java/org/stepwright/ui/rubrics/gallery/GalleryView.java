package org.stepwright.ui.rubrics.gallery;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPage;

/** The rubric templates that come with Stepwright. Use on the UI thread. */
public final class GalleryView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-gallery");
    private final BorderPane root = new BorderPane();

    /**
     * @param context what the screen got
     * @param create saves a rubric as a new draft and opens it
     */
    public GalleryView(ScreenContext context, Consumer<Rubric> create) {
        this.context = context;
        root.setId("rubrics-gallery");
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
    public void shown() {
        root.setCenter(Kit.muted(context.annotator()));
    }
}
