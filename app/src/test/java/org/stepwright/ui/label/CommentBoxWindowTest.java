package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.StepLabel;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Messages;

/** Comments that are typed while the trace changes. All on the UI thread, where the pump is too. */
class CommentBoxWindowTest {
    @TempDir Path folder;
    @TempDir Path config;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private RubricPane pane;

    private interface Script {
        void play(LabelFixture f, TextArea comment);
    }

    private void onTheUiThread(Script script) {
        try (TestWindow window = TestWindow.open(config, null, "light", 1280, 800)) {
            window.fx(
                    () -> {
                        try (LabelFixture f = new LabelFixture(folder)) {
                            f.addTraces(2);
                            f.start();
                            f.model.session().forgetReadAhead();
                            pane =
                                    new RubricPane(
                                            f.model,
                                            Messages.of("label"),
                                            new ActionKeys(window.app().settings()),
                                            new Button(),
                                            () -> {});
                            StackPane root = new StackPane(pane);
                            window.stage().setScene(new Scene(root));
                            root.applyCss();
                            root.layout();
                            script.play(f, (TextArea) root.lookup("#label-comment"));
                        }
                        return null;
                    });
        }
    }

    private void release(LabelFixture f) {
        f.queries = Runnable::run;
        held.forEach(Runnable::run);
        f.saved();
    }

    private static StepLabel only(LabelFixture f, String trace) {
        assertThat(f.workspace.labels().of(trace, LabelFixture.ME)).hasSize(1);
        return f.workspace.labels().of(trace, LabelFixture.ME).get(0);
    }

    @Test
    void whatIsTypedWhileTheNextTraceLoadsIsForThatTrace() {
        onTheUiThread(
                (f, comment) -> {
                    f.queries = held::add;
                    f.model.moveTo(3);
                    f.model.giveUp("");
                    pane.comment().type();
                    comment.setText("Nice.");
                    release(f);
                    assertThat(f.openId()).isEqualTo("t1");
                    assertThat(comment.getText()).isEqualTo("Nice.");
                    pane.comment().keep();
                    f.saved();
                    assertThat(only(f, "t1").comment()).isEqualTo("Nice.");
                    assertThat(only(f, "t1").step()).isZero();
                    assertThat(f.workspace.labels().of("t0", LabelFixture.ME)).isEmpty();
                });
    }

    @Test
    void whatWasTypedForAStepStaysThereWhenAnotherTraceComes() {
        onTheUiThread(
                (f, comment) -> {
                    f.model.moveTo(3);
                    pane.comment().type();
                    comment.setText("Off by one.");
                    f.model.open("t1");
                    f.ui.drain();
                    f.saved();
                    f.ui.drain();
                    assertThat(f.openId()).isEqualTo("t1");
                    assertThat(comment.getText()).isEmpty();
                    assertThat(only(f, "t0").comment()).isEqualTo("Off by one.");
                    assertThat(only(f, "t0").step()).isEqualTo(3);
                    assertThat(f.workspace.labels().of("t1", LabelFixture.ME)).isEmpty();
                });
    }
}
