package org.stepwright.ui.rubrics.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.ui.rubrics.versions.Rubrics.criterion;
import static org.stepwright.ui.rubrics.versions.Rubrics.rubric;
import static org.stepwright.ui.rubrics.versions.Rubrics.stage;
import static org.stepwright.ui.rubrics.versions.Rubrics.version;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;

class DiffViewModelTest {
    private final Rubric first =
            rubric(List.of(), stage("read", "Read", criterion("a", "A", "One.", 1)));
    private final Rubric second =
            rubric(List.of(), stage("read", "Read", criterion("a", "A", "Two.", 2)));
    private final Rubric third =
            rubric(List.of(), stage("read", "Read on", criterion("a", "A", "Two.", 2)));
    private final ByHand hand = new ByHand();
    private final List<RubricVersion> versions =
            new ArrayList<>(List.of(version(1, first), version(2, second)));
    private Rubric draft = third;
    private final DiffViewModel model =
            new DiffViewModel(
                    () -> versions, () -> draft, hand.tasks(), Messages.of("rubrics-versions"));

    @Test
    void theLatestVersionIsComparedWithTheDraftUntilSomethingElseIsChosen() {
        load();
        assertThat(model.left().get().number()).isEqualTo(2);
        assertThat(model.right().get().number()).isZero();
        assertThat(model.rows()).extracting(DiffRow::after).containsExactly("Read on");
        model.choose(1, 2);
        hand.drain();
        assertThat(model.rows()).filteredOn(DiffRow::stop).hasSize(2);
        load();
        assertThat(model.left().get().number()).as("still chosen").isEqualTo(1);
    }

    @Test
    void justPublishedTheLatestVersionIsComparedWithTheOneBefore() {
        draft = second;
        load();
        assertThat(model.left().get().number()).isEqualTo(1);
        assertThat(model.right().get().number()).isEqualTo(2);
    }

    @Test
    void everythingCanBeShownAndTheChangesAreStillTheStops() {
        load();
        int changed = model.rows().size();
        model.onlyChanges().set(false);
        assertThat(model.rows().size()).isGreaterThan(changed);
        int stop = model.change(-1, 1);
        assertThat(model.rows().get(stop).after()).isEqualTo("Read on");
        assertThat(model.change(stop, 1)).isEqualTo(-1);
        assertThat(model.change(-1, -1)).as("the last one from the end").isEqualTo(stop);
        assertThat(model.place(stop)).isNotEmpty();
    }

    @Test
    void withoutAVersionNothingIsCompared() {
        versions.clear();
        load();
        assertThat(model.compared().get()).isFalse();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void anAnswerForSidesThatAreNoLongerChosenIsDropped() {
        hand.hold();
        model.load();
        model.choose(1, 2);
        hand.release();
        hand.drain();
        assertThat(model.rows()).filteredOn(DiffRow::stop).hasSize(2);
    }

    @Test
    void theTextNamesBothSidesAndEachChange() {
        load();
        model.choose(1, 2);
        hand.drain();
        assertThat(model.text())
                .contains("Version 1", "Version 2", "Guidance: One. → Two.", "Weight: 1 → 2");
    }

    private void load() {
        model.load();
        hand.drain();
    }
}
