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

/**
 * Examples for the levels of a criterion, written by a live model, accepted one by one. Use on the
 * UI thread.
 */
public final class ExamplesView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-drafting");
    private final BorderPane root = new BorderPane();

    /**
     * @param context what the screen got
     * @param draft the open draft, null for none
     * @param apply changes the open draft, as one step of undo
     */
    public ExamplesView(
            ScreenContext context, Supplier<Rubric> draft, Consumer<UnaryOperator<Rubric>> apply) {
        this.context = context;
        root.setId("rubrics-examples");
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

    /**
     * Chooses the criterion; call before the page is shown.
     *
     * @param criterionId its id
     */
    public void choose(String criterionId) {
        root.setUserData(criterionId);
    }
}
