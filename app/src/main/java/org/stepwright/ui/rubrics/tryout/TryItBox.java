package org.stepwright.ui.rubrics.tryout;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;

/** What a criterion's verifier says of a real step. Use on the UI thread. */
public final class TryItBox {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-tryout");
    private final Supplier<Rubric> draft;
    private final String criterionId;
    private final VBox root = Kit.card();

    /**
     * @param context what the screen got
     * @param draft the open draft
     * @param criterionId the criterion whose verifier is tried
     */
    public TryItBox(ScreenContext context, Supplier<Rubric> draft, String criterionId) {
        this.context = context;
        this.draft = draft;
        this.criterionId = criterionId;
    }

    /** The criterion or its verifier's options changed: looks again, soon. */
    public void refresh() {
        Rubric rubric = draft.get();
        root.getChildren().setAll(Kit.heading(texts.text("box.title")));
        root.setVisible(rubric != null && context.workspace() != null && !criterionId.isEmpty());
    }

    /**
     * @return its node
     */
    public Node node() {
        return root;
    }
}
