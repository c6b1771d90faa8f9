package org.stepwright.ui.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;

/** Workspaces that were open before; at most twelve, so no list view. */
final class RecentPane extends VBox {
    RecentPane(ScreenContext context, Messages texts, List<Path> recent, Set<Path> gone) {
        super(6);
        setId("home-recent");
        getChildren().add(Kit.heading(texts.text("recent")));
        Path open = context.workspace() == null ? null : context.workspace().file();
        for (Path file : recent) {
            if (!file.equals(open)) {
                getChildren().add(line(context, texts, file, gone.contains(file)));
            }
        }
        Kit.show(this, getChildren().size() > 1);
    }

    private static HBox line(ScreenContext context, Messages texts, Path file, boolean gone) {
        Button go = new Button(file.getFileName().toString(), Kit.icon(Feather.DATABASE));
        go.getStyleClass().addAll("flat", "recent");
        go.setOnAction(e -> context.navigator().openWorkspace(file));
        Label where = new Label(String.valueOf(file.getParent()));
        where.getStyleClass().add("muted");
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox line = Kit.row(go, where);
        if (gone) {
            go.setDisable(true);
            where.setText(texts.text("recent.gone", file.getParent()));
        }
        return line;
    }
}
