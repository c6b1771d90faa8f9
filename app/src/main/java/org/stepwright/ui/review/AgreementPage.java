package org.stepwright.ui.review;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.Estimate;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** How far people agree: all together, and taken apart. */
final class AgreementPage extends BorderPane {
    private final Study<AgreementFound> study;
    private final Messages texts;
    private final Runnable toTeam;

    /**
     * @param toTeam goes where the overlap is set
     */
    AgreementPage(Study<AgreementFound> study, Messages texts, Runnable toTeam) {
        this.study = study;
        this.texts = texts;
        this.toTeam = toTeam;
        setId("review-agreement");
        study.result().addListener((o, was, is) -> show());
        study.running().addListener((o, was, is) -> show());
        study.trouble().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        AgreementFound found = study.result().get();
        String why = study.trouble().get();
        if (found == null) {
            VBox wait =
                    Kit.emptyState(
                            Feather.USERS,
                            texts.text(why.isEmpty() ? "agreement.running" : "agreement.failed"),
                            why,
                            null);
            setCenter(wait);
        } else if (found.study().traces() == 0) {
            Button team = Kit.primary(texts.text("empty.button"), toTeam);
            setCenter(
                    Kit.emptyState(
                            Feather.USERS,
                            texts.text("agreement.none"),
                            texts.text("empty.text"),
                            team));
        } else {
            setCenter(page(found, why));
        }
    }

    private ScrollPane page(AgreementFound found, String why) {
        AgreementStudy s = found.study();
        VBox content =
                new VBox(
                        16,
                        Kit.pageHead(
                                texts.text("agreement.title"),
                                texts.text(
                                        "agreement.sentence",
                                        s.traces(),
                                        s.overall().items(),
                                        s.annotators().size(),
                                        s.draws())),
                        overall(s.overall()));
        if (!why.isEmpty()) {
            content.getChildren().add(0, Kit.banner(Tone.WARNING, why));
        }
        table(content, "byPair", s.byPair(), this::people, true);
        table(content, "byAnnotator", s.byAnnotator(), this::people, false);
        table(
                content,
                "byPosition",
                s.byPosition(),
                r -> texts.text("position." + r.name()),
                false);
        table(content, "byStage", s.byStage(), r -> found.title(r.name()), false);
        table(content, "byCriterion", s.byCriterion(), r -> found.title(r.name()), false);
        content.getStyleClass().add("page");
        content.setId("review-agreement-page");
        return Kit.scroll(content);
    }

    private String people(AgreementRow row) {
        return row.names().stream()
                .map(n -> Figures.person(n, texts))
                .collect(Collectors.joining(" – "));
    }

    private Node overall(AgreementRow all) {
        FlowPane figures = new FlowPane(14, 14);
        figures.getChildren()
                .addAll(
                        figure("same", all.same(), true),
                        figure("kappa", all.kappa(), false),
                        figure("alpha", all.alphaOrdinal(), false),
                        figure("firstError", all.firstError(), true));
        return figures;
    }

    private Node figure(String what, Estimate e, boolean share) {
        Label value =
                new Label(
                        share
                                ? Figures.percent(e.value(), texts)
                                : e.known() ? texts.text("number", e.value()) : "–");
        value.getStyleClass().add("figure");
        String between =
                !e.hasInterval()
                        ? texts.text("interval.none")
                        : share
                                ? texts.text("interval.percent", e.low(), e.high())
                                : texts.text("interval", e.low(), e.high());
        VBox card =
                Kit.card(
                        texts.text("figure." + what),
                        value,
                        Kit.muted(between),
                        new RangeBar(e),
                        Kit.muted(texts.text("figure." + what + ".text")));
        card.setPrefWidth(240);
        card.setMinWidth(220);
        return card;
    }

    private void table(
            VBox content,
            String what,
            List<AgreementRow> rows,
            Function<AgreementRow, String> name,
            boolean firstErrors) {
        if (rows.isEmpty()) {
            return;
        }
        GridPane grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(6);
        boolean rated = what.equals("byCriterion");
        head(grid, 0, texts.text("table." + what), HPos.LEFT);
        head(grid, 1, texts.text("table.n"), HPos.RIGHT);
        head(grid, 2, texts.text("table.traces"), HPos.RIGHT);
        head(grid, 3, texts.text("table.same"), HPos.LEFT);
        head(grid, 4, texts.text(rated ? "table.alpha" : "table.kappa"), HPos.LEFT);
        if (firstErrors) {
            head(grid, 6, texts.text("table.firstError"), HPos.LEFT);
        }
        int line = 1;
        for (AgreementRow row : rows) {
            Estimate main = rated ? row.alphaOrdinal() : row.kappa();
            Label who = new Label(name.apply(row));
            who.setMinWidth(0);
            who.setMaxWidth(260);
            grid.add(who, 0, line);
            grid.add(figureCell(texts.text("count", row.items())), 1, line);
            grid.add(figureCell(texts.text("count", row.traces())), 2, line);
            grid.add(cell(Figures.percent(row.same(), texts)), 3, line);
            grid.add(cell(Figures.number(main, texts)), 4, line);
            grid.add(new RangeBar(main), 5, line);
            if (firstErrors) {
                grid.add(cell(Figures.percent(row.firstError(), texts)), 6, line);
            }
            line++;
        }
        ScrollPane across = Kit.scroll(grid);
        across.setFitToWidth(false);
        across.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        across.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox card = Kit.card(texts.text("card." + what), across);
        if (texts.has("card." + what + ".text")) {
            card.getChildren().add(Kit.muted(texts.text("card." + what + ".text")));
        }
        card.setId("review-agreement-" + what);
        content.getChildren().add(card);
    }

    private static void head(GridPane grid, int column, String words, HPos side) {
        Label label = Kit.muted(words);
        label.setWrapText(false);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, side);
        grid.add(label, column, 0);
    }

    private static Label cell(String words) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label figureCell(String words) {
        Label label = cell(words);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
