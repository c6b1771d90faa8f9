package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** How the team works: overlap, blindness, consensus, checks, suggestions. Saved as one changes. */
final class TeamPage extends BorderPane {
    private static final double PERCENT = 100;
    private static final double NARROW = 110;

    private final TeamViewModel model;
    private final Messages texts;
    private final List<Consumer<ProjectSettings>> fields = new ArrayList<>();
    private final Label state = Kit.muted("");
    private final VBox banners = new VBox();
    private boolean filling;

    TeamPage(TeamViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        setId("review-team");
        state.setId("review-team-state");
        VBox content =
                new VBox(
                        16,
                        Kit.pageHead(texts.text("team.title"), texts.text("team.text"), state),
                        banners,
                        people(),
                        checks(),
                        suggestions());
        content.getStyleClass().addAll("page", "review-team-page");
        setCenter(Kit.scroll(content));
        model.settings().addListener((o, was, is) -> fill());
        model.saving().addListener((o, was, is) -> tell());
        model.loaded().addListener((o, was, is) -> tell());
        model.trouble().addListener((o, was, is) -> tell());
        fill();
        tell();
    }

    private VBox people() {
        return Kit.card(
                texts.text("team.people"),
                number(
                        "overlap",
                        1,
                        100,
                        1,
                        ProjectSettings::overlap,
                        ProjectSettings::withOverlap),
                check("blind", ProjectSettings::blind, ProjectSettings::withBlind),
                consensus());
    }

    private VBox checks() {
        return Kit.card(
                texts.text("team.checks"),
                percent("gold", ProjectSettings::goldShare, ProjectSettings::withGoldShare),
                number(
                        "screening",
                        0,
                        1000,
                        5,
                        ProjectSettings::screening,
                        ProjectSettings::withScreening),
                percent("repeat", ProjectSettings::repeatShare, ProjectSettings::withRepeatShare),
                number(
                        "repeatAfter",
                        0,
                        3650,
                        1,
                        ProjectSettings::repeatAfterDays,
                        ProjectSettings::withRepeatAfterDays),
                percent("slice", ProjectSettings::sliceShare, ProjectSettings::withSliceShare));
    }

    private VBox suggestions() {
        VBox card = Kit.card(texts.text("team.suggestions"));
        for (String source : List.of("verifier", "model", "judge")) {
            card.getChildren()
                    .add(
                            check(
                                    "shown." + source,
                                    s -> s.shownSources().contains(source),
                                    (s, on) -> s.withShownSources(with(s, source, on))));
        }
        card.getChildren()
                .add(
                        check(
                                "shownAfter",
                                ProjectSettings::shownAfterSubmit,
                                ProjectSettings::withShownAfterSubmit));
        return card;
    }

    private static Set<String> with(ProjectSettings settings, String source, boolean on) {
        Set<String> sources = new TreeSet<>(settings.shownSources());
        if (on) {
            sources.add(source);
        } else {
            sources.remove(source);
        }
        return sources;
    }

    private Node consensus() {
        ComboBox<String> box =
                Forms.box(
                        "team-consensus",
                        texts.text("team.consensus"),
                        rule -> texts.text("consensus." + rule));
        box.getItems().setAll("MAJORITY", "DAWID_SKENE");
        box.setOnAction(
                e -> {
                    if (!filling && box.getValue() != null) {
                        model.change(s -> s.withConsensus(box.getValue()));
                    }
                });
        fields.add(s -> box.setValue(s.consensus()));
        VBox field = Kit.field(texts.text("team.consensus"), box);
        box.setMaxWidth(340);
        return new VBox(3, field, Kit.muted(texts.text("team.consensus.text")));
    }

    private Node check(
            String what,
            Function<ProjectSettings, Boolean> get,
            BiFunction<ProjectSettings, Boolean, ProjectSettings> set) {
        CheckBox box = new CheckBox(texts.text("team." + what));
        box.setId("team-" + what.replace('.', '-'));
        box.setOnAction(e -> model.change(s -> set.apply(s, box.isSelected())));
        fields.add(s -> box.setSelected(get.apply(s)));
        return explained(box, what);
    }

    private Node percent(
            String what,
            Function<ProjectSettings, Double> get,
            BiFunction<ProjectSettings, Double, ProjectSettings> set) {
        return number(
                what,
                0,
                (int) PERCENT,
                1,
                s -> (int) Math.round(get.apply(s) * PERCENT),
                (s, value) ->
                        // a share that is no whole percent stays as it is until it is changed
                        Math.round(get.apply(s) * PERCENT) == value
                                ? s
                                : set.apply(s, value / PERCENT));
    }

    private Node number(
            String what,
            int least,
            int most,
            int by,
            ToIntFunction<ProjectSettings> get,
            BiFunction<ProjectSettings, Integer, ProjectSettings> set) {
        Spinner<Integer> spinner = new Spinner<>(least, most, least, by);
        spinner.setId("team-" + what);
        spinner.setEditable(true);
        spinner.getEditor().setAccessibleText(texts.text("team." + what));
        spinner.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!filling && is != null) {
                                model.change(s -> set.apply(s, is));
                            }
                        });
        spinner.getEditor()
                .textProperty()
                .addListener(
                        (o, was, is) -> {
                            // commitValue throws on what is no number; letters never get in
                            if (!is.matches("[0-9]{0,5}")) {
                                spinner.getEditor().setText(was);
                            }
                        });
        spinner.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                commit(spinner, get);
                            }
                        });
        fields.add(s -> spinner.getValueFactory().setValue(get.applyAsInt(s)));
        VBox field = Kit.field(texts.text("team." + what), spinner);
        spinner.setMaxWidth(NARROW);
        return explained(field, what);
    }

    private void commit(Spinner<Integer> spinner, ToIntFunction<ProjectSettings> get) {
        if (spinner.getEditor().getText().isEmpty()) {
            spinner.getEditor().setText(String.valueOf(get.applyAsInt(model.settings().get())));
        }
        spinner.commitValue();
    }

    private Node explained(Node field, String what) {
        String key = "team." + what + ".text";
        return texts.has(key) ? new VBox(3, field, Kit.muted(texts.text(key))) : field;
    }

    private void fill() {
        filling = true;
        fields.forEach(f -> f.accept(model.settings().get()));
        filling = false;
    }

    private void tell() {
        setDisable(!model.loaded().get());
        state.setText(
                texts.text(
                        model.saving().get()
                                ? "saving"
                                : model.loaded().get() ? "team.saved" : "loading"));
        banners.getChildren().clear();
        String why = model.trouble().get();
        Kit.show(state, why.isEmpty());
        if (!why.isEmpty()) {
            Button retry =
                    Kit.button(
                            texts.text("retry"), model.loaded().get() ? model::save : model::load);
            banners.getChildren().add(Kit.banner(Tone.DANGER, why, retry));
        }
    }
}
