package org.stepwright.ui.rubrics.versions;

import java.text.NumberFormat;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.MigrationPreview;
import org.stepwright.storage.MigrationResult;
import org.stepwright.storage.TouchedLabel;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.LabelQueue;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.kit.TraceTarget;
import org.stepwright.ui.rubrics.versions.VersionChoices.Choice;

/** The labels of one version carried over to another, nothing silently. Use on the UI thread. */
public final class MigrationView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-versions");
    private final MigrationViewModel model;
    private final BorderPane root = new BorderPane();
    private final MoveTable moves;
    private final MoveDetail detail;
    private final FlowPane counts = new FlowPane(28, 8);
    private final Label added = Kit.muted("");
    private final ListView<TouchedLabel> examples = new ListView<>();
    private final VBox notices = new VBox(8);
    private final TaskStrip strip;
    private final Button go;

    /**
     * @param context what the screen got
     * @param versions the published versions of the open rubric
     */
    public MigrationView(ScreenContext context, Supplier<List<RubricVersion>> versions) {
        this.context = context;
        this.model =
                new MigrationViewModel(
                        versions,
                        context.workspace().migrations(),
                        context::annotator,
                        context.tasks(),
                        texts);
        this.moves = new MoveTable(model, texts);
        this.detail = new MoveDetail(model, texts);
        this.strip = new TaskStrip("move-progress", context.tasks().runner());
        this.go = Kit.primary("", this::confirm);
        build();
    }

    private void build() {
        Sheets.add(root, "rubrics-versions");
        root.setId("rubrics-migration");
        go.setId("move-go");
        counts.setId("move-counts");
        added.setId("move-added");
        VBox head = new VBox(12, choosers(), notices, counts);
        head.getStyleClass().add("diff-head");
        root.setTop(head);
        VBox left = new VBox(8, moves.node(), added);
        VBox.setVgrow(moves.node(), Priority.ALWAYS);
        left.getStyleClass().add("move-left");
        root.setCenter(left);
        root.setRight(right());
        VBox foot = new VBox(8, strip.node(), Kit.row(go, Kit.muted(texts.text("move.promise"))));
        foot.getStyleClass().add("move-foot");
        root.setBottom(foot);
        TableView<CriterionMove> table = moves.node();
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> showDetail());
        model.plan().addListener((o, was, is) -> showPlan());
        model.preview().addListener((o, was, is) -> showPlan());
        model.trouble().addListener((o, was, is) -> showNotices());
        model.result().addListener((o, was, is) -> showNotices());
        model.running()
                .addListener(
                        (o, was, is) -> {
                            strip.watch(is);
                            showPlan();
                        });
        showPlan();
    }

    private Node choosers() {
        ComboBox<Choice> from = box("move-from", "move.from");
        ComboBox<Choice> to = box("move-to", "move.to");
        from.valueProperty().bindBidirectional(model.chosen().from());
        to.valueProperty().bindBidirectional(model.chosen().to());
        Label older = Kit.heading(texts.text("move.from"));
        Label newer = Kit.heading(texts.text("move.to"));
        older.setMinWidth(Label.USE_PREF_SIZE);
        newer.setMinWidth(Label.USE_PREF_SIZE);
        older.setLabelFor(from);
        newer.setLabelFor(to);
        return Kit.row(older, from, newer, to);
    }

    private ComboBox<Choice> box(String id, String name) {
        ComboBox<Choice> box =
                Forms.box(
                        id,
                        texts.text(name),
                        c -> texts.text("move.version", c.version().number(), c.labels()));
        box.setItems(model.chosen().choices());
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node right() {
        TouchedCell.fill(examples, texts, model::title, this::openExample);
        VBox.setVgrow(examples, Priority.ALWAYS);
        var top = Kit.scroll(detail.node());
        top.setMinHeight(200);
        top.setPrefHeight(330);
        examples.setPrefHeight(180);
        examples.setMinHeight(110);
        VBox right = new VBox(10, top, Kit.heading(texts.text("move.examples")), examples);
        right.getStyleClass().add("move-right");
        return right;
    }

    private void openExample() {
        TouchedLabel label = examples.getSelectionModel().getSelectedItem();
        if (label != null) {
            context.navigator()
                    .show(
                            "label",
                            new TraceTarget(label.before().traceId(), label.before().step())
                                    .text());
        }
    }

    private void showDetail() {
        CriterionMove move = moves.node().getSelectionModel().getSelectedItem();
        detail.show(move, moves.use(move));
    }

    private void showPlan() {
        MigrationPreview preview = model.preview().get();
        boolean busy = model.running().get() != null;
        counts.getChildren().clear();
        if (preview != null) {
            count("move.count.labels", preview.labels(), "");
            count("move.count.kept", preview.kept(), "");
            count("move.count.renamed", preview.renamed(), "");
            count("move.count.mapped", preview.mapped(), "");
            count("move.count.dropped", preview.dropped(), "danger-text");
            count("move.count.revisit", preview.stepsToRevisit(), "warning-text");
            examples.setPlaceholder(Kit.muted(texts.text("move.examples.none")));
            examples.getItems().setAll(preview.examples());
        } else {
            counts.getChildren()
                    .add(
                            Kit.muted(
                                    texts.text(
                                            model.plan().get() == null ? "move.idle" : "loading")));
            examples.setPlaceholder(Kit.muted(""));
            examples.getItems().clear();
        }
        List<Criterion> fresh = model.plan().get() == null ? List.of() : model.plan().get().added();
        String titles = String.join(", ", fresh.stream().map(Criterion::title).toList());
        added.setText(texts.text("move.added", fresh.size(), titles));
        Kit.show(added, !fresh.isEmpty());
        long labels = preview == null ? 0 : preview.labels();
        go.setText(texts.text("move.go", labels));
        go.setDisable(labels == 0 || busy);
        root.getCenter().setDisable(busy);
        showDetail();
    }

    private void count(String key, long value, String tone) {
        Label number = new Label(NumberFormat.getInstance().format(value));
        number.getStyleClass().add("move-number");
        if (value > 0 && !tone.isEmpty()) {
            number.getStyleClass().add(tone);
        }
        counts.getChildren().add(new VBox(number, Kit.muted(texts.text(key))));
    }

    private void showNotices() {
        notices.getChildren().clear();
        MigrationResult done = model.result().get();
        if (done != null) {
            Button revisit =
                    Kit.button(
                            texts.text("move.revisit"),
                            () -> context.navigator().show("label", LabelQueue.REVISIT));
            revisit.setId("move-revisit");
            Kit.show(revisit, model.waitsForMe());
            notices.getChildren()
                    .add(
                            Kit.banner(
                                    Tone.SUCCESS,
                                    texts.text(
                                            "move.done",
                                            done.labels(),
                                            done.dropped(),
                                            done.stepsToRevisit(),
                                            done.changedMeanwhile(),
                                            model.waitsFor()),
                                    revisit));
        }
        if (!model.trouble().get().isEmpty()) {
            notices.getChildren().add(Kit.banner(Tone.WARNING, model.trouble().get()));
        }
        Kit.show(notices, !notices.getChildren().isEmpty());
    }

    private void confirm() {
        MigrationPreview preview = model.preview().get();
        if (preview == null) {
            return;
        }
        List<String> losses = model.losses();
        String lost =
                losses.isEmpty()
                        ? texts.text("move.confirm.nothing")
                        : texts.text("move.confirm.lost", "• " + String.join("\n• ", losses));
        String title =
                texts.text(
                        "move.confirm",
                        preview.labels(),
                        model.chosen().to().get().version().number());
        String text = lost + "\n\n" + texts.text("move.confirm.undo");
        Runnable move = () -> model.carryOver(context.changes()::announce);
        String yes = texts.text("move.go", preview.labels());
        if (losses.isEmpty()) {
            Button agree =
                    Kit.primary(
                            yes,
                            () -> {
                                context.overlay().close();
                                move.run();
                            });
            agree.setId("overlay-yes");
            context.overlay()
                    .show(
                            title,
                            Kit.body(text),
                            agree,
                            Kit.button(Messages.of("").text("cancel"), context.overlay()::close));
        } else {
            context.overlay().ask(title, text, yes, move);
        }
    }

    /**
     * Chooses two versions; call before the page is shown.
     *
     * @param from the number of the version that the labels were made under
     * @param to the number of the version that they go to
     */
    public void choose(int from, int to) {
        model.chosen().want(from, to);
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.chosen().load();
        moves.node().requestFocus();
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(new KeyHint("Enter", texts.text("move.key.example")));
    }
}
