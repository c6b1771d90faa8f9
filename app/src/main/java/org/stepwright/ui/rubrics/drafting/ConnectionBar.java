package org.stepwright.ui.rubrics.drafting;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.stepwright.prm.live.Connection;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** Who is asked; without a connection, what is missing and the way to set one up. */
final class ConnectionBar {
    private static final String KEY = "drafting-connection";

    private final ScreenContext context;
    private final ProposalsViewModel model;
    private final VBox root = new VBox(8);

    ConnectionBar(ScreenContext context, ProposalsViewModel model, Messages texts) {
        this.context = context;
        this.model = model;
        ComboBox<Connection> box =
                Forms.box(
                        "drafting-connection",
                        texts.text("connection"),
                        c ->
                                c.model().isEmpty()
                                        ? c.name()
                                        : texts.text("connection.model", c.name(), c.model()));
        box.setItems(model.connections());
        box.valueProperty().bindBidirectional(model.connection());
        Node field = Kit.field(texts.text("connection"), box);
        Button settings =
                Kit.button(
                        texts.text("connection.settings"),
                        () -> context.navigator().show("settings"));
        settings.setId("drafting-settings");
        Node missing = Kit.banner(Tone.WARNING, texts.text("connection.none"), settings);
        missing.setId("drafting-missing");
        Runnable show =
                () -> root.getChildren().setAll(model.connections().isEmpty() ? missing : field);
        model.connections().addListener((ListChangeListener<Connection>) c -> show.run());
        show.run();
    }

    void load() {
        model.loadConnections(context.app().settings().current().remembered().get(KEY));
    }

    /** The connection that was used is offered first the next time. */
    void remember() {
        String name = model.connection().get().name();
        context.app().settings().update(s -> s.withRemembered(KEY, name));
    }

    Node node() {
        return root;
    }
}
