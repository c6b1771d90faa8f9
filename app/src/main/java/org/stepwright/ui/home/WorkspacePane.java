package org.stepwright.ui.home;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** The open workspace: the way through the work, the next thing, counts. */
final class WorkspacePane extends VBox {
    private final ScreenContext context;
    private final Messages texts;

    WorkspacePane(ScreenContext context, Messages texts, HomeFacts facts, HomeScreen home) {
        super(16);
        this.context = context;
        this.texts = texts;
        Button other = Kit.button(texts.text("open.other"), home::openOther);
        Button create = Kit.button(texts.text("create.button"), home::create);
        create.setId("home-create");
        Button close =
                Kit.button(texts.text("close.workspace"), context.navigator()::closeWorkspace);
        close.setId("home-close");
        getChildren()
                .add(
                        Kit.pageHead(
                                context.workspace().file().getFileName().toString(),
                                String.valueOf(context.workspace().file().getParent()),
                                other,
                                create,
                                close));
        if (facts == null) {
            getChildren().add(Kit.muted(texts.text("loading")));
            return;
        }
        getChildren().addAll(next(facts), way(facts), counts(facts));
    }

    private Node next(HomeFacts facts) {
        NextThing next = facts.next();
        Button go =
                Kit.primary(
                        texts.text("next." + next.key() + ".button"),
                        () -> context.navigator().show(next.screen()));
        go.setId("home-next");
        VBox words =
                new VBox(
                        4,
                        Kit.muted(texts.text("next")),
                        bigger(texts.text("next." + next.key() + ".title")),
                        Kit.muted(texts.text("next." + next.key() + ".text", facts.waiting())));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button audit =
                Kit.button(
                        texts.text("next.audit.button"),
                        () -> context.navigator().show("data", "audit"));
        audit.setId("home-audit");
        Kit.show(audit, facts.auditFirst());
        HBox line = Kit.row(words, audit, go);
        line.setSpacing(24);
        VBox card = Kit.card(line);
        card.getStyleClass().add("next-card");
        return card;
    }

    private static Label bigger(String text) {
        Label label = Kit.heading(text);
        label.getStyleClass().add("next-title");
        return label;
    }

    private Node way(HomeFacts facts) {
        HBox way = Kit.row();
        way.setSpacing(6);
        way.setId("home-way");
        for (NextThing thing : NextThing.values()) {
            if (thing != NextThing.IMPORT) {
                Label arrow = new Label(null, Kit.icon(Feather.CHEVRON_RIGHT));
                arrow.getStyleClass().add("muted");
                way.getChildren().add(arrow);
            }
            boolean done = facts.done(thing);
            boolean now = facts.next() == thing;
            String mark = done ? "✓ " : now ? "● " : "○ ";
            way.getChildren()
                    .add(
                            Kit.badge(
                                    mark + texts.text("way." + thing.key()),
                                    done ? Tone.SUCCESS : now ? Tone.ACCENT : Tone.NEUTRAL));
        }
        return way;
    }

    private Node counts(HomeFacts facts) {
        return new FlowPane(
                12,
                12,
                count("traces", facts.traces(), "data"),
                count("waiting", facts.waiting(), "label"),
                count("steps", facts.steps(), "data"),
                count("labels", facts.labels(), "label"),
                count("rubrics", facts.rubrics(), "rubrics"),
                count("models", facts.models(), "train"));
    }

    private Node count(String what, long number, String screen) {
        Label big = new Label(texts.text("number", number));
        big.getStyleClass().add("count-number");
        Label of = new Label(texts.text("count." + what));
        of.getStyleClass().add("muted");
        VBox card = new VBox(2, big, of);
        Button button = new Button(null, card);
        button.getStyleClass().setAll("button", "panel-card", "count-card");
        button.setAlignment(Pos.TOP_LEFT);
        button.setAccessibleText(texts.text("number", number) + " " + texts.text("count." + what));
        button.setOnAction(e -> context.navigator().show(screen));
        return button;
    }
}
