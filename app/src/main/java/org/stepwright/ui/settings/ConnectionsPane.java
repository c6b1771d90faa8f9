package org.stepwright.ui.settings;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** The list of connections; people have a handful of them. */
final class ConnectionsPane extends VBox {
    private final ScreenContext context;
    private final ConnectionsViewModel model;
    private final Messages texts;
    private final VBox list = new VBox(8);
    private final VBox notes = new VBox(6);

    ConnectionsPane(ScreenContext context, ConnectionsViewModel model, Messages texts) {
        super(10);
        this.context = context;
        this.model = model;
        this.texts = texts;
        getStyleClass().add("panel-card");
        Button add = Kit.button(texts.text("connection.add"), () -> edit(null));
        add.setId("connection-add");
        add.setGraphic(Kit.icon(Feather.PLUS));
        list.setId("connections");
        getChildren()
                .addAll(
                        Kit.row(Kit.heading(texts.text("connections")), Kit.spacer(), add),
                        Kit.muted(texts.text("connections.text")),
                        notes,
                        list);
        model.rows().addListener((ListChangeListener<ConnectionRow>) c -> build());
        model.keyring().addListener((o, was, is) -> showNotes());
        model.trouble().addListener((o, was, is) -> showNotes());
        build();
    }

    private void showNotes() {
        notes.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            notes.getChildren().add(Kit.banner(Tone.WARNING, model.trouble().get()));
        }
        if (!model.keyring().get().isEmpty()) {
            notes.getChildren().add(Kit.muted(model.keyring().get()));
        }
    }

    private void build() {
        list.getChildren().clear();
        if (model.rows().isEmpty()) {
            list.getChildren().add(Kit.muted(texts.text("connections.none")));
        }
        model.rows().forEach(row -> list.getChildren().add(line(row)));
    }

    private Node line(ConnectionRow row) {
        Connection c = row.connection();
        Label name = Kit.heading(c.name());
        HBox head = Kit.row(name, Kit.badge(texts.text("kind." + c.kind()), Tone.NEUTRAL));
        Label detail =
                Kit.muted(
                        c.kind() == ConnectionKind.RECORDED
                                ? c.recording()
                                : c.model() + " · " + c.baseUrl());
        VBox words = new VBox(3, head, detail, key(row));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button test =
                Kit.button(
                        texts.text("test"), () -> model.test(c, texts.text("test.task", c.name())));
        test.setId("connection-test-" + c.name());
        test.setDisable(row.tested() == ConnectionRow.Tested.RUNNING);
        Button edit =
                Kit.iconButton(Feather.EDIT_2, texts.text("edit.says", c.name()), () -> edit(c));
        Button delete =
                Kit.iconButton(
                        Feather.TRASH_2,
                        texts.text("delete.says", c.name()),
                        () ->
                                context.overlay()
                                        .ask(
                                                texts.text("delete.title", c.name()),
                                                texts.text("delete.text"),
                                                texts.text("delete"),
                                                () -> model.delete(c)));
        VBox card = new VBox(6, Kit.row(words, test, edit, delete));
        if (row.tested() != ConnectionRow.Tested.NO) {
            card.getChildren().add(result(row));
        }
        card.getStyleClass().add("connection");
        return card;
    }

    private Node key(ConnectionRow row) {
        if (row.connection().keyName().isEmpty()) {
            return Kit.muted(texts.text("key.needsNone"));
        }
        if (row.keyFrom() == null) {
            return Kit.muted(texts.text("key.looking"));
        }
        String keyName = row.connection().keyName();
        String where =
                switch (row.keyFrom()) {
                    case "keyring" -> texts.text("key.keyring", keyName);
                    case "environment" ->
                            texts.text("key.environment", SystemSecrets.variable(keyName));
                    default -> texts.text("key.missing", SystemSecrets.variable(keyName));
                };
        return Kit.muted(where);
    }

    private Node result(ConnectionRow row) {
        return switch (row.tested()) {
            case RUNNING -> Kit.muted(texts.text("test.running"));
            case WORKS -> Kit.banner(Tone.SUCCESS, "✓ " + row.test());
            default -> Kit.banner(Tone.DANGER, "✗ " + row.test());
        };
    }

    private void edit(Connection connection) {
        new ConnectionForm(context, model, texts, connection).show();
    }
}
