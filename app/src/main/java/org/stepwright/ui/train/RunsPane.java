package org.stepwright.ui.train;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.storage.Run;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The left column: every run, the latest first. */
final class RunsPane {
    private final VBox root = new VBox(10);

    RunsPane(TrainViewModel model, Messages texts, Runnable newRun) {
        Button fresh = Kit.primary(texts.text("new"), newRun);
        fresh.setId("train-new");
        ListView<Run> list = new ListView<>(model.runs());
        list.setId("train-runs");
        list.setAccessibleText(texts.text("runs"));
        list.setPlaceholder(Kit.muted(texts.text("runs.none")));
        list.setCellFactory(l -> new RunCell(texts));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after != null) {
                                model.selected().set(after);
                            }
                        });
        model.selected().addListener((o, before, after) -> list.getSelectionModel().select(after));
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren()
                .addAll(Kit.row(Kit.heading(texts.text("runs")), Kit.spacer(), fresh), list);
        root.getStyleClass().addAll("side-panel", "train-left");
    }

    Node node() {
        return root;
    }

    private static final class RunCell extends ListCell<Run> {
        private final Messages texts;

        RunCell(Messages texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(Run run, boolean empty) {
            super.updateItem(run, empty);
            setText(null);
            if (empty || run == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label name = Kit.heading(sign(run.status()) + "  " + run.name());
            name.getStyleClass().add(tone(run.status()));
            String line = texts.text("run.facts", run.recipe(), when(run), seconds(run));
            Label facts = Kit.muted(line);
            facts.setWrapText(false);
            setAccessibleText(
                    texts.text("run.says", run.name(), texts.text("status." + run.status()), line));
            setGraphic(new VBox(2, name, facts));
            setPrefWidth(0);
        }

        /** Today's runs by the time, older ones by the day. */
        private static String when(Run run) {
            ZonedDateTime at = run.startedAt().atZone(ZoneId.systemDefault());
            boolean today = at.toLocalDate().equals(LocalDate.now());
            return (today
                            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                            : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM))
                    .format(at);
        }

        private static String tone(Run.Status status) {
            return "run-" + status.name().toLowerCase(Locale.ROOT);
        }

        private static String sign(Run.Status status) {
            return switch (status) {
                case SUCCEEDED -> "✓";
                case FAILED -> "✗";
                case CANCELLED -> "–";
                case RUNNING -> "…";
            };
        }

        private String seconds(Run run) {
            if (run.endedAt() == null) {
                return "";
            }
            if (run.status() == Run.Status.CANCELLED) {
                return "";
            }
            long millis = run.endedAt().toEpochMilli() - run.startedAt().toEpochMilli();
            return texts.text("run.seconds", Math.round(millis / 1000.0));
        }
    }
}
