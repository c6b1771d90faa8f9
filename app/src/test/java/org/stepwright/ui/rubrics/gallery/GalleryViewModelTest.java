package org.stepwright.ui.rubrics.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Templates;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;

class GalleryViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private final Templates templates = new Templates();
    private final List<Rubric> created = new ArrayList<>();
    private Workspace workspace;
    private GalleryViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        model =
                new GalleryViewModel(
                        templates,
                        workspace,
                        rubric -> {
                            created.add(rubric);
                            workspace.rubrics().saveDraft(rubric);
                        },
                        hand.tasks(),
                        Messages.of("rubrics-gallery"));
        model.load();
        hand.drain();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyBundledTemplateIsShownAndTheFirstIsLookedAt() {
        assertThat(model.shown()).isEqualTo(templates.infos());
        assertThat(model.look().get().info()).isEqualTo(templates.infos().get(0));
    }

    @Test
    void aSearchLeavesWhatMatchesAndLooksAtIt() {
        model.search().set("MATHS");
        hand.drain();
        assertThat(model.shown()).extracting(t -> t.name()).contains("maths-word-problem");
        assertThat(model.shown().size()).isLessThan(templates.names().size());
        assertThat(model.look().get().info()).isEqualTo(model.shown().get(0));
        model.search().set("no such word anywhere");
        hand.drain();
        assertThat(model.shown()).isEmpty();
        assertThat(model.look().get()).isNull();
    }

    @Test
    void aTakenNameGivesACopyUnderAnother() {
        Rubric template = model.look().get().rubric();
        assertThat(model.taken(template)).isFalse();
        model.use();
        assertThat(created).containsExactly(template);
        assertThat(model.taken(template)).isTrue();
        model.use();
        model.load();
        hand.drain();
        model.use();
        assertThat(created)
                .extracting(Rubric::id)
                .containsExactly(template.id(), template.id() + "-2", template.id() + "-3");
        assertThat(created.get(2).stages()).isEqualTo(template.stages());
    }

    @Test
    void samplesGoInOnceAndTheDraftIsThere() {
        model.chosen()
                .set(
                        templates.infos().stream()
                                .filter(t -> templates.hasSamples(t.name()))
                                .findFirst()
                                .orElseThrow());
        hand.drain();
        List<String> said = new ArrayList<>();
        model.useWithSamples(said::add);
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
        long traces = workspace.counts().traces();
        assertThat(traces).isPositive();
        assertThat(created).hasSize(1);
        assertThat(said).singleElement().asString().contains(String.valueOf(traces));
        model.useWithSamples(said::add);
        hand.drain();
        assertThat(workspace.counts().traces()).isEqualTo(traces);
        assertThat(model.running().get()).isNull();
    }

    @Test
    void cancelledNothingIsStarted() {
        model.chosen()
                .set(
                        templates.infos().stream()
                                .filter(t -> templates.hasSamples(t.name()))
                                .findFirst()
                                .orElseThrow());
        hand.drain();
        hand.cancelWhatStarts();
        model.useWithSamples(said -> {});
        hand.drain();
        assertThat(created).isEmpty();
        assertThat(model.running().get()).isNull();
    }
}
