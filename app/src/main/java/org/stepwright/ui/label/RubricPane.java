package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.RubricHead;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.CriterionCard;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;

/** The right panel: stage and criteria of the current step, kinds of error, comment. */
final class RubricPane extends VBox {
    static final double WIDTH = 308;

    /** What the criteria and kinds are drawn from; nothing else makes them be drawn again. */
    private record Drawn(RubricVersion version, int step, StepLabel label, StepFacts facts) {}

    private final LabelViewModel model;
    private final TraceSession session;
    private final Messages texts;
    private final ActionKeys keys;
    private final Button toRubrics;
    private final Runnable left;
    private final ComboBox<RubricHead> choice = new ComboBox<>();
    private final VBox noRubric = new VBox();
    private final VBox criteria = new VBox(10);
    private final FlowPane kinds = new FlowPane(6, 6);
    private final VBox kindsBox = new VBox(6);
    private final CommentBox comment;
    private final RatingCursor cursor;
    private final ScrollPane scroll;
    private Drawn drawn;
    private final Set<String> unfolded = new HashSet<>();
    private boolean filling;

    /**
     * @param left called when rating or commenting by keys is over
     */
    RubricPane(
            LabelViewModel model,
            Messages texts,
            ActionKeys keys,
            Button toRubrics,
            Runnable left) {
        this.keys = keys;
        this.model = model;
        this.session = model.session();
        this.texts = texts;
        this.toRubrics = toRubrics;
        this.left = left;
        comment = new CommentBox(session, model.actions(), texts, keys, left);
        cursor = new RatingCursor(kindsBox, model.actions()::toggleErrorKind, this::reveal);
        getStyleClass().add("rubric-pane");
        setId("label-rubric");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        kindsBox.getStyleClass().setAll("kinds-box");
        kindsBox.getChildren().setAll(Kit.heading(texts.text("kinds")), kinds);
        // The parts stay in place: a comment field that is taken out loses the keyboard.
        VBox content = new VBox(10, choice, noRubric, criteria, kindsBox, comment);
        content.getStyleClass().add("rubric-content");
        scroll = Kit.scroll(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        buildChoice();
        session.current().addListener((o, was, is) -> stepChanged());
        session.rows().addListener((ListChangeListener<StepRow>) c -> draw());
        session.cursor().candidate().addListener((o, was, is) -> draw());
        model.rubric().version().addListener((o, was, is) -> rubricChanged());
        model.rubric()
                .published()
                .addListener((ListChangeListener<RubricHead>) c -> rubricChanged());
        rubricChanged();
    }

    private void buildChoice() {
        choice.setId("label-rubric-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPromptText(texts.text("rubric.choose"));
        choice.setAccessibleText(texts.text("rubric.choose"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(RubricHead head) {
                        return head == null ? "" : head.title() + " v" + head.latestVersion();
                    }

                    @Override
                    public RubricHead fromString(String text) {
                        return null;
                    }
                });
        choice.setOnAction(
                e -> {
                    if (!filling && choice.getValue() != null) {
                        model.chooseRubric(choice.getValue().rubricId());
                        left.run();
                    }
                });
    }

    private void fillChoice(List<RubricHead> published, RubricVersion version) {
        filling = true;
        choice.getItems().setAll(published);
        choice.setValue(
                version == null
                        ? null
                        : published.stream()
                                .filter(h -> h.rubricId().equals(version.rubric().id()))
                                .findFirst()
                                .orElse(null));
        filling = false;
        Kit.show(choice, !published.isEmpty());
    }

    private void rubricChanged() {
        List<RubricHead> published = model.rubric().published();
        RubricVersion version = model.rubric().version().get();
        fillChoice(published, version);
        boolean some = !published.isEmpty();
        VBox box =
                Kit.card(
                        texts.text("rubric.none"),
                        Kit.muted(texts.text(some ? "rubric.none.choose" : "rubric.none.text")));
        if (!some) {
            box.getChildren().add(toRubrics);
        }
        noRubric.getChildren().setAll(box);
        Kit.show(noRubric, version == null);
        draw();
    }

    private void stepChanged() {
        comment.stepLeft();
        cursor.leave();
        draw();
    }

    private void draw() {
        int step = session.current().get();
        StepRow row = step >= 0 && step < session.rows().size() ? rowAt(step) : null;
        RubricVersion version = model.rubric().version().get();
        if (row != null) {
            comment.show(session.trace().get().id(), session.rows().get(step));
        }
        Drawn next = row == null ? null : new Drawn(version, row.index(), row.label(), row.facts());
        if (next != null && next.equals(drawn)) {
            return;
        }
        drawn = next;
        List<CriterionCard> cards =
                version == null || row == null ? List.of() : criteria(version, row);
        Kit.show(criteria, version != null && row != null);
        List<String> names =
                version == null || row == null ? List.of() : version.rubric().errorKinds();
        kinds(names, row);
        cursor.over(cards, names);
    }

    /** The step as it stands or, where somebody is at one of its alternatives, with that label. */
    private StepRow rowAt(int step) {
        StepRow row = session.rows().get(step);
        int candidate = session.cursor().candidate().get();
        return candidate == 0 || candidate > row.alternatives().size()
                ? row
                : row.labelled(row.alternatives().get(candidate - 1).label());
    }

    private List<CriterionCard> criteria(RubricVersion version, StepRow row) {
        Optional<Stage> stage = row.facts().stage();
        Label title =
                Kit.heading(
                        stage.map(s -> texts.text("step.stage", row.index() + 1, s.title()))
                                .orElse(texts.text("step.only", row.index() + 1)));
        title.getStyleClass().add("rubric-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        List<Node> nodes = new ArrayList<>();
        nodes.add(Kit.row(title, Kit.spacer(), keys.cap("rate")));
        stage.filter(s -> !s.description().isEmpty())
                .ifPresent(s -> nodes.add(Kit.muted(s.description().strip())));
        List<Criterion> asked = new ArrayList<>();
        stage.ifPresent(s -> asked.addAll(s.criteria()));
        asked.addAll(version.rubric().everyStep());
        List<CriterionCard> cards = new ArrayList<>();
        for (Criterion criterion : asked) {
            cards.add(
                    new CriterionCard(
                            criterion,
                            checks(criterion, row),
                            chosen(criterion, row),
                            unfolded,
                            texts,
                            value -> model.actions().rate(criterion.id(), value)));
        }
        nodes.addAll(cards);
        if (cards.isEmpty()) {
            nodes.add(Kit.muted(texts.text("criteria.none")));
        }
        criteria.getChildren().setAll(nodes);
        return cards;
    }

    private static List<Suggestion> checks(Criterion criterion, StepRow row) {
        return row.facts().checks().stream().filter(check -> decides(criterion, check)).toList();
    }

    private static boolean decides(Criterion criterion, Suggestion check) {
        return criterion
                .automatic()
                .map(spec -> TraceReader.SOURCE + spec.name())
                .filter(
                        source ->
                                check.source().equals(source + ":" + criterion.id())
                                        || check.source().equals(source))
                .isPresent();
    }

    private static Double chosen(Criterion criterion, StepRow row) {
        return row.label() == null
                ? null
                : row.label().ratings().stream()
                        .filter(r -> r.criterionId().equals(criterion.id()))
                        .map(Rating::value)
                        .findFirst()
                        .orElse(null);
    }

    private void kinds(List<String> names, StepRow row) {
        kinds.getChildren().clear();
        for (String kind : names) {
            ToggleButton chip = Kit.chip(kind);
            chip.getStyleClass().add("tone-danger");
            chip.setFocusTraversable(false);
            chip.setSelected(row.label() != null && row.label().errorKinds().contains(kind));
            chip.setOnAction(e -> model.actions().toggleErrorKind(kind));
            kinds.getChildren().add(chip);
        }
        Kit.show(kindsBox, !names.isEmpty());
    }

    private void reveal(Node part) {
        Reveal.later(scroll, part);
    }

    /** Puts the keyboard on the comment, in sight. */
    void type() {
        comment.type();
        reveal(comment);
    }

    /** The keyboard while rating. */
    RatingCursor cursor() {
        return cursor;
    }

    /** The comment of the current step. */
    CommentBox comment() {
        return comment;
    }
}
