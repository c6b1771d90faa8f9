package org.stepwright.ui.rubrics;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** Asks what changed and publishes the draft. */
final class PublishForm {
    private final ScreenContext context;
    private final RubricsViewModel model;
    private final Messages texts;

    PublishForm(ScreenContext context, RubricsViewModel model, Messages texts) {
        this.context = context;
        this.model = model;
        this.texts = texts;
    }

    void open() {
        DraftEditor editor = model.editor();
        if (editor.draft().get() == null || !editor.differs().get()) {
            String why = editor.draft().get() == null ? "publish.none" : "publish.same";
            context.navigator().say(Tone.NEUTRAL, texts.text(why));
            return;
        }
        TextField note = new TextField();
        note.setId("publish-note");
        note.setPromptText(texts.text("publish.note.prompt"));
        Button go = Kit.primary(texts.text("publish"), () -> publish(note.getText()));
        go.setId("publish-go");
        int findings = editor.findings().size();
        context.overlay()
                .show(
                        texts.text("publish.title", editor.draft().get().title()),
                        new VBox(
                                12,
                                Kit.body(texts.text("publish.text")),
                                Kit.muted(
                                        findings == 0
                                                ? texts.text("publish.clean")
                                                : texts.text("publish.findings", findings)),
                                Kit.field(texts.text("publish.note"), note)),
                        go,
                        Kit.button(Messages.of("").text("cancel"), context.overlay()::close));
    }

    private void publish(String note) {
        context.overlay().close();
        model.publish(
                note,
                version -> {
                    context.changes().announce();
                    context.navigator().say(Tone.SUCCESS, texts.text("published", version.key()));
                });
    }
}
