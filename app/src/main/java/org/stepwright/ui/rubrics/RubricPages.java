package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.SubPages;
import org.stepwright.ui.rubrics.drafting.DraftingView;
import org.stepwright.ui.rubrics.drafting.ExamplesView;
import org.stepwright.ui.rubrics.gallery.GalleryView;
import org.stepwright.ui.rubrics.tryout.TryItBox;
import org.stepwright.ui.rubrics.tryout.TryOutView;
import org.stepwright.ui.rubrics.versions.DiffView;
import org.stepwright.ui.rubrics.versions.MigrationView;

/** The pages over the editor. Each is made when it is first asked for and kept. */
final class RubricPages implements CriterionHelp {
    private final ScreenContext context;
    private final RubricsViewModel model;
    private final Messages texts;
    private final SubPages pages;
    private final Supplier<Rubric> draft;
    private final Supplier<List<RubricVersion>> versions;
    private DiffView diff;
    private MigrationView migration;
    private TryOutView tryOut;
    private DraftingView drafting;
    private ExamplesView examples;
    private GalleryView gallery;

    /**
     * @param context what the screen got
     * @param model the rubrics
     * @param texts the screen's texts
     * @param over the screen's root
     */
    RubricPages(ScreenContext context, RubricsViewModel model, Messages texts, StackPane over) {
        this.context = context;
        this.model = model;
        this.texts = texts;
        this.pages = new SubPages(over);
        this.draft = () -> model.editor().draft().get();
        this.versions = () -> List.copyOf(model.editor().versions());
    }

    SubPages pages() {
        return pages;
    }

    /** Whether a page took the key. */
    boolean key(KeyEvent event) {
        return pages.key(event);
    }

    /** Compares the draft with the latest version. */
    void diff() {
        if (diff == null) {
            diff = new DiffView(context, versions, draft);
        }
        pages.open(diff);
    }

    /** Carries labels of older versions over to the latest. */
    void migrate() {
        if (migration == null) {
            migration = new MigrationView(context, versions);
        }
        pages.open(migration);
    }

    /** Runs the draft over real traces. */
    void tryOut() {
        if (tryOut == null) {
            tryOut = new TryOutView(context, draft);
        }
        pages.open(tryOut);
    }

    /** Drafts a rubric from a description. */
    void drafting() {
        if (drafting == null) {
            drafting = new DraftingView(context, draft, this::take, this::createOwn);
        }
        pages.open(drafting);
    }

    /** Shows the templates. */
    void gallery() {
        if (gallery == null) {
            gallery = new GalleryView(context, this::createOwn);
        }
        pages.open(gallery);
    }

    private void examples(String criterionId) {
        if (examples == null) {
            examples = new ExamplesView(context, draft, this::take);
        }
        examples.choose(criterionId);
        pages.open(examples);
    }

    /** What was taken is seen in the editor, where Undo takes it back. */
    private void take(UnaryOperator<Rubric> change) {
        pages.backToScreen();
        model.editor().editOrSay(change);
    }

    private void createOwn(Rubric rubric) {
        pages.backToScreen();
        model.createFrom(rubric);
    }

    @Override
    public List<Node> levelTools(String criterionId) {
        Button write = Kit.button(texts.text("examples"), () -> examples(criterionId));
        write.setId("criterion-examples");
        return List.of(write);
    }

    @Override
    public List<Node> verifierTools(String criterionId) {
        VBox place = new VBox();
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        Button open =
                Kit.button(
                        texts.text("tryIt"),
                        () -> {
                            TryItBox box = new TryItBox(context, draft, criterionId);
                            place.getChildren().setAll(box.node());
                            box.refresh();
                            follow(place, box);
                        });
        open.setId("criterion-try-it");
        place.getChildren().setAll(open);
        return List.of(place);
    }

    /** Looks again after each edit, as long as the box is on the screen. */
    private void follow(VBox place, TryItBox box) {
        var listener =
                new ChangeListener<DraftView>() {
                    @Override
                    public void changed(
                            ObservableValue<? extends DraftView> o,
                            DraftView before,
                            DraftView after) {
                        if (place.getScene() == null) {
                            model.editor().view().removeListener(this);
                        } else if (before.rubric() != after.rubric()) {
                            box.refresh();
                        }
                    }
                };
        model.editor().view().addListener(listener);
    }

    /** What the search field offers besides the editor's own commands; some need a draft. */
    List<Command> commands() {
        List<Command> always =
                List.of(
                        new Command(texts.text("drafting"), "", this::drafting),
                        new Command(texts.text("gallery"), "", this::gallery));
        if (draft.get() == null) {
            return always;
        }
        List<Command> all =
                new ArrayList<>(
                        List.of(
                                new Command(texts.text("diff"), "Ctrl D", this::diff),
                                new Command(texts.text("try"), "Ctrl T", this::tryOut)));
        if (!versions.get().isEmpty()) {
            all.add(new Command(texts.text("migrate"), "", this::migrate));
        }
        all.addAll(always);
        return all;
    }
}
