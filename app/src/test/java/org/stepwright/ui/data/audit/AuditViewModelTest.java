package org.stepwright.ui.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.audit.Auditing;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.audit.FindingKind;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.AuditWork;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;

class AuditViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Workspace workspace;
    private AuditViewModel model;
    private int made;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        AuditWork.addTo(workspace, folder);
        model = fresh();
        model.load();
        hand.drain();
    }

    private AuditViewModel fresh() {
        AuditViewModel fresh =
                new AuditViewModel(
                        workspace,
                        new Auditing(Clock.systemUTC()),
                        hand.tasks(),
                        Messages.of("data-audit"));
        fresh.whenMade(() -> made++);
        return fresh;
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void anAuditIsMadeAndTheNextOneIsMadeTheSameWay() {
        assertThat(model.phase().get()).isEqualTo(AuditViewModel.Phase.EMPTY);
        model.checks().retainAll(List.of(FindingKind.EXACT_DUPLICATE, FindingKind.REJECTED_ROW));
        model.near().set(0.9);
        model.run();
        hand.drain();
        assertThat(model.phase().get()).isEqualTo(AuditViewModel.Phase.RESULT);
        assertThat(model.summary().get().findings()).isEqualTo(AuditWork.COPIES + AuditWork.BROKEN);
        assertThat(made).isEqualTo(1);
        AuditViewModel later = fresh();
        later.load();
        hand.drain();
        assertThat(later.phase().get()).isEqualTo(AuditViewModel.Phase.RESULT);
        assertThat(later.options()).isEqualTo(model.options());
        assertThat(later.near().get()).isEqualTo(0.9);
    }

    @Test
    void stoppedOrFailedItSaysSoAndShowsTheLastOne() {
        model.benchmarks().add(folder.resolve("missing.jsonl"));
        model.run();
        hand.drain();
        assertThat(model.phase().get()).isEqualTo(AuditViewModel.Phase.EMPTY);
        assertThat(model.trouble().get()).contains("missing.jsonl").contains("is not there");
        model.benchmarks().clear();
        hand.cancelWhatStarts();
        model.run();
        hand.drain();
        assertThat(model.trouble().get()).startsWith("Stopped by you.");
        assertThat(model.phase().get()).isEqualTo(AuditViewModel.Phase.EMPTY);
        assertThat(model.running().get()).isNull();
        model.checks().clear();
        model.run();
        assertThat(workspace.audits().last()).isEmpty();
    }

    @Test
    void aDetailShowsBothTracesWithWhatDiffersAndWhoSaysWhat() {
        model.checks().retainAll(List.of(FindingKind.NEAR_DUPLICATE, FindingKind.LABEL_CONFLICT));
        model.run();
        hand.drain();
        Messages texts = Messages.of("data-audit");
        DetailReader reader =
                new DetailReader(workspace, new Cleanup(workspace, Clock.systemUTC()), texts);
        StoredFinding near =
                all(FindingKind.NEAR_DUPLICATE).stream()
                        .filter(
                                f ->
                                        (f.finding().traceId() + f.finding().other())
                                                .contains("near-"))
                        .findFirst()
                        .orElseThrow();
        Detail copy = reader.read(near);
        assertThat(copy.sides()).hasSize(2);
        assertThat(copy.sides().stream().flatMap(s -> s.steps().stream()))
                .anyMatch(line -> !line.text().marks().isEmpty())
                .anyMatch(line -> line.text().marks().isEmpty());
        assertThat(copy.sides().get(0).problem().marks()).isEmpty();
        assertThat(copy.suggested()).isEmpty();
        StoredFinding conflict =
                all(FindingKind.LABEL_CONFLICT).stream()
                        .filter(f -> f.finding().message().contains("di and"))
                        .findFirst()
                        .orElseThrow();
        Detail differ = reader.read(conflict);
        int step = conflict.finding().step();
        assertThat(differ.sides().get(0).steps().get(step).meant()).isTrue();
        assertThat(differ.sides().get(0).steps().get(step).labels())
                .anyMatch(l -> l.contains("di"))
                .anyMatch(l -> l.contains("bo"));
        assertThat(differ.suggested()).isPresent();
    }

    private List<StoredFinding> all(FindingKind kind) {
        return workspace.audits().page(FindingFilter.ALL.withKind(kind), 0, 1_000);
    }
}
