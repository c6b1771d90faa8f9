package org.stepwright.ui.data.audit;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.app.audit.Auditing;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.app.audit.CleanupEffect;
import org.stepwright.audit.AuditFinding;
import org.stepwright.prm.train.Trainer;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.DataTab;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.kit.TraceTarget;

/** What should not be learned from, and what to do about it: audits, fixes, their effect. */
public final class AuditTab implements DataTab {
    private final Messages texts = Messages.of("data-audit");
    private final ScreenContext context;
    private final AuditViewModel audit;
    private final FindingsViewModel findings;
    private final FixesViewModel fixes;
    private final AsideViewModel aside;
    private final FindingList list;
    private final DetailPane detail;
    private final ResultPane result;
    private final VBox messages = new VBox(8);
    private final VBox root;

    /**
     * @param context the open workspace and what a screen needs
     */
    public AuditTab(ScreenContext context) {
        this.context = context;
        Workspace workspace = context.workspace();
        Clock clock = Clock.systemUTC();
        Cleanup cleanup = new Cleanup(workspace, clock);
        audit = new AuditViewModel(workspace, new Auditing(clock), context.tasks(), texts);
        findings = new FindingsViewModel(context.tasks(), workspace.audits());
        aside = new AsideViewModel(context.tasks(), workspace.aside());
        fixes =
                new FixesViewModel(
                        workspace,
                        cleanup,
                        context.tasks(),
                        context::annotator,
                        findings,
                        this::changed,
                        texts);
        EffectViewModel effect =
                new EffectViewModel(
                        context.tasks(), new CleanupEffect(workspace, new Trainer()), texts);
        list = new FindingList(findings, texts);
        detail =
                new DetailPane(
                        context.tasks(),
                        new DetailReader(workspace, cleanup, texts),
                        texts,
                        this::act);
        VBox notes = new VBox(8);
        notes.setId("audit-notes");
        ResultPane.Views views =
                new ResultPane.Views(
                        new KindPane(findings, notes, texts).node(),
                        notes,
                        list.node(),
                        detail.node(),
                        new AsidePane(aside, texts, fixes::takeBack, id -> open(id, -1)).node(),
                        new EffectPane(effect, findings::filter, context.app().tasks(), texts)
                                .node());
        result =
                new ResultPane(
                        audit, findings, fixes, aside, views, this::again, this::askAll, texts);
        root = new VBox(10, messages, body());
        root.setId("data-audit");
        Sheets.add(root, "data-audit");
        audit.whenMade(findings::reload);
        findings.current().addListener((o, was, is) -> detail.show(is));
        audit.summary()
                .addListener(
                        (o, was, is) -> detail.shortcuts(is == null ? List.of() : is.shortcuts()));
        audit.trouble().addListener((o, was, is) -> showTrouble());
        showTrouble();
    }

    private Node body() {
        Node start = new StartPane(audit, context.files(), texts).node();
        Node running = new RunningPane(audit, texts).node();
        StackPane body = new StackPane(start, running, result.node());
        VBox.setVgrow(body, Priority.ALWAYS);
        Runnable show =
                () -> {
                    AuditViewModel.Phase phase = audit.phase().get();
                    Kit.show(start, phase == AuditViewModel.Phase.EMPTY);
                    Kit.show(running, phase == AuditViewModel.Phase.RUNNING);
                    Kit.show(result.node(), phase == AuditViewModel.Phase.RESULT);
                };
        audit.phase().addListener((o, was, is) -> show.run());
        show.run();
        return body;
    }

    private void showTrouble() {
        String why = audit.trouble().get();
        messages.getChildren().clear();
        Kit.show(messages, !why.isEmpty());
        if (!why.isEmpty()) {
            messages.getChildren().add(Kit.banner(Tone.WARNING, why));
        }
    }

    /** The content changed here: lists here and on other screens are read anew. */
    private void changed() {
        if (result.current() == ResultPane.Page.ASIDE) {
            aside.reload();
        } else {
            aside.recount();
        }
        context.changes().announce();
    }

    private void again() {
        Button go =
                Kit.primary(
                        texts.text("go"),
                        () -> {
                            context.overlay().close();
                            audit.run();
                        });
        go.setId("audit-go-again");
        OptionsForm form = new OptionsForm(audit, context.files(), texts);
        Sheets.add(form, "data-audit");
        context.overlay().show(texts.text("again.title"), form, go);
    }

    private void askAll() {
        if (findings.kind().get() == null || !Cleanup.canSetAside(findings.kind().get())) {
            return;
        }
        FindingFilter filter = findings.filter();
        fixes.plan(
                filter,
                counts -> {
                    if (context.overlay().isOpen() || !isSeen()) {
                        // Somebody went on meanwhile; they can ask again.
                        return;
                    }
                    context.overlay()
                            .ask(
                                    texts.text("all.title"),
                                    texts.text(
                                            "all.text",
                                            counts[0],
                                            texts.text("kind." + filter.kind()),
                                            filter.strength(),
                                            counts[1],
                                            counts[2]),
                                    texts.text("all.yes"),
                                    () -> fixes.setAllAside(filter));
                });
    }

    private boolean isSeen() {
        return root.getScene() != null && root.isVisible();
    }

    private void act(AuditKeys.Action action) {
        Detail shown = detail.shown();
        switch (action) {
            case ASIDE -> fixes.setAside(list.selected());
            case OTHER_ASIDE -> {
                if (shown != null && shown.sides().size() > 1) {
                    fixes.setOtherAside(shown.of());
                }
            }
            case DECIDE -> fixes.decide(list.selected());
            case REVIEW -> {
                if (shown != null && shown.suggested().isPresent()) {
                    fixes.review(shown.of());
                }
            }
            case DISMISS -> fixes.dismiss(list.selected());
            case OPEN -> openCurrent();
            case ALL_ASIDE -> askAll();
            case DOWN -> findings.step(1);
            case UP -> findings.step(-1);
            case NEXT_KIND -> findings.stepKind(1);
            case KIND_BEFORE -> findings.stepKind(-1);
            case FILTER -> list.focusFilter();
            case UNDO -> fixes.undo();
            case REDO -> fixes.redo();
        }
    }

    private void openCurrent() {
        Detail shown = detail.shown();
        if (shown != null && !shown.sides().isEmpty()) {
            AuditFinding finding = shown.of().finding();
            open(finding.traceId(), finding.step());
        }
    }

    private void open(String id, int step) {
        context.navigator().show("label", new TraceTarget(id, step).text());
    }

    @Override
    public String id() {
        return "audit";
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
        audit.load();
        aside.recount();
        if (audit.phase().get() == AuditViewModel.Phase.RESULT) {
            findings.refresh(() -> {});
        }
    }

    @Override
    public boolean key(KeyEvent event) {
        if (audit.phase().get() != AuditViewModel.Phase.RESULT || context.overlay().isOpen()) {
            return false;
        }
        var action = AuditKeys.of(event);
        boolean always =
                action.filter(a -> a == AuditKeys.Action.UNDO || a == AuditKeys.Action.REDO)
                        .isPresent();
        if (action.isEmpty() || !always && result.current() != ResultPane.Page.FINDINGS) {
            return false;
        }
        act(action.get());
        return true;
    }

    @Override
    public List<KeyHint> keyHints() {
        return AuditKeys.hints(texts);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.text("go"), "", this::runNow),
                new Command(texts.text("page.ASIDE"), "", () -> result.show(ResultPane.Page.ASIDE)),
                new Command(
                        texts.text("page.EFFECT"), "", () -> result.show(ResultPane.Page.EFFECT)));
    }

    private void runNow() {
        audit.run();
    }

    /** For tools that watch auditing; not for other screens. */
    FindingsViewModel findings() {
        return findings;
    }
}
