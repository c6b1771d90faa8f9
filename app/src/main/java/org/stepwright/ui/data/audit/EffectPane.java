package org.stepwright.ui.data.audit;

import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.app.audit.EffectReport;
import org.stepwright.prm.eval.PairedEval;
import org.stepwright.prm.eval.PairedRow;
import org.stepwright.storage.FindingFilter;
import org.stepwright.task.TaskRunner;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;

/** What the clean-up does to a model, before and after, on problems that neither has seen. */
final class EffectPane {
    private final EffectViewModel model;
    private final Messages texts;
    private final VBox result = new VBox(12);
    private final Node root;

    EffectPane(
            EffectViewModel model,
            Supplier<FindingFilter> plan,
            TaskRunner runner,
            Messages texts) {
        this.model = model;
        this.texts = texts;
        Button done = Kit.primary(texts.text("effect.done"), model::measureDone);
        done.setId("audit-effect-done");
        Button planned = Kit.button(texts.text("effect.plan"), () -> model.measurePlan(plan.get()));
        planned.setId("audit-effect-plan");
        done.disableProperty().bind(model.running().isNotNull());
        planned.disableProperty().bind(model.running().isNotNull());
        TaskStrip strip = new TaskStrip("audit-effect-task", runner);
        model.running().addListener((o, was, is) -> strip.watch(is));
        model.report().addListener((o, was, is) -> show());
        model.trouble().addListener((o, was, is) -> show());
        result.setId("audit-effect-result");
        VBox content =
                new VBox(
                        12,
                        Kit.muted(texts.text("effect.what")),
                        new FlowPane(8, 8, done, planned),
                        strip.node(),
                        result);
        content.setMaxWidth(860);
        root = Kit.scroll(content);
        root.setId("audit-effect");
    }

    private void show() {
        result.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            result.getChildren().add(Kit.banner(Tone.WARNING, model.trouble().get()));
        }
        EffectReport report = model.report().get();
        if (report == null) {
            return;
        }
        boolean noise = report.beyondNoise().isEmpty();
        Label verdict = Kit.body(verdict(report));
        verdict.setId("audit-effect-verdict");
        verdict.getStyleClass().add("audit-finding");
        result.getChildren()
                .addAll(
                        verdict,
                        Kit.muted(
                                texts.text(
                                        report.planned() ? "effect.planned" : "effect.left",
                                        report.asideTraces(),
                                        report.decidedSteps(),
                                        report.tracesAfter(),
                                        report.tracesBefore())));
        if (report.asAfter().isEmpty()) {
            result.getChildren()
                    .addAll(
                            table(
                                    texts.text("effect.heldOut", report.heldOut()),
                                    report.asBefore()),
                            Kit.muted(texts.text("effect.same")));
        } else {
            result.getChildren()
                    .addAll(
                            table(
                                    texts.text("effect.clean", report.heldOutClean()),
                                    report.asAfter()),
                            table(texts.text("effect.asWas", report.heldOut()), report.asBefore()));
        }
        result.getChildren()
                .add(
                        Kit.muted(
                                texts.text(
                                        noise ? "effect.how.noise" : "effect.how",
                                        report.seeds())));
    }

    private String verdict(EffectReport report) {
        if (report.beyondNoise().isEmpty()) {
            return texts.text("effect.noise");
        }
        StringBuilder words = new StringBuilder();
        for (String name : report.beyondNoise()) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(
                            texts.text(
                                    report.better(name) ? "effect.better" : "effect.worse",
                                    texts.text("figure." + name)));
        }
        return words.toString();
    }

    private Node table(String title, Map<String, PairedRow> figures) {
        GridPane grid = new GridPane();
        grid.setHgap(28);
        grid.setVgap(6);
        int row = 0;
        heads(grid, row++);
        for (Map.Entry<String, PairedRow> each : figures.entrySet()) {
            PairedRow figure = each.getValue();
            String pattern =
                    each.getKey().equals(PairedEval.F1) ? "figure.percent" : "figure.share";
            Label name = new Label(texts.text("figure." + each.getKey()));
            Label mark = new Label(figure.differs() ? "●" : "≈");
            mark.setAccessibleText(
                    texts.text(figure.differs() ? "effect.differs" : "effect.noise"));
            grid.addRow(
                    row++,
                    name,
                    number(pattern, figure.before()),
                    number(pattern, figure.after()),
                    number(pattern, figure.difference()),
                    range(pattern, figure),
                    mark);
        }
        return Kit.card(title, grid);
    }

    private void heads(GridPane grid, int row) {
        String[] keys = {"", "effect.before", "effect.after", "effect.difference", "effect.range"};
        for (int i = 1; i < keys.length; i++) {
            Label head = Kit.muted(texts.text(keys[i]));
            head.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(head, HPos.RIGHT);
            grid.add(head, i, row);
        }
    }

    private Label number(String pattern, double value) {
        Label label = new Label(Double.isFinite(value) ? texts.text(pattern, value) : "–");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private Label range(String pattern, PairedRow figure) {
        Label label =
                new Label(
                        Double.isFinite(figure.low())
                                ? texts.text(
                                        "figure.range",
                                        texts.text(pattern, figure.low()),
                                        texts.text(pattern, figure.high()))
                                : "–");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    Node node() {
        return root;
    }
}
