package org.stepwright.ui.live;

import java.text.NumberFormat;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.trace.StepKind;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The answer, step by step. A card keeps its place and size when its score arrives. */
final class StepsPane {
    /** Rewards nearer to the threshold than this are unsure. */
    static final double SURE = 0.1;

    private final LiveViewModel model;
    private final Messages texts;
    private final VBox cards = new VBox(8);
    private final Label streaming = Kit.body("");
    private final VBox streamingCard;
    private final StackPane root = new StackPane();
    private final ScrollPane scroll;

    StepsPane(LiveViewModel model, Messages texts, Runnable train) {
        this.model = model;
        this.texts = texts;
        streamingCard = Kit.card(streaming);
        streamingCard.getStyleClass().add("raised");
        streamingCard.setId("live-streaming");
        Kit.show(streamingCard, false);
        VBox list = new VBox(8, cards, streamingCard);
        scroll = Kit.scroll(list);
        scroll.setId("live-steps");
        Node empty = empty(train);
        root.getChildren().addAll(empty, scroll);
        model.steps().addListener((ListChangeListener<LiveStep>) this::changed);
        model.pending()
                .addListener(
                        (o, before, text) -> {
                            String shown = text.strip();
                            streaming.setText(shown + " ▍");
                            Kit.show(streamingCard, !shown.isEmpty());
                            Kit.show(empty, shown.isEmpty() && model.steps().isEmpty());
                            if (model.running().get() != null) {
                                scroll.setVvalue(1);
                            }
                        });
        model.threshold().addListener((o, before, after) -> recolour());
        model.steps()
                .addListener(
                        (ListChangeListener<LiveStep>)
                                c ->
                                        Kit.show(
                                                empty,
                                                model.steps().isEmpty()
                                                        && model.running().get() == null));
    }

    /** Without a model the next thing is to train one. */
    private Node empty(Runnable train) {
        Button first = Kit.primary(texts.text("empty.train"), train);
        first.setId("live-train");
        Node noModel =
                Kit.emptyState(
                        Feather.TRENDING_UP,
                        texts.text("empty.model.title"),
                        texts.text("empty.model.text"),
                        first);
        Node ready =
                Kit.emptyState(
                        Feather.ZAP, texts.text("empty.title"), texts.text("empty.text"), null);
        Runnable choose =
                () -> {
                    boolean lacks =
                            model.choices().loaded().get() && model.choices().model().get() == null;
                    Kit.show(noModel, lacks);
                    Kit.show(ready, !lacks);
                };
        model.choices().loaded().addListener((o, before, after) -> choose.run());
        model.choices().model().addListener((o, before, after) -> choose.run());
        choose.run();
        return new StackPane(noModel, ready);
    }

    private void changed(ListChangeListener.Change<? extends LiveStep> change) {
        while (change.next()) {
            if (change.wasReplaced()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    cards.getChildren().set(i, card(i, model.steps().get(i)));
                }
            } else {
                cards.getChildren()
                        .remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    cards.getChildren().add(i, card(i, model.steps().get(i)));
                }
            }
        }
    }

    private void recolour() {
        for (int i = 0; i < model.steps().size(); i++) {
            cards.getChildren().set(i, card(i, model.steps().get(i)));
        }
    }

    private Node card(int index, LiveStep step) {
        Label number = new Label(Integer.toString(index + 1));
        number.getStyleClass().addAll("muted", "step-number");
        number.setMinWidth(24);
        Label text = Kit.body(step.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Label reward = Kit.badge(words(step), tone(step));
        reward.getStyleClass().add("reward");
        reward.setId("live-reward-" + index);
        VBox words = new VBox(4, text);
        if (step.kind() == StepKind.THOUGHT) {
            words.getChildren().add(Kit.row(Kit.badge(texts.text("thought"), Tone.NEUTRAL)));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox card = Kit.card(Kit.row(number, words, reward));
        card.setId("live-step-" + index);
        return card;
    }

    private String words(LiveStep step) {
        if (!step.isScored()) {
            return "…";
        }
        NumberFormat format = NumberFormat.getInstance();
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return sign(tone(step)) + " " + format.format(step.reward());
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case SUCCESS -> "✓";
            case DANGER -> "✗";
            default -> "?";
        };
    }

    /** Under the model's threshold is wrong; within a tenth of it is unsure. */
    private Tone tone(LiveStep step) {
        if (!step.isScored() || model.threshold().get() == null) {
            return Tone.NEUTRAL;
        }
        double distance = step.reward() - model.threshold().get();
        if (Math.abs(distance) < SURE) {
            return Tone.WARNING;
        }
        return distance < 0 ? Tone.DANGER : Tone.SUCCESS;
    }

    /** Moves the answer by most of what is in sight, so that a line or two stays for the eye. */
    void page(int by) {
        double hidden =
                scroll.getContent().getLayoutBounds().getHeight()
                        - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double page = scroll.getViewportBounds().getHeight() * 0.85 / hidden;
            scroll.setVvalue(Math.max(0, Math.min(1, scroll.getVvalue() + by * page)));
        }
    }

    Node node() {
        return root;
    }
}
