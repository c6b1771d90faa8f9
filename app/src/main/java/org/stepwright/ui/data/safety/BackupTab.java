package org.stepwright.ui.data.safety;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;

/** A tab of the Data screen. */
public final class BackupTab implements DataTab {
    private final Messages texts = Messages.of("data-backups");
    private final Node node;

    /**
     * @param context the open workspace and what a screen needs
     */
    public BackupTab(ScreenContext context) {
        node = new VBox(12, Kit.body(texts.text("what")));
    }

    @Override
    public String id() {
        return "backups";
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        // nothing to read yet
    }
}
