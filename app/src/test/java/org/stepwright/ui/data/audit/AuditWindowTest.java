package org.stepwright.ui.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.audit.AuditOptions;
import org.stepwright.app.audit.Auditing;
import org.stepwright.audit.FindingKind;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.AuditWork;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.label.LabelProbe;
import org.stepwright.work.Progress;

class AuditWindowTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            AuditWork.addTo(workspace, folder);
            AuditOptions quick =
                    AuditOptions.DEFAULT.withChecks(
                            EnumSet.of(
                                    FindingKind.EXACT_DUPLICATE,
                                    FindingKind.LABEL_CONFLICT,
                                    FindingKind.REJECTED_ROW));
            new Auditing(Clock.systemUTC()).audit(workspace, quick, Progress.NONE);
        }
        window = TestWindow.open(folder.resolve("config"), file, "light", 1280, 800);
        showTab();
    }

    private void showTab() {
        window.fx(
                () -> {
                    window.shell().show("data", "audit");
                    return null;
                });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void press(String id) {
        window.fx(
                () -> {
                    ((ButtonBase) window.node(id)).fire();
                    return null;
                });
    }

    private void findings() {
        window.until("copies were found", () -> window.node("audit-kind-exact-duplicate") != null);
        window.until("rows are there", () -> list().getItems().size() == AuditWork.COPIES);
        window.until("the rows are shown", () -> window.node("audit-side-1") != null);
    }

    @SuppressWarnings("unchecked")
    private ListView<StoredFinding> list() {
        return (ListView<StoredFinding>) window.node("audit-list");
    }

    private String current() {
        return list().getSelectionModel().getSelectedItem().finding().traceId();
    }

    private Workspace workspace() {
        return window.shell().workspace();
    }

    @Test
    void oneKeySetsACopyAsideGoesToTheNextAndUndoTakesItBack() {
        findings();
        long before = workspace().traces().count(TraceFilter.ALL, "");
        String first = window.fx(this::current);
        window.keys(KeyCode.A);
        window.until("it is aside", () -> workspace().aside().isAside(first));
        window.until("the next is current", () -> !first.equals(current()));
        assertThat(workspace().traces().count(TraceFilter.ALL, "")).isEqualTo(before - 1);
        window.until("it is said", () -> window.node("audit-said") != null);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is back", () -> !workspace().aside().isAside(first));
        window.keys(KeyCode.CONTROL, KeyCode.Y);
        window.until("it is aside again", () -> workspace().aside().isAside(first));
        press("audit-page-aside");
        window.until(
                "it is listed",
                () -> ((ListView<?>) window.node("audit-aside-list")).getItems().size() == 1);
        window.fx(
                () -> {
                    ((ListView<?>) window.node("audit-aside-list")).getSelectionModel().select(0);
                    return null;
                });
        press("audit-take-back");
        window.until("it is taken back", () -> !workspace().aside().isAside(first));
    }

    @Test
    void allOfAKindAreSetAsideOnlyAfterAQuestion() {
        findings();
        window.keys(KeyCode.SHIFT, KeyCode.A);
        window.until("it is asked", () -> window.node("overlay-yes") != null);
        assertThat(workspace().aside().count()).isZero();
        press("overlay-yes");
        window.until("all are aside", () -> workspace().aside().count() == AuditWork.COPIES);
        window.until(
                "none is open",
                () ->
                        window.node("audit-kind-exact-duplicate")
                                .getAccessibleText()
                                .contains("0 open of 24"));
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("all are back", () -> workspace().aside().count() == 0);
    }

    @Test
    void lettersTypedIntoTheFilterDoNothingElse() {
        findings();
        window.keys(KeyCode.SLASH);
        window.until("the filter has the keyboard", () -> window.node("audit-filter").isFocused());
        window.keys(KeyCode.D);
        window.keys(KeyCode.A);
        window.fx(
                () -> {
                    ((TextField) window.node("audit-filter")).setText("copy-7");
                    return null;
                });
        window.until("one is left", () -> list().getItems().size() == 1);
        assertThat(workspace().aside().count()).isZero();
        assertThat(workspace().audits().lastDismissed("ana")).isEmpty();
    }

    @Test
    void enterOpensTheTraceInLabel() {
        findings();
        String first = window.fx(this::current);
        window.fx(
                () -> {
                    list().requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("Label is shown", () -> window.shell().current().id().equals("label"));
        LabelProbe probe = window.fx(() -> new LabelProbe(window.shell().current()));
        window.until("the trace is open", () -> first.equals(probe.traceId()));
    }

    @Test
    void theSuggestedVerdictBecomesADecision() {
        findings();
        press("audit-kind-label-conflict");
        window.until("a verdict is suggested", () -> window.node("audit-act-decide") != null);
        StoredFinding first = window.fx(() -> list().getSelectionModel().getSelectedItem());
        window.keys(KeyCode.V);
        window.until(
                "it is decided",
                () ->
                        workspace().labels().of(first.finding().traceId()).stream()
                                .anyMatch(
                                        l ->
                                                l.step() == first.finding().step()
                                                        && l.annotator().equals("ana")));
        window.until(
                "the next is current",
                () -> !first.equals(list().getSelectionModel().getSelectedItem()));
    }

    @Test
    void anotherAuditIsMadeAsTheOptionsSay() {
        findings();
        press("audit-again");
        window.until("it is asked how", () -> window.node("audit-go-again") != null);
        press("audit-check-label-conflict");
        press("audit-check-exact-duplicate");
        press("audit-go-again");
        window.until(
                "only rejected rows were looked for",
                () ->
                        window.node("audit-kind-exact-duplicate") == null
                                && window.node("audit-kind-rejected-row") != null);
        assertThat(workspace().audits().counts()).hasSize(1);
    }

    @Test
    void anEmptyWorkspaceSaysWhatAnAuditIs() {
        findings();
        window.close();
        Path empty = folder.resolve("empty.stepwright");
        Workspace.create(empty).close();
        window = TestWindow.open(folder.resolve("other"), empty, "dark", 1280, 800);
        showTab();
        window.until("it can be begun", () -> window.node("audit-start").isVisible());
        press("audit-go");
        window.until("nothing is said", () -> window.node("audit-result").isVisible());
        assertThat(workspace().audits().last()).isPresent();
    }

    @Test
    void whatAKindMeansIsSaidInWords() {
        findings();
        press("audit-kind-rejected-row");
        window.until(
                "it is said",
                () ->
                        ((Label) window.node("audit-kind-what"))
                                .getText()
                                .startsWith("Rows of imported files"));
        assertThat(window.fx(() -> window.shell().current().keyHints()))
                .anyMatch(h -> h.keys().equals("Ctrl Z"))
                .anyMatch(h -> h.what().equals("Dismiss"));
    }
}
