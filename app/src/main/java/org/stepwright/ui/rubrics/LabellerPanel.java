package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.ui.kit.CriterionCard;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScaleKeys;

/** The stage in sight as a labeller will see it, with the very cards of the Label screen. */
final class LabellerPanel {
    private final Messages texts;
    private final Messages labelTexts = Messages.of("label");
    private final Set<String> unfolded = new HashSet<>();
    private final Map<Criterion, Node> drawn = new HashMap<>();
    private final VBox root = new VBox(10);

    /**
     * @param model the open draft
     * @param texts the screen's texts
     */
    LabellerPanel(DraftEditor model, Messages texts) {
        this.texts = texts;
        root.setId("rubrics-labeller");
        WhenSeen seen = new WhenSeen(root, () -> show(model.view().get()));
        model.view().addListener((o, before, after) -> seen.changed());
    }

    VBox node() {
        return root;
    }

    private void show(DraftView view) {
        List<Node> nodes = new ArrayList<>();
        view.stage()
                .ifPresent(
                        s -> {
                            Label title = Kit.heading(s.title());
                            title.getStyleClass().add("rubric-title");
                            title.setWrapText(true);
                            nodes.add(title);
                            if (!s.description().isBlank()) {
                                nodes.add(Kit.muted(s.description().strip()));
                            }
                        });
        List<Criterion> criteria = new ArrayList<>(view.criteria());
        if (view.stage().isPresent()) {
            criteria.addAll(view.rubric().everyStep());
        }
        if (criteria.isEmpty()) {
            nodes.add(Kit.muted(texts.text("labeller.none")));
        }
        drawn.keySet().retainAll(Set.copyOf(criteria)); // what did not change keeps its nodes
        criteria.forEach(c -> nodes.add(drawn.computeIfAbsent(c, this::card)));
        arrange(nodes);
    }

    /** An edit of one criterion puts one card in the place of another; the rest is not touched. */
    private void arrange(List<Node> nodes) {
        List<Node> shown = root.getChildren();
        if (shown.size() != nodes.size() || shown.stream().anyMatch(n -> moved(n, nodes))) {
            root.getChildren().setAll(nodes);
            return;
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (shown.get(i) != nodes.get(i)) {
                shown.set(i, nodes.get(i));
            }
        }
    }

    private boolean moved(Node node, List<Node> nodes) {
        int at = nodes.indexOf(node);
        return at >= 0 && at != root.getChildren().indexOf(node);
    }

    private Node card(Criterion criterion) {
        CriterionCard card =
                new CriterionCard(criterion, List.of(), null, unfolded, labelTexts, value -> {});
        card.setId("labeller-" + criterion.id());
        // Only to look at: nothing is rated here.
        card.lookupAll(".rating").forEach(button -> button.setMouseTransparent(true));
        GridPane anchors = new GridPane();
        anchors.setHgap(8);
        anchors.setVgap(3);
        for (ScaleKeys.Choice choice : ScaleKeys.of(criterion.scale())) {
            if (!choice.anchor().isBlank()) {
                Label name = new Label(choice.name());
                name.getStyleClass().add("strong");
                name.setMinWidth(Label.USE_PREF_SIZE);
                Label words = Kit.muted(choice.anchor());
                anchors.addRow(anchors.getRowCount(), name, words);
                GridPane.setHgrow(words, Priority.ALWAYS);
                GridPane.setValignment(name, javafx.geometry.VPos.TOP);
            }
        }
        if (!anchors.getChildren().isEmpty()) {
            card.getChildren().add(anchors);
        }
        return card;
    }
}
