package org.stepwright.ui.rubrics.versions;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.rubrics.versions.DiffViewModel.Side;

/** Two states of a rubric side by side. Use on the UI thread. */
public final class DiffView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-versions");
    private final DiffViewModel model;
    private final BorderPane root = new BorderPane();
    private final ListView<DiffRow> list = new ListView<>();
    private final Label place = Kit.muted("");
    private final VBox notice = new VBox();
    private final ComboBox<Side> left;
    private final ComboBox<Side> right;
    private ToggleButton only;

    /**
     * @param context what the screen got
     * @param versions the published versions of the open rubric
     * @param draft its draft, null when no rubric is open
     */
    public DiffView(
            ScreenContext context, Supplier<List<RubricVersion>> versions, Supplier<Rubric> draft) {
        this.context = context;
        this.model = new DiffViewModel(versions, draft, context.tasks(), texts);
        this.left = box("diff-left", "diff.left");
        this.right = box("diff-right", "diff.right");
        build();
    }

    private ComboBox<Side> box(String id, String name) {
        ComboBox<Side> box = Forms.box(id, texts.text(name), Side::name);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void build() {
        Sheets.add(root, "rubrics-versions");
        root.setId("rubrics-diff");
        left.setItems(model.sides());
        right.setItems(model.sides());
        left.valueProperty().bindBidirectional(model.left());
        right.valueProperty().bindBidirectional(model.right());
        list.setItems(model.rows());
        list.setId("diff-rows");
        list.setAccessibleText(texts.text("diff.list"));
        list.getStyleClass().add("diff-list");
        list.setCellFactory(l -> new DiffCell(l, texts));
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, was, is) -> place.setText(model.place(is.intValue())));
        model.rows().addListener((ListChangeListener<DiffRow>) c -> showState());
        model.compared().addListener((o, was, is) -> showState());
        model.trouble().addListener((o, was, is) -> showState());
        VBox head = new VBox(10, choosers(), marks());
        head.getStyleClass().add("diff-head");
        root.setTop(head);
        root.setCenter(new StackPane(list, notice));
        showState();
    }

    /** Each chooser stands over its side. */
    private Node choosers() {
        Button swap = Kit.iconButton(Feather.REPEAT, texts.text("diff.swap"), model::swap);
        swap.setId("diff-swap");
        Label from = Kit.heading(texts.text("diff.left"));
        Label to = Kit.heading(texts.text("diff.right"));
        from.setMinWidth(Label.USE_PREF_SIZE);
        to.setMinWidth(Label.USE_PREF_SIZE);
        from.setLabelFor(left);
        to.setLabelFor(right);
        return Kit.row(from, left, swap, to, right);
    }

    private Node marks() {
        only = Kit.chip(texts.text("diff.only"));
        only.setId("diff-only");
        only.selectedProperty().bindBidirectional(model.onlyChanges());
        Button previous =
                Kit.iconButton(Feather.ARROW_UP, texts.text("diff.previous"), () -> go(-1));
        Button next = Kit.iconButton(Feather.ARROW_DOWN, texts.text("diff.next"), () -> go(1));
        previous.setId("diff-previous");
        next.setId("diff-next");
        Label counts = Kit.muted("");
        counts.setId("diff-counts");
        counts.textProperty().bind(model.counts());
        place.setId("diff-place");
        Button copy = Kit.button(texts.text("diff.copy"), this::copy);
        copy.setId("diff-copy");
        copy.setGraphic(Kit.icon(Feather.COPY));
        return Kit.row(counts, Kit.spacer(), place, previous, next, only, copy);
    }

    private void showState() {
        boolean bad = !model.trouble().get().isEmpty();
        boolean none = model.sides().size() < 2 || model.left().get() == null;
        boolean same = model.compared().get() && model.same() && model.onlyChanges().get();
        Kit.show(notice, bad || none || same);
        list.setVisible(!notice.isVisible());
        if (!notice.isVisible()) {
            return;
        }
        String key = none ? "diff.single" : "diff.same";
        Node shown =
                bad
                        ? Kit.banner(Tone.DANGER, model.trouble().get())
                        : Kit.emptyState(
                                none ? Feather.GIT_BRANCH : Feather.CHECK,
                                texts.text(key + ".title"),
                                texts.text(key + ".text"),
                                null);
        notice.getChildren().setAll(shown);
    }

    private void go(int direction) {
        int row = model.change(list.getSelectionModel().getSelectedIndex(), direction);
        if (row >= 0) {
            list.getSelectionModel().clearAndSelect(row);
            list.getFocusModel().focus(row);
            list.scrollTo(Math.max(0, row - 2)); // what it stands under stays in sight
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
        context.navigator().say(Tone.SUCCESS, texts.text("diff.copied"));
    }

    /**
     * Compares two states; call once the page is in sight.
     *
     * @param older a version's number, 0 for the draft
     * @param newer a version's number, 0 for the draft
     */
    public void compare(int older, int newer) {
        model.choose(older, newer);
    }

    @Override
    public String title() {
        return texts.text("diff.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        showState();
        if (list.isVisible()) {
            list.requestFocus();
        } else {
            left.requestFocus();
        }
    }

    @Override
    public boolean key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (plain && event.getCode() == KeyCode.F7) {
            go(event.isShiftDown() ? -1 : 1);
            return true;
        }
        if (plain && !event.isShiftDown() && event.getCode() == KeyCode.C) {
            only.fire();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("F7", texts.text("diff.next")),
                new KeyHint("Shift F7", texts.text("diff.previous")),
                new KeyHint("C", texts.text("diff.key.only")));
    }
}
