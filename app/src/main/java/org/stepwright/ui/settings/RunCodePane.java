package org.stepwright.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.stepwright.app.verify.CodeTests;
import org.stepwright.settings.RunCode;
import org.stepwright.settings.SettingsStore;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/**
 * Whether code that models wrote may run, and by which command. It is only turned on with a command
 * that can be used; the warning is always in sight.
 */
final class RunCodePane extends VBox {
    private final SettingsStore settings;
    private final Messages texts;
    private final Consumer<Runnable> keeper;
    private final CheckBox on = new CheckBox();
    private final TextArea command = new TextArea();
    private final Label trouble = Kit.muted("");

    /**
     * @param settings where it is kept
     * @param texts the texts of the screen
     * @param keeper runs a change of the settings and says it when it fails
     */
    RunCodePane(SettingsStore settings, Messages texts, Consumer<Runnable> keeper) {
        this.settings = settings;
        this.texts = texts;
        this.keeper = keeper;
        on.setId("run-code");
        on.setText(texts.text("code.on"));
        on.setOnAction(e -> keep());
        command.setId("run-code-command");
        command.setPromptText(texts.text("code.command.prompt"));
        command.setPrefRowCount(2);
        command.setWrapText(true);
        command.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                keep();
                            }
                        });
        trouble.setId("run-code-trouble");
        trouble.setManaged(false);
        trouble.setVisible(false);
        getChildren()
                .add(
                        Kit.card(
                                texts.text("code"),
                                Kit.muted(texts.text("code.text")),
                                Kit.banner(Tone.WARNING, CodeTests.WARNING),
                                Kit.field(texts.text("code.command"), command),
                                on,
                                trouble));
    }

    /** Shows what the settings say. */
    void load() {
        show(settings.current().runCode());
        say("");
    }

    private void show(RunCode runCode) {
        command.setText(runCode.command());
        on.setSelected(runCode.on());
    }

    /** Keeps the command in any case; turns it on only with one that works. */
    void keep() {
        String text = command.getText().strip();
        boolean wanted = on.isSelected();
        Optional<String> problem =
                text.isEmpty() && wanted
                        ? Optional.of(texts.text("code.empty"))
                        : Optional.of(text).filter(t -> !t.isEmpty()).flatMap(CodeTests::problem);
        say(problem.orElse(""));
        RunCode next = new RunCode(wanted && problem.isEmpty(), text);
        if (!next.equals(settings.current().runCode())) {
            keeper.accept(() -> settings.update(s -> s.withRunCode(next)));
        }
        on.setSelected(settings.current().runCode().on());
    }

    private void say(String sentence) {
        trouble.setText(sentence);
        trouble.setManaged(!sentence.isEmpty());
        trouble.setVisible(!sentence.isEmpty());
    }
}
