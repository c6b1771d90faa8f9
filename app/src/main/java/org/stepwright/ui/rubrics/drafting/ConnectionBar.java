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

    /**
     * @param context what the screen got
     * @param model who is asked
     * @param texts the texts of this part
     * @param sent what goes to the connection, one sentence
     */
    ConnectionBar(ScreenContext context, ProposalsViewModel model, Messages texts, String sent) {
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
        Node field = new VBox(12, Kit.field(texts.text("connection"), box), Kit.muted(sent));
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
        // Back from Settings, the page is in sight again without having been opened anew.
        root.sceneProperty()
                .addListener(
                        (o, was, is) -> {
                            if (is != null) {
                                load();
                            }
                        });
    }

    /** Reads the connections anew. */
    private void load() {
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
