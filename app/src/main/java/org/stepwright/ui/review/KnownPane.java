package org.stepwright.ui.review;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import org.stepwright.agreement.Reliability;
import org.stepwright.agreement.StepConsensus;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** What all labels together suggest for the current step, and how far people can be relied on. */
final class KnownPane extends VBox {
    private static final double SIGN = 74;
    private static final double NAME = 84;

    private final ReviewViewModel model;
    private final Study<Known> known;
    private final Messages texts;
    private final VBox suggestion = new VBox(6);
    private final VBox people = new VBox(6);

    KnownPane(ReviewViewModel model, Study<Known> known, Messages texts) {
        super(16);
        this.model = model;
        this.known = known;
        this.texts = texts;
        suggestion.setId("review-suggestion");
        people.setId("review-reliability");
        getChildren().addAll(suggestion, people);
        known.result().addListener((o, was, is) -> show());
        known.running().addListener((o, was, is) -> show());
        known.trouble().addListener((o, was, is) -> show());
        model.opened().current().addListener((o, was, is) -> show());
        model.opened().columns().addListener((ListChangeListener<Column>) c -> show());
        model.opened().rows().addListener((ListChangeListener<ReviewRow>) c -> show());
        model.namesShown().addListener((o, was, is) -> showPeople());
        show();
    }

    private void show() {
        showSuggestion();
        showPeople();
    }

    private void showSuggestion() {
        OpenTrace open = model.opened();
        int step = open.current().get();
        suggestion
                .getChildren()
                .setAll(
                        Kit.row(
                                Kit.heading(texts.text("suggestion")),
                                Kit.badge(texts.text("suggestion.badge"), Tone.ACCENT)));
        Known now = known.result().get();
        if (now == null) {
            String why = known.trouble().get();
            say(
                    !why.isEmpty()
                            ? why
                            : texts.text(
                                    known.running().get() ? "known.running" : "known.nothing"));
            return;
        }
        Optional<StepConsensus> found =
                step < 0 ? Optional.empty() : now.suggestion(open.id(), step);
        boolean decided =
                step >= 0 && step < open.rows().size() && open.rows().get(step).verdict() != null;
        if (found.isEmpty()) {
            say(texts.text(decided ? "suggestion.decided" : "suggestion.none"));
            return;
        }
        StepConsensus there = found.get();
        for (Verdict verdict : Verdict.values()) {
            double share = there.probability(verdict);
            suggestion
                    .getChildren()
                    .add(
                            Bars.row(
                                    texts.text("verdict." + verdict),
                                    share,
                                    texts.text("percent", share),
                                    Marks.styleClass(verdict),
                                    SIGN));
        }
        say(texts.text("suggestion.by." + now.suggested().rule(), now.verdicts()));
    }

    private void say(String sentence) {
        suggestion.getChildren().add(Kit.muted(sentence));
    }

    private void showPeople() {
        people.getChildren().setAll(Kit.heading(texts.text("reliable")));
        Known now = known.result().get();
        boolean some = false;
        for (Column column : model.opened().columns()) {
            String name = column.voice().name();
            Optional<Reliability> found = now == null ? Optional.empty() : now.reliability(name);
            if (found.isEmpty()) {
                continue;
            }
            some = true;
            String called = model.called(name);
            Reliability r = found.get();
            people.getChildren()
                    .add(
                            Bars.row(
                                    called,
                                    r.accuracy(),
                                    texts.text("percent", r.accuracy()),
                                    "accent",
                                    NAME));
        }
        Kit.show(people, some);
        people.getChildren().add(Kit.muted(texts.text("reliable.text")));
    }
}
