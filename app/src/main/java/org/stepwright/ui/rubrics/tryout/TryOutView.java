package org.stepwright.ui.rubrics.tryout;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPage;

/** What a draft says of real traces before anybody labels. Use on the UI thread. */
public final class TryOutView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-tryout");
    private final BorderPane root = new BorderPane();

    /**
     * @param context what the screen got
     * @param draft the open draft, null for none
     */
    public TryOutView(ScreenContext context, Supplier<Rubric> draft) {
        this.context = context;
        root.setId("rubrics-tryout");
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
