package org.stepwright.ui.rubrics.drafting;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPage;

/** A rubric drafted by a live model, accepted piece by piece. Use on the UI thread. */
public final class DraftingView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-drafting");
    private final BorderPane root = new BorderPane();

    /**
     * @param context what the screen got
     * @param draft the open draft, null for none
     * @param apply changes the open draft, as one step of undo
     * @param create saves a rubric as a new draft and opens it
     */
    public DraftingView(
            ScreenContext context,
            Supplier<Rubric> draft,
            Consumer<UnaryOperator<Rubric>> apply,
            Consumer<Rubric> create) {
        this.context = context;
        root.setId("rubrics-drafting");
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
