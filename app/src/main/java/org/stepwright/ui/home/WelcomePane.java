package org.stepwright.ui.home;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What one sees before any workspace is open: three ways in. */
final class WelcomePane extends VBox {
    WelcomePane(HomeScreen home, Messages texts) {
        super(16);
        Label title = Kit.title(texts.text("welcome"));
        title.getStyleClass().add("hero");
        Button samples = Kit.primary(texts.text("samples.button"), home::openSamples);
        samples.setId("home-samples");
        Button create = Kit.button(texts.text("create.button"), home::create);
        create.setId("home-create");
        Button open = Kit.button(texts.text("open.button"), home::openOther);
        open.setId("home-open");
        FlowPane ways =
                new FlowPane(
                        14,
                        14,
                        way(
                                Feather.GIFT,
                                texts.text("samples"),
                                texts.text("samples.text"),
                                samples),
                        way(
                                Feather.FILE_PLUS,
                                texts.text("create"),
                                texts.text("create.text"),
                                create),
                        way(
                                Feather.FOLDER,
                                texts.text("open.workspace"),
                                texts.text("open.text"),
                                open));
        Label what = Kit.muted(texts.text("welcome.text"));
        what.setMaxWidth(720);
        getChildren().addAll(title, what, ways);
    }

    private static VBox way(Ikon icon, String title, String text, Button button) {
        VBox card =
                Kit.card(
                        Kit.row(Kit.icon(icon), Kit.heading(title)),
                        Kit.muted(text),
                        Kit.spacer(),
                        button);
        card.setPrefSize(290, 168);
        card.setAlignment(Pos.TOP_LEFT);
        return card;
    }
}
