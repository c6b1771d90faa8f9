package org.stepwright.ui.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.MappingStore;
import org.stepwright.storage.format.TableSample;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;

class MappingViewModelTest {
    private static final String ROWS =
            """
            {"case":{"request":"Refund order 7?","answer":"Step 1: Look it up.\\nStep 2: Pay."},"bad":2,"team":"north"}
            {"case":{"request":"Refund order 8?","answer":"Step 1: Look it up.\\nStep 2: Refuse."},"bad":0,"team":"south"}
            {"case":{"request":"Refund order 9?","answer":"Step 1: Ask."},"bad":5,"team":"south"}
            """;

    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private MappingStore store;
    private MappingViewModel model;

    @BeforeEach
    void make() {
        store = new MappingStore(folder.resolve("mappings"));
        model = new MappingViewModel(store, hand.tasks(), Messages.of("mapping"));
    }

    private void open(String name, String text) throws IOException {
        model.open(Files.writeString(folder.resolve(name), text));
        hand.drain();
    }

    @Test
    void aFileOpensWithItsColumnsAndAGuess() throws IOException {
        open("support cases.v2.jsonl", ROWS);
        assertThat(model.kind().get()).isEqualTo(TableSample.Kind.JSON);
        assertThat(model.columns())
                .extracting(ColumnChoice::path)
                .containsExactly("case.request", "case.answer", "bad", "team");
        assertThat(model.columns().get(0).sample()).isEqualTo("Refund order 7?");
        assertThat(model.choices().column(Role.PROBLEM).get()).isEqualTo("case.request");
        assertThat(model.choices().column(Role.STEPS).get()).isEqualTo("case.answer");
        assertThat(model.choices().cut().get()).isEqualTo(StepCut.AUTO);
        assertThat(model.choices().name().get()).isEqualTo("support cases v2");
        assertThat(model.preview().get().rows()).hasSize(3);
        assertThat(model.choices().rolesOf("case.answer")).containsExactly(Role.STEPS);
    }

    @Test
    void everyChoiceShowsAtOnceInTheRows() throws IOException {
        open("rows.jsonl", ROWS);
        model.choices().labels().kind().set(LabelKind.FIRST_ERROR);
        model.choices().labels().base().set(1);
        model.choices().labels().none().set("0");
        model.choices().column(Role.LABELS).set("bad");
        hand.drain();
        assertThat(model.preview().get().rows()).hasSize(2);
        assertThat(model.preview().get().rows().get(0).labels())
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.CORRECT, Verdict.WRONG);
        assertThat(model.preview().get().rejects())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("1 steps"));
        model.choices().cut().set(StepCut.LINES);
        model.choices().column(Role.PROBLEM).set("");
        hand.drain();
        assertThat(model.preview().get()).isNull();
        assertThat(model.missing().get()).contains("problem");
    }

    @Test
    void theLastChoiceWinsWhenRowsAreStillBeingRead() throws IOException {
        open("rows.jsonl", ROWS);
        hand.hold();
        model.choices().cut().set(StepCut.LINES);
        model.choices().column(Role.STEPS).set("team");
        hand.release();
        assertThat(model.preview().get().rows().get(0).trace().stepTexts())
                .containsExactly("north");
    }

    @Test
    void whatIsSavedIsThereForTheNextFile() throws IOException {
        open("rows.jsonl", ROWS);
        model.choices().keepOthers().set(true);
        model.choices().name().set("My cases");
        List<String> done = new ArrayList<>();
        model.save(done::add);
        hand.drain();
        assertThat(done).containsExactly("My cases");
        assertThat(store.require("my cases").metadata()).containsOnlyKeys("bad", "team");
        open("other.jsonl", "{\"a\":1}");
        assertThat(model.saved()).containsExactly("My cases");
        assertThat(model.missing().get()).isNotEmpty();
        model.load("My cases");
        hand.drain();
        assertThat(model.choices().column(Role.PROBLEM).get()).isEqualTo("case.request");
        assertThat(model.preview().get().rows()).isEmpty();
        assertThat(model.preview().get().rejects()).hasSize(1);
    }

    @Test
    void aNameThatNoFileCanHaveIsSaidAndNothingIsSaved() throws IOException {
        open("rows.jsonl", ROWS);
        model.choices().name().set("../secret");
        List<String> done = new ArrayList<>();
        model.save(done::add);
        hand.drain();
        assertThat(done).isEmpty();
        assertThat(model.missing().get()).contains("name");
        assertThat(store.names()).isEmpty();
    }

    @Test
    void cellsCanBeCutAnotherWay() throws IOException {
        open("t.csv", "question;steps\np;['a' 'b']\n");
        assertThat(model.kind().get()).isEqualTo(TableSample.Kind.CSV);
        assertThat(model.preview().get().rows().get(0).trace().stepTexts())
                .containsExactly("a", "b");
        model.choices().separator().set(',');
        hand.drain();
        assertThat(model.columns())
                .extracting(ColumnChoice::path)
                .containsExactly("question;steps");
    }

    @Test
    void aFileWithoutRowsSaysSo() throws IOException {
        open("empty.jsonl", "");
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(model.preview().get()).isNull();
    }
}
