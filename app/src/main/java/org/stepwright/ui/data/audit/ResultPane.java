package org.stepwright.ui.data.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.app.audit.AuditSummary;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.audit.FindingKind;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The last audit: what it looked at, its findings, what is set aside, and what that changes. */
final class ResultPane {
    /** Its pages. */
    enum Page {
        FINDINGS,
        ASIDE,
        EFFECT
    }

    private final AuditViewModel audit;
    private final FindingsViewModel findings;
    private final FixesViewModel fixes;
    private final AsideViewModel aside;
    private final Messages texts;
    private final Label about = Kit.muted("");
    private final Label what = Kit.body("");
    private final VBox kindHead = new VBox(4);
    private final VBox notes;
    private final HBox said = Kit.row();
    private final ToggleGroup pages = new ToggleGroup();
    private final ToggleButton asideTab;
    private final Button allAside;
    private final VBox root;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(Locale.getDefault())
                    .withZone(ZoneId.systemDefault());

    ResultPane(
            AuditViewModel audit,
            FindingsViewModel findings,
            FixesViewModel fixes,
            AsideViewModel aside,
            Views views,
            Runnable again,
            Runnable setAllAside,
            Messages texts) {
        this.audit = audit;
        this.findings = findings;
        this.fixes = fixes;
        this.aside = aside;
        this.texts = texts;
        notes = views.notes();
        about.setId("audit-about");
        what.setId("audit-kind-what");
        Button redo = Kit.button(texts.text("again"), again);
        redo.setId("audit-again");
        allAside = Kit.button(texts.text("act.ALL_ASIDE"), setAllAside);
        allAside.setId("audit-all-aside");
        allAside.setGraphic(Kit.keyCap(AuditKeys.Action.ALL_ASIDE.cap()));
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        kindHead.getChildren().setAll(Kit.row(what, allAside));
        kindHead.getStyleClass().add("audit-kind-head");

        HBox lists = new HBox(14, views.list(), views.detail());
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox right = new VBox(10, kindHead, lists);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox page = new HBox(14, views.kinds(), right);
        page.setId("audit-findings");

        asideTab = tab(Page.ASIDE);
        about.setWrapText(false);
        about.setMinWidth(0);
        about.setMinHeight(0);
        HBox head =
                Kit.row(tab(Page.FINDINGS), asideTab, tab(Page.EFFECT), Kit.spacer(), about, redo);
        StackPane stack = new StackPane(page, views.aside(), views.effect());
        VBox.setVgrow(stack, Priority.ALWAYS);
        pages.selectedToggleProperty()
                .addListener(
                        (o, was, is) -> {
                            if (is == null) {
                                pages.selectToggle(was);
                                return;
                            }
                            Kit.show(page, current() == Page.FINDINGS);
                            Kit.show(views.aside(), current() == Page.ASIDE);
                            Kit.show(views.effect(), current() == Page.EFFECT);
                            if (current() == Page.ASIDE) {
                                aside.reload();
                            }
                        });
        root = new VBox(10, head, said, stack);
        root.setId("audit-result");
        show(Page.FINDINGS);
        audit.summary().addListener((o, was, is) -> showSummary());
        audit.madeAt().addListener((o, was, is) -> showSummary());
        findings.kind().addListener((o, was, is) -> showKind());
        aside.count().addListener((o, was, is) -> showAside());
        fixes.said().addListener((o, was, is) -> showSaid());
        fixes.trouble().addListener((o, was, is) -> showSaid());
        findings.trouble().addListener((o, was, is) -> showSaid());
        aside.trouble().addListener((o, was, is) -> showSaid());
        showAside();
        showKind();
        showSaid();
    }

    /** The parts that it puts together. */
    record Views(Node kinds, VBox notes, Node list, Node detail, Node aside, Node effect) {}

    private ToggleButton tab(Page page) {
        ToggleButton tab = Kit.chip(texts.text("page." + page));
        tab.setId("audit-page-" + page.name().toLowerCase(Locale.ROOT));
        tab.setUserData(page);
        tab.setToggleGroup(pages);
        return tab;
    }

    Page current() {
        return pages.getSelectedToggle() == null
                ? Page.FINDINGS
                : (Page) pages.getSelectedToggle().getUserData();
    }

    void show(Page page) {
        pages.getToggles().stream()
                .filter(t -> t.getUserData() == page)
                .forEach(pages::selectToggle);
    }

    private void showAside() {
        asideTab.setText(
                texts.text("page.ASIDE") + " " + texts.text("number", aside.count().get()));
    }

    private void showSummary() {
        AuditSummary summary = audit.summary().get();
        if (summary == null || audit.madeAt().get() == null) {
            return;
        }
        about.setText(
                texts.text(
                        "about",
                        time.format(audit.madeAt().get()),
                        summary.traces(),
                        summary.steps(),
                        summary.labels(),
                        summary.findings(),
                        summary.seconds()));
        about.setTooltip(new Tooltip(about.getText()));
        notes.getChildren().clear();
        summary.notes().forEach(n -> notes.getChildren().add(Kit.muted(n)));
        if (summary.findings() == 0) {
            notes.getChildren().add(Kit.banner(Tone.SUCCESS, "✓ " + texts.text("nothing")));
        }
    }

    private void showKind() {
        FindingKind kind = findings.kind().get();
        Kit.show(kindHead, kind != null);
        if (kind == null) {
            return;
        }
        what.setText(texts.text("what." + kind));
        Kit.show(allAside, Cleanup.canSetAside(kind));
    }

    private void showSaid() {
        String trouble =
                List.of(fixes.trouble().get(), findings.trouble().get(), aside.trouble().get())
                        .stream()
                        .filter(t -> !t.isEmpty())
                        .findFirst()
                        .orElse("");
        String sentence = trouble.isEmpty() ? fixes.said().get() : trouble;
        said.getChildren().clear();
        Kit.show(said, !sentence.isEmpty());
        if (!sentence.isEmpty()) {
            HBox banner = Kit.banner(trouble.isEmpty() ? Tone.ACCENT : Tone.DANGER, sentence);
            banner.setId("audit-said");
            HBox.setHgrow(banner, Priority.ALWAYS);
            said.getChildren().add(banner);
        }
    }

    Node node() {
        return root;
    }
}
