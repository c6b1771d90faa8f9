package org.stepwright.ui.data.audit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.Shortcut;
import org.stepwright.storage.FindingState;
import org.stepwright.storage.StoredFinding;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.MarkedText;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.Tone;

/** The rows of the current finding, and what can be done about it. */
final class DetailPane {
    private final FxTasks tasks;
    private final DetailReader reader;
    private final Messages texts;
    private final Consumer<AuditKeys.Action> act;
    private final VBox content = new VBox(12);
    private final FlowPane buttons = new FlowPane(8, 8);
    private final VBox root;
    private final ScrollPane scroll;
    private List<Shortcut> shortcuts = List.of();
    private Detail shown;
    private Node meant;
    private int asked;

    DetailPane(FxTasks tasks, DetailReader reader, Messages texts, Consumer<AuditKeys.Action> act) {
        this.tasks = tasks;
        this.reader = reader;
        this.texts = texts;
        this.act = act;
        content.setId("audit-detail");
        content.getStyleClass().add("audit-detail");
        scroll = Kit.scroll(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        buttons.setId("audit-buttons");
        root = new VBox(10, scroll, buttons);
        root.setMinWidth(0);
        HBox.setHgrow(root, Priority.ALWAYS);
    }

    /** What the last audit measured of shortcuts. */
    void shortcuts(List<Shortcut> measured) {
        shortcuts = measured;
    }

    void show(StoredFinding finding) {
        int mine = ++asked;
        if (finding == null) {
            shown = null;
            content.getChildren().setAll(Kit.muted(texts.text("detail.none")));
            buttons.getChildren().clear();
            return;
        }
        if (shown != null && !shown.of().finding().equals(finding.finding())) {
            // Keys must not act on what was there before until the next one is read.
            shown = null;
        }
        tasks.query(
                () -> reader.read(finding),
                detail -> {
                    if (mine == asked) {
                        fill(detail);
                    }
                },
                why -> {
                    if (mine == asked) {
                        shown = null;
                        content.getChildren().setAll(Kit.banner(Tone.DANGER, why));
                        buttons.getChildren().clear();
                    }
                });
    }

    /** What is shown; null when nothing is. */
    Detail shown() {
        return shown;
    }

    private void fill(Detail detail) {
        boolean same = shown != null && shown.of().finding().equals(detail.of().finding());
        shown = detail;
        meant = null;
        AuditFinding finding = detail.of().finding();
        Label message = Kit.body(finding.message());
        message.setId("audit-detail-message");
        message.getStyleClass().add("audit-finding");
        content.getChildren().setAll(message);
        if (detail.of().state() != FindingState.OPEN) {
            String state = FindingList.sign(detail.of().state()) + " ";
            content.getChildren()
                    .add(
                            Kit.row(
                                    Kit.badge(
                                            state + texts.text("state." + detail.of().state()),
                                            Tone.SUCCESS)));
        }
        detail.suggested()
                .ifPresent(
                        v ->
                                content.getChildren()
                                        .add(
                                                Kit.row(
                                                        Kit.badge(
                                                                texts.text(
                                                                        "suggested",
                                                                        DetailReader.sign(v),
                                                                        texts.text("verdict." + v)),
                                                                Tone.ACCENT))));
        if (finding.kind() == FindingKind.SHORTCUT) {
            content.getChildren().add(new ShortcutBars(shortcuts, texts));
        }
        if (!detail.sides().isEmpty()) {
            content.getChildren().add(sides(detail));
        }
        buttons(detail);
        if (!same) {
            scroll.setVvalue(0);
            if (meant != null) {
                Reveal.later(scroll, meant);
            }
        }
    }

    private Node sides(Detail detail) {
        GridPane grid = new GridPane();
        grid.setId("audit-sides");
        grid.setHgap(10);
        grid.setVgap(8);
        int columns = detail.sides().size();
        int first =
                detail.sides().stream()
                        .flatMap(s -> s.steps().stream())
                        .mapToInt(Detail.Line::index)
                        .min()
                        .orElse(0);
        int last = 3 + detail.sides().stream().mapToInt(s -> s.steps().size()).max().orElse(0);
        boolean sameProblem =
                columns > 1
                        && detail.sides()
                                .get(0)
                                .problem()
                                .text()
                                .equals(detail.sides().get(1).problem().text());
        for (int c = 0; c < columns; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
            Detail.Side side = detail.sides().get(c);
            grid.add(head(side, c), c, 0);
            if (!sameProblem || c == 0) {
                String name = texts.text(sameProblem ? "problem.both" : "problem");
                Node problem = text("problem", name, side.problem(), List.of(), false);
                grid.add(problem, c, 1, sameProblem ? columns : 1, 1);
            }
            for (Detail.Line line : side.steps()) {
                Node step =
                        text(
                                "step",
                                texts.text("step", line.index() + 1),
                                line.text(),
                                line.labels(),
                                line.meant());
                grid.add(step, c, 2 + line.index() - first);
                if (line.meant() && c == 0) {
                    meant = step;
                }
            }
            if (side.hidden() > 0) {
                grid.add(Kit.muted(texts.text("steps.hidden", side.hidden())), c, last);
            }
        }
        return grid;
    }

    private Node head(Detail.Side side, int column) {
        Label id = Kit.heading(side.id());
        id.setId("audit-side-" + column);
        String from = side.file().isEmpty() ? "" : texts.text("from", side.file());
        Label file = Kit.muted((side.aside() ? "⊘ " + texts.text("state.ASIDE") + " " : "") + from);
        return new VBox(1, id, file);
    }

    private Node text(
            String style, String name, Detail.Marked text, List<String> labels, boolean meant) {
        MarkedText words = new MarkedText();
        words.show(text.text().isEmpty() ? "∅" : text.text(), text.marks());
        Label head = Kit.muted((meant ? "▶ " : "") + name);
        FlowPane line = new FlowPane(6, 4, head);
        for (String label : labels) {
            Tone tone =
                    label.startsWith("✓")
                            ? Tone.SUCCESS
                            : label.startsWith("✗") ? Tone.DANGER : Tone.WARNING;
            line.getChildren().add(Kit.badge(label, tone));
        }
        VBox box = new VBox(3, line, words);
        box.getStyleClass().addAll("audit-text", "audit-" + style);
        if (meant) {
            box.getStyleClass().add("audit-meant");
        }
        return box;
    }

    private void buttons(Detail detail) {
        buttons.getChildren().clear();
        AuditFinding finding = detail.of().finding();
        boolean open = detail.of().state() == FindingState.OPEN;
        boolean traces = !detail.sides().isEmpty();
        if (open && detail.suggested().isPresent()) {
            add(AuditKeys.Action.DECIDE);
            add(AuditKeys.Action.REVIEW);
        }
        if (open && traces && Cleanup.canSetAside(finding.kind())) {
            add(AuditKeys.Action.ASIDE);
            if (detail.sides().size() > 1) {
                add(AuditKeys.Action.OTHER_ASIDE);
            }
        }
        if (open) {
            add(AuditKeys.Action.DISMISS);
        }
        if (traces) {
            add(AuditKeys.Action.OPEN);
        }
    }

    private void add(AuditKeys.Action action) {
        Button button = Kit.button(texts.text("act." + action), () -> act.accept(action));
        button.setId("audit-act-" + action.name().toLowerCase(java.util.Locale.ROOT));
        button.setGraphic(Kit.keyCap(action.cap()));
        button.setMinWidth(0);
        buttons.getChildren().add(button);
    }

    Node node() {
        return root;
    }
}
