package org.stepwright.ui.rubrics.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.MarkedText;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.TabKey;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.kit.TraceTarget;
import org.stepwright.verify.Finding;

/** What a criterion's verifier says of a real step. Use on the UI thread. */
public final class TryItBox {
    private static final Duration PAUSE = Duration.millis(350);
    private static final int CHARS = 3000;
    private static final int FINDINGS = 12;

    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-tryout");
    private final TryItViewModel model;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final VBox root = Kit.card();
    private final VBox answer = new VBox(8);
    private final Label place = Kit.muted("");
    private final Label agreement = Kit.muted("");
    private final Hyperlink where = new Hyperlink();
    private final HBox walk;
    private final TextField search;
    private ToggleButton failed;

    /**
     * @param context what the screen got
     * @param draft the open draft
     * @param criterionId the criterion whose verifier is tried
     */
    public TryItBox(ScreenContext context, Supplier<Rubric> draft, String criterionId) {
        this.context = context;
        this.model =
                new TryItViewModel(
                        draft,
                        criterionId,
                        context::verifiers,
                        context.workspace().traces(),
                        context.tasks());
        pause.setOnFinished(e -> model.look());
        this.search = Forms.line("try-search", model.search());
        this.walk = walk();
        build();
    }

    private void build() {
        Sheets.add(root, "rubrics-tryout");
        root.setId("try-it");
        search.setPromptText(texts.text("box.search"));
        search.setAccessibleText(texts.text("box.search"));
        HBox.setHgrow(search, Priority.ALWAYS);
        failed = Kit.chip(texts.text("box.failed"));
        failed.setId("try-failed");
        failed.selectedProperty().bindBidirectional(model.failedOnly());
        ToggleButton own = Kit.chip(texts.text("box.own"));
        own.setId("try-own");
        own.selectedProperty().bindBidirectional(model.own());
        VBox fields = ownFields();
        Kit.show(fields, false);
        model.own()
                .addListener(
                        (o, was, is) -> {
                            Kit.show(fields, is);
                            Kit.show(search, !is);
                            Kit.show(failed, !is);
                            refresh();
                        });
        model.failedOnly().addListener((o, was, is) -> refresh());
        model.search().addListener((o, was, is) -> refresh());
        agreement.setId("try-quality");
        answer.setId("try-answer");
        root.getChildren()
                .setAll(
                        Kit.heading(texts.text("box.title")),
                        Kit.row(search, failed, own),
                        fields,
                        walk,
                        answer,
                        agreement);
        model.shown().addListener((o, was, is) -> show());
        model.looking().addListener((o, was, is) -> show());
        model.trouble().addListener((o, was, is) -> show());
        model.quality().addListener((o, was, is) -> showAgreement());
        show();
        showAgreement();
    }

    private HBox walk() {
        Button previous =
                Kit.iconButton(
                        Feather.CHEVRON_LEFT, texts.text("box.previous"), () -> model.go(-1));
        Button next =
                Kit.iconButton(Feather.CHEVRON_RIGHT, texts.text("box.next"), () -> model.go(1));
        previous.setId("try-previous");
        next.setId("try-next");
        place.setId("try-place");
        place.setWrapText(false);
        where.setId("try-where");
        where.setOnAction(
                e -> {
                    Tried tried = model.shown().get();
                    context.navigator()
                            .show("label", new TraceTarget(tried.traceId(), tried.step()).text());
                });
        return Kit.row(previous, next, place, Kit.spacer(), where);
    }

    private VBox ownFields() {
        TextArea problem = area("try-problem", model.problem(), 2);
        TextField reference = Forms.line("try-reference", model.reference());
        TextArea text = area("try-text", model.text(), 3);
        model.reference().addListener((o, was, is) -> refresh());
        return new VBox(
                8,
                Kit.field(texts.text("box.problem"), problem),
                Kit.field(texts.text("box.reference"), reference),
                Kit.field(texts.text("box.text"), text));
    }

    private TextArea area(String id, javafx.beans.property.StringProperty value, int rows) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(value);
        TabKey.leaves(area);
        value.addListener((o, was, is) -> refresh());
        return area;
    }

    /** The criterion or its verifier's options changed: looks again, soon. */
    public void refresh() {
        pause.playFromStart();
    }

    private void show() {
        answer.getChildren().clear();
        Tried tried = model.shown().get();
        boolean real = tried != null && !tried.traceId().isEmpty();
        Kit.show(walk, real);
        if (!model.trouble().get().isEmpty()) {
            answer.getChildren().add(Kit.banner(Tone.WARNING, model.trouble().get()));
            return;
        }
        if (tried == null) {
            answer.getChildren().add(Kit.muted(texts.text(nothing())));
            return;
        }
        place.setText(texts.text("box.place", model.place(), model.count()));
        where.setText(texts.text("box.where", tried.traceId(), tried.step() + 1));
        where.setAccessibleText(texts.text("box.open") + ": " + where.getText());
        answer.getChildren().addAll(step(tried), findings(tried.findings()));
    }

    private String nothing() {
        if (!model.decided()) {
            return "box.no";
        }
        if (model.looking().get()) {
            return "box.loading";
        }
        if (model.own().get()) {
            return "box.own.empty";
        }
        return model.failedOnly().get() ? "box.none.failed" : "box.none";
    }

    private static Node step(Tried tried) {
        boolean cut = tried.text().length() > CHARS;
        String words = cut ? tried.text().substring(0, CHARS) + "…" : tried.text();
        MarkedText text = new MarkedText();
        text.getStyleClass().add("try-step");
        text.show(words, Evidence.marks(words, tried.findings()));
        return text;
    }

    private Node findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Kit.muted(texts.text("box.nothing"));
        }
        List<Node> lines = new ArrayList<>();
        for (Finding finding : findings.subList(0, Math.min(FINDINGS, findings.size()))) {
            Label sign = new Label(finding.holds() ? "✓" : "✗");
            sign.getStyleClass().add(finding.holds() ? "good-sign" : "bad-sign");
            Label message = Kit.body(finding.message());
            HBox.setHgrow(message, Priority.ALWAYS);
            HBox line = Kit.row(sign, message);
            line.setAccessibleText(sign.getText() + " " + finding.message());
            lines.add(line);
        }
        if (findings.size() > FINDINGS) {
            lines.add(Kit.muted(texts.text("box.rest", findings.size() - FINDINGS)));
        }
        return new VBox(4, lines.toArray(Node[]::new));
    }

    private void showAgreement() {
        boolean known = model.quality().get() != null;
        Kit.show(agreement, known);
        if (known) {
            agreement.setText(new Agreement(texts).of(model.quality().get()));
        }
    }

    /**
     * @return its node
     */
    public Node node() {
        return root;
    }
}
