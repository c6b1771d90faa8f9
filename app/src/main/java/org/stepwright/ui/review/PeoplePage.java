package org.stepwright.ui.review;

import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.quality.Drift;
import org.stepwright.quality.SpeedOutlier;
import org.stepwright.tryout.Share;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** Who labels here, and how: pace, reliability, gold traces, steadiness, drift, haste. */
final class PeoplePage extends BorderPane {
    /** As many as somebody looks at. */
    private static final int MOST_FAST = 30;

    private final Study<PeopleFound> study;
    private final Messages texts;
    private final BiConsumer<String, Integer> open;

    /**
     * @param open opens a trace at a step
     */
    PeoplePage(Study<PeopleFound> study, Messages texts, BiConsumer<String, Integer> open) {
        this.study = study;
        this.texts = texts;
        this.open = open;
        setId("review-people");
        study.result().addListener((o, was, is) -> show());
        study.running().addListener((o, was, is) -> show());
        study.trouble().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        PeopleFound found = study.result().get();
        String why = study.trouble().get();
        if (found == null) {
            setCenter(
                    Kit.emptyState(
                            Feather.USERS,
                            texts.text(why.isEmpty() ? "people.running" : "people.failed"),
                            why,
                            null));
        } else if (found.people().isEmpty()) {
            setCenter(
                    Kit.emptyState(
                            Feather.USERS,
                            texts.text("people.none"),
                            texts.text("people.none.text"),
                            null));
        } else {
            setCenter(page(found, why));
        }
    }

    private ScrollPane page(PeopleFound found, String why) {
        VBox content =
                new VBox(
                        16,
                        Kit.pageHead(texts.text("people.title"), texts.text("people.text")),
                        Kit.card(texts.text("people.all"), across(table(found))),
                        fast(found));
        if (!why.isEmpty()) {
            content.getChildren().add(0, Kit.banner(Tone.WARNING, why));
        }
        content.getStyleClass().add("page");
        content.setId("review-people-page");
        return Kit.scroll(content);
    }

    private static Node across(GridPane grid) {
        ScrollPane across = Kit.scroll(grid);
        across.setFitToWidth(false);
        across.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        across.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return across;
    }

    private GridPane table(PeopleFound found) {
        GridPane grid = new GridPane();
        grid.setHgap(22);
        grid.setVgap(8);
        String[] heads = {
            "person", "labels", "traces", "pace", "reliable", "gold", "steady", "drift"
        };
        for (int i = 0; i < heads.length; i++) {
            Label head = Kit.muted(texts.text("people." + heads[i]));
            head.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(head, i == 0 || i == 7 ? HPos.LEFT : HPos.RIGHT);
            grid.add(head, i, 0);
        }
        int line = 1;
        for (PeopleFound.Person person : found.people()) {
            Label name = new Label(Figures.person(person.name(), texts));
            name.setMaxWidth(240);
            grid.add(name, 0, line);
            figure(grid, 1, line, texts.text("count", person.labels()));
            figure(grid, 2, line, texts.text("count", person.traces()));
            figure(
                    grid,
                    3,
                    line,
                    Double.isFinite(person.secondsPerStep())
                            ? texts.text("people.seconds", person.secondsPerStep())
                            : "–");
            figure(grid, 4, line, Figures.percent(person.reliability(), texts));
            figure(grid, 5, line, share(person.gold()));
            figure(grid, 6, line, Figures.number(person.steady(), texts));
            grid.add(drift(person.drift()), 7, line);
            line++;
        }
        return grid;
    }

    private String share(Share share) {
        return share.whole() == 0
                ? "–"
                : texts.text("people.share", share.value(), share.part(), share.whole());
    }

    private Label drift(Drift drift) {
        boolean changed =
                drift.verdicts() == Drift.Finding.CHANGED
                        || drift.agreement() == Drift.Finding.CHANGED;
        boolean few =
                drift.verdicts() == Drift.Finding.NOT_ENOUGH
                        && drift.agreement() == Drift.Finding.NOT_ENOUGH;
        String key =
                few
                        ? "drift.few"
                        : !changed
                                ? "drift.steady"
                                : drift.agreement() == Drift.Finding.CHANGED
                                        ? "drift.agreement"
                                        : "drift.verdicts";
        Label label =
                changed ? Kit.badge(texts.text(key), Tone.WARNING) : new Label(texts.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void figure(GridPane grid, int column, int line, String words) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        grid.add(label, column, line);
    }

    private VBox fast(PeopleFound found) {
        VBox card = Kit.card(texts.text("fast.title"));
        card.setId("review-people-fast");
        card.getChildren()
                .add(
                        Kit.muted(
                                found.tooFast().isEmpty()
                                        ? texts.text("fast.none", found.judged())
                                        : texts.text(
                                                "fast.text",
                                                found.tooFast().size(),
                                                found.judged())));
        for (SpeedOutlier outlier : found.tooFast().stream().limit(MOST_FAST).toList()) {
            Button look =
                    Kit.button(
                            texts.text(
                                    "fast.row",
                                    outlier.traceId(),
                                    Figures.person(outlier.annotator(), texts),
                                    outlier.seconds(),
                                    outlier.characters()),
                            () -> open.accept(outlier.traceId(), 0));
            look.getStyleClass().setAll("hyperlink", "fast-row");
            card.getChildren().add(look);
        }
        return card;
    }
}
