package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.access.CurrentUser;
import org.attune.audit.AuditTrail;
import org.attune.catalog.Action;
import org.attune.customer.Attributes;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.IssueBadge;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The editor of one action. What is saved is live at once, as the next revision. */
@Route(value = ActionView.PATH + ":" + ActionView.KEY, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ActionView extends Page implements BeforeEnterObserver, BeforeLeaveObserver {
    private static final long serialVersionUID = 1L;

    static final String KEY = "key";
    static final String PATH = CatalogView.PATH + "/";

    private final transient Strategies strategies;
    private final transient ChangeRequests requests;
    private final transient LiveStrategy live;
    private final transient News news;
    private final transient Clock clock;
    private final transient Formats formats;
    private final transient KillSwitch killSwitch;
    private final transient ActionForm form;
    private final RevisionChip revision;
    private final ActionHistory history;
    private final String who;
    private final Div badges = new Div();
    private final Div notes = new Div();
    private final Span unsaved = new Span(Texts.of("studio.edit.unsaved"));
    private final Span key = new Span();
    private final ActionButton save;
    private final ActionButton toDraft;
    private final ActionButton discard;
    private final ActionButton pause;
    private @Nullable CompiledAction base;
    private boolean filling;
    private @Nullable Registration listening;

    ActionView(
            Strategies strategies,
            ChangeRequests requests,
            LiveStrategy live,
            Attributes attributes,
            AuditTrail trail,
            CurrentUser user,
            News news,
            Clock clock,
            Formats formats,
            JsonMapper json) {
        super(Texts.of("studio.edit"));
        this.strategies = strategies;
        this.requests = requests;
        this.live = live;
        this.news = news;
        this.clock = clock;
        this.formats = formats;
        who = user.username();
        killSwitch = new KillSwitch(strategies, who);
        form = new ActionForm(strategies, attributes, formats, this::changed);
        history = new ActionHistory(trail, json, formats);
        revision = new RevisionChip(strategies, formats);
        save = new ActionButton(
                        Texts.of(requests.secondPerson() ? "revisions.draft.save" : "studio.save"), click -> save())
                .primary()
                .key("Ctrl+S");
        save.getElement().setAttribute("aria-keyshortcuts", "Control+S");
        toDraft = new ActionButton(Texts.of("revisions.draft.save"), click -> draft());
        toDraft.setVisible(!requests.secondPerson());
        discard = new ActionButton(Texts.of("studio.discard"), click -> reload());
        pause = new ActionButton("", click -> pause());
        layOut();
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S).withCtrl().resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S).withMeta().resetFocusOnActiveElement();
    }

    private void layOut() {
        RouterLink back = new RouterLink(CatalogView.class);
        back.add(Icons.CHEVRON_LEFT.create(), new Span(Texts.of("studio.catalog")));
        back.addClassNames("btn", "link");
        badges.addClassName("row");
        notes.addClassName("editor-notes");
        unsaved.addClassNames("badge", "badge-warn");
        key.addClassNames("code", "muted");
        headerStart().addComponentAsFirst(back);
        headerStart().add(badges);
        headerEnd().add(unsaved, discard, pause, toDraft, save);
        Div columns = new Div(form.left(), form.right(history));
        columns.addClassNames("cols", "editor");
        content().addClassName("editor-page");
        content().add(notes, columns);
        footerStart().add(key, revision);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load(event.getRouteParameters().get(KEY).orElse(""));
    }

    private void load(String action) {
        base = compiled(action);
        filling = true;
        form.show(base);
        filling = false;
        notes.removeAll();
        paint();
    }

    private CompiledAction compiled(String action) {
        return live.current().actions().stream()
                .filter(each -> each.action().key().equals(action))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("action", action));
    }

    private CompiledAction shown() {
        CompiledAction known = base;
        if (known == null) {
            throw new IllegalStateException("no action is open");
        }
        return known;
    }

    private void paint() {
        CompiledAction now = shown();
        Action action = now.action();
        setHeading(Words.in(action.title()));
        badges.removeAll();
        ActionState state = ActionState.of(action, now.issue(), LocalDate.now(clock.withZone(formats.zone())));
        badges.add(new IssueBadge(now.issue().key(), Words.in(now.issue().label())), state.badge());
        key.setText(action.key() + " · " + Words.in(now.group().label()));
        pause.setLabel(Texts.of(action.paused() ? "studio.resume" : "studio.pause"));
        revision.refresh();
        history.show(action.key());
        markUnsaved();
    }

    private void changed() {
        if (!filling && base != null) {
            form.explain(typed());
            markUnsaved();
        }
    }

    private Action typed() {
        return form.read(shown().action(), new ArrayList<>());
    }

    private boolean isUnsaved() {
        List<Problem> unreadable = new ArrayList<>();
        return base != null
                && (!form.read(shown().action(), unreadable).equals(shown().action()) || !unreadable.isEmpty());
    }

    private void markUnsaved() {
        boolean is = isUnsaved();
        unsaved.setVisible(is);
        discard.setVisible(is);
        LeaveGuard.unsaved(this, is);
    }

    /** Live at once, or, where a second person approves, into a draft. */
    private void save() {
        if (requests.secondPerson()) {
            draft();
        } else {
            typedChange(mine -> publish(shown().action(), mine));
        }
    }

    private void draft() {
        typedChange(mine -> {
            try {
                RevisionInfo kept = ActionDrafting.keep(requests, shown().action(), mine, who);
                load(mine.key());
                Notify.success(Texts.of("revisions.draft.saved", kept.number()));
                RevisionsView.open(kept.number());
            } catch (InvalidException e) {
                show(e.problems());
            }
        });
    }

    private void typedChange(Consumer<Action> then) {
        List<Problem> unreadable = new ArrayList<>();
        Action mine = form.read(shown().action(), unreadable);
        if (!unreadable.isEmpty()) {
            show(unreadable);
        } else if (mine.equals(shown().action())) {
            Notify.info(Texts.of("studio.edit.same"));
        } else {
            then.accept(mine);
        }
    }

    private void publish(Action from, Action mine) {
        try {
            long number = strategies.edit(from, mine, who);
            Notify.success(Texts.of("studio.edit.live", number));
            load(mine.key());
        } catch (InvalidException e) {
            show(e.problems());
        } catch (ConflictException e) {
            Action theirs = compiled(mine.key()).action();
            new ConflictDialog(from, mine, theirs, formats, chosen -> goOn(theirs, chosen)).open();
        }
    }

    private void goOn(Action theirs, Action chosen) {
        load(theirs.key());
        if (!chosen.equals(theirs)) {
            fill(chosen);
            publish(theirs, chosen);
        }
    }

    private void fill(Action action) {
        filling = true;
        form.fill(action);
        filling = false;
        markUnsaved();
    }

    private void show(List<Problem> problems) {
        List<Problem> elsewhere = form.mark(shown().action().key(), problems);
        notes.removeAll();
        elsewhere.forEach(each -> note("bad", each.place() + ": " + each.message(Language.of(Texts.locale()))));
        Notify.error(Texts.of("studio.edit.problems", problems.size()));
    }

    private void note(String kind, String words) {
        Div note = new Div(Icons.WARNING.create(), new Span(words));
        note.addClassNames("banner", kind);
        note.getElement().setAttribute("role", "alert");
        notes.add(note);
    }

    private void reload() {
        load(shown().action().key());
    }

    private void pause() {
        if (isUnsaved()) {
            Notify.info(Texts.of("studio.edit.save-first"));
        } else {
            killSwitch.ask(shown().action(), number -> reload());
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        LeaveGuard.leave(event, this, isUnsaved());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(StrategyPublished.class, published -> ui.access(() -> on(published)));
    }

    private void on(StrategyPublished published) {
        revision.refresh();
        CompiledAction known = base;
        if (known == null || compiled(known.action().key()).action().equals(known.action())) {
            return;
        }
        if (isUnsaved()) {
            notes.removeAll();
            note("warn", Texts.of("studio.edit.overtaken", published.who(), published.revision()));
        } else {
            reload();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
