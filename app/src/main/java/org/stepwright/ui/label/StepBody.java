package org.stepwright.ui.label;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.prose.Prose;
import org.stepwright.ui.prose.ToolText;

/** What a step says, in the way of its kind, and what users and tools said before it. */
final class StepBody extends VBox {
    private static final int CHARS = 1400;
    private static final int LINES = 18;
    private static final int CONTEXT_CHARS = 400;
    private static final int CONTEXT_LINES = 6;
    private static final int CALL_CHARS = 700;
    private static final int CALL_LINES = 12;

    /** More messages before one step than this stand as one text. */
    private static final int MOST_MESSAGES = 20;

    private final Messages texts;
    private final Messages words;
    private final Prose prose;
    private final Folded main;

    /**
     * @param program whether the whole answer is lines of a program
     */
    StepBody(Step step, boolean program, Prose prose, Messages texts, Messages words) {
        super(5);
        this.prose = prose;
        this.texts = texts;
        this.words = words;
        setMinWidth(0);
        if (!step.context().isEmpty()) {
            List<ToolText.Said> said = ToolText.context(step.context());
            if (said.size() > MOST_MESSAGES) {
                said = List.of(new ToolText.Said("", step.context(), false));
            }
            said.forEach(s -> getChildren().add(said(s)));
        }
        if (step.kind() == StepKind.TOOL_CALL) {
            ToolText.Call call = ToolText.call(step.text());
            main = new Folded(call.arguments(), CALL_CHARS, CALL_LINES, prose::code, texts);
            getChildren().add(call(call));
        } else {
            boolean code = program && !step.text().contains("```");
            main = new Folded(step.text(), CHARS, LINES, code ? prose::code : prose::node, texts);
            getChildren().add(main);
        }
    }

    private Node call(ToolText.Call call) {
        VBox box = new VBox(4);
        box.getStyleClass().add("tool-call");
        if (!call.name().isEmpty()) {
            Label name = new Label(call.name(), Kit.icon(Feather.TERMINAL));
            name.getStyleClass().add("tool-name");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(name);
        }
        if (!call.arguments().isEmpty()) {
            box.getChildren().add(main);
        }
        return box;
    }

    private Node said(ToolText.Said said) {
        boolean user = said.speaker().equals("user");
        Label who =
                new Label(
                        said.speaker().isEmpty()
                                ? texts.text("context")
                                : user ? words.text("said.user") : said.speaker(),
                        Kit.icon(user ? Feather.USER : Feather.CORNER_DOWN_RIGHT));
        who.getStyleClass().add(said.code() ? "said-tool" : "said-by");
        who.setMinWidth(0);
        Folded folded =
                new Folded(
                        said.text(),
                        CONTEXT_CHARS,
                        CONTEXT_LINES,
                        said.code() ? prose::code : prose::node,
                        texts);
        VBox box = new VBox(3, new HBox(who), folded);
        box.getStyleClass().add("step-context");
        box.getStyleClass().add(user ? "from-user" : "from-tool");
        return box;
    }

    /** Tells the key that unfolds the step. */
    void cap(Label key) {
        main.cap(key);
    }

    /** Shows the whole text, or its beginning again. */
    void toggle() {
        main.toggle();
    }

    /** Whether there is more than it shows at first. */
    boolean folds() {
        return main.folds();
    }

    /** Tells the key that unfolds, or no longer. */
    void key(boolean works) {
        main.key(works);
    }
}
