package org.stepwright.ui.rubrics.versions;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPage;

/** The labels of one version carried over to another, nothing silently. Use on the UI thread. */
public final class MigrationView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-versions");
    private final BorderPane root = new BorderPane();

    /**
     * @param context what the screen got
     * @param versions the published versions of the open rubric
     */
    public MigrationView(ScreenContext context, Supplier<List<RubricVersion>> versions) {
        this.context = context;
        root.setId("rubrics-migration");
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
     * Chooses two versions; call before the page is shown.
     *
     * @param from the number of the version that the labels were made under
     * @param to the number of the version that they go to
     */
    public void choose(int from, int to) {
        root.setUserData(from + "-" + to);
    }
}
