package org.stepwright.ui.prose;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** What nodes say, for tests. */
final class Shown {
    private Shown() {}

    static void startToolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
    }

    /** All words in their order, formulas as they are read out, blocks on lines of their own. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        add(node, words);
        return words.toString();
    }

    private static void add(Node node, StringBuilder words) {
        if (node instanceof Text text) {
            words.append(text.getText());
        } else if (node instanceof Labeled label) {
            words.append(label.getText()).append(' ');
        } else if (node instanceof FormulaView formula) {
            words.append(formula.getAccessibleText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, words));
            words.append('\n');
        }
    }
}
