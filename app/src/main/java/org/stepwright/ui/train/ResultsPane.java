package org.stepwright.ui.train;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.app.TrainingOutcome;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.storage.Run;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/**
 * The results of one run: what they rest on, the table with its baselines, reliability, worst
 * mistakes.
 */
final class ResultsPane {
    private final Messages texts;
    private final Consumer<String> openTrace;
    private final Runnable export;
    private final VBox root = new VBox(14);

    ResultsPane(Messages texts, Consumer<String> openTrace, Runnable export) {
        this.texts = texts;
        this.openTrace = openTrace;
        this.export = export;
        root.getStyleClass().addAll("page", "train-page");
        root.setId("train-results");
    }

    Node node() {
        return root;
    }

    /**
     * @param run the chosen run; null for none
     * @param outcome its results; null while there are none
     * @param progress stands where the results will be while the run is under way; null when it is
     *     not
     */
    void show(Run run, TrainingOutcome outcome, Node progress) {
        root.getChildren().clear();
        if (run == null) {
            return;
        }
        root.getChildren().add(head(run, outcome));
        if (outcome == null) {
            root.getChildren().add(progress == null ? Kit.body(ended(run)) : progress);
            return;
        }
        FileEval eval = outcome.shown();
        root.getChildren().add(sentence(outcome, eval));
        TwoColumns cards = new TwoColumns();
        ScrollPane table = Kit.scroll(new ResultsTable(texts, run.name(), eval).node());
        table.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED); // a small screen at 200 %
        table.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        cards.add(Kit.card(texts.text("table"), table));
        cards.add(Kit.card(texts.text("reliability"), new Reliability(texts, eval).node()));
        cards.addWide(new WorstMistakes(texts, eval, openTrace).node());
        root.getChildren().add(cards);
    }

    private String ended(Run run) {
        return switch (run.status()) {
            case RUNNING -> texts.text("outcome.LOST");
            case FAILED -> {
                String why = TrainingOutcome.failure(run);
                yield why.isEmpty() ? texts.text("outcome.FAILED") : why;
            }
            case CANCELLED, SUCCEEDED -> texts.text("outcome." + run.status());
        };
    }

    private Node head(Run run, TrainingOutcome outcome) {
        var line = Kit.row(Kit.title(run.name()));
        line.getChildren()
                .add(
                        Kit.badge(
                                texts.text("status." + run.status()),
                                switch (run.status()) {
                                    case SUCCEEDED -> Tone.SUCCESS;
                                    case FAILED -> Tone.DANGER;
                                    case CANCELLED -> Tone.NEUTRAL;
                                    case RUNNING -> Tone.ACCENT;
                                }));
        line.getChildren().add(Kit.badge(run.recipe(), Tone.NEUTRAL));
        if (!run.rubricVersion().isEmpty()) {
            line.getChildren().add(Kit.badge(run.rubricVersion(), Tone.NEUTRAL));
        }
        if (outcome != null) {
            String digest = outcome.datasetSha256();
            line.getChildren()
                    .add(
                            Kit.badge(
                                    texts.text(
                                            "badge.data",
                                            digest.substring(0, Math.min(8, digest.length()))),
                                    Tone.NEUTRAL));
            line.getChildren().add(Kit.spacer());
            var button = Kit.button(texts.text("export"), export);
            button.setGraphic(Kit.icon(Feather.DOWNLOAD));
            button.setId("train-export");
            line.getChildren().add(button);
        }
        return line;
    }

    private Node sentence(TrainingOutcome outcome, FileEval eval) {
        String kind = outcome.heldOut() == null ? "sentence.validation" : "sentence";
        return Kit.muted(
                texts.text(
                        kind,
                        eval.traces(),
                        eval.problems(),
                        Numbers.percent(eval.errorShare()),
                        Numbers.share(eval.threshold()),
                        eval.thresholdRule(),
                        eval.steps(),
                        Numbers.percent(eval.baseRate())));
    }
}
