package org.stepwright.ui.data.audit;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.storage.FindingCount;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The kinds of findings with how many of each are open, at the left. */
final class KindPane {
    private static final double WIDTH = 236;

    private final FindingsViewModel model;
    private final Messages texts;
    private final VBox rows = new VBox(2);
    private final ToggleGroup group = new ToggleGroup();
    private final Node root;

    /**
     * @param notes what else there is to know of the audit; stands below the kinds
     */
    KindPane(FindingsViewModel model, Node notes, Messages texts) {
        this.model = model;
        this.texts = texts;
        rows.setId("audit-kinds");
        rows.setAccessibleText(texts.text("kinds"));
        ScrollPane scroll = Kit.scroll(new VBox(14, rows, notes));
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        scroll.setMaxWidth(WIDTH);
        root = scroll;
        model.kinds().addListener((ListChangeListener<FindingCount>) c -> fill());
        model.kind().addListener((o, was, is) -> mark());
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        for (FindingCount count : model.kinds()) {
            rows.getChildren().add(row(count));
        }
        mark();
    }

    private ToggleButton row(FindingCount count) {
        Label name = new Label(texts.text("kind." + count.kind()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label open = new Label(texts.text("number", count.open()));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.getStyleClass().add("audit-count");
        Label all =
                new Label(
                        count.open() == count.all()
                                ? texts.text("kind.all")
                                : texts.text("kind.of", count.all()));
        all.getStyleClass().add("muted");
        HBox line = new HBox(6, name, open);
        VBox words = new VBox(1, line, all);
        words.setPrefWidth(WIDTH - 46);
        ToggleButton row = new ToggleButton(null, words);
        row.setId("audit-kind-" + AuditJson.name(count.kind()));
        row.setUserData(count.kind());
        row.setToggleGroup(group);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("audit-kind");
        row.setAccessibleText(texts.text("kind.says", name.getText(), count.open(), count.all()));
        row.setOnAction(
                e -> {
                    row.setSelected(true);
                    model.choose(count.kind());
                });
        return row;
    }

    private void mark() {
        group.getToggles().forEach(t -> t.setSelected(t.getUserData() == model.kind().get()));
    }

    Node node() {
        return root;
    }
}
