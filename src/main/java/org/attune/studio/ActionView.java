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
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.IssueBadge;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The editor of one action. What is saved is live at once, as the next revision; a new action begins paused and is nowhere before it
 * is saved.
 */
@Route(value = ActionView.PATH + ":" + ActionView.KEY, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ActionView extends Page implements BeforeEnterObserver, BeforeLeaveObserver {
    private static final long serialVersionUID = 1L;

    static final String KEY = "key";
    static final String PATH = CatalogView.PATH + "/";

    private final transient ChangeRequests requests;
    private final transient ActionDesk desk;
    private final transient Retiring retiring;
    private final transient News news;
    private final transient Clock clock;
    private final transient Formats formats;
    private final transient KillSwitch killSwitch;
    private final transient ActionForm form;
    private final RevisionChip revision;
    private final ActionHistory history;
    private final Div badges = new Div();
    private final Div notes = new Div();
    private final Span unsaved = new Span(Texts.of("studio.edit.unsaved"));
    private final Span key = new Span();
    private final ActionButton save;
    private final ActionButton toDraft;
    private final ActionButton discard;
    private final ActionButton pause;
    private final ActionButton copy;
    private final ActionButton retire;
    private transient @Nullable Opened base;
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
            Vocabulary words,
            JsonMapper json) {
        super(Texts.of("studio.edit"));
        this.requests = requests;
        this.news = news;
        this.clock = clock;
        this.formats = formats;
        desk = new ActionDesk(strategies, requests, live, user.username());
        retiring = new Retiring(desk, words, formats);
        killSwitch = new KillSwitch(strategies, user.username());
        form = new ActionForm(strategies, desk::catalog, attributes, formats, this::changed);
        history = new ActionHistory(trail, json, formats);
        revision = new RevisionChip(strategies, formats);
        save = new ActionButton(
                        Texts.of(requests.secondPerson() ? "revisions.draft.save" : "studio.save"), click -> save())
                .primary()
                .key("Ctrl+S");
        save.getElement().setAttribute("aria-keyshortcuts", "Control+S");
        toDraft = new ActionButton(Texts.of("revisions.draft.save"), click -> draft());
        toDraft.setVisible(!requests.secondPerson());
        discard = new ActionButton(Texts.of("studio.discard"), click -> discard());
        pause = new ActionButton("", click -> pause());
        copy = new ActionButton(Texts.of("studio.copy"), click -> copy()).link().icon(Icons.PLUS);
        retire = new ActionButton(Texts.of("studio.retire"), click -> retire())
                .link()
                .danger();
        layOut();
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S).withCtrl().resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S).withMeta().resetFocusOnActiveElement();
    }

    private void layOut() {
        PageLink back =
                new PageLink(CatalogView.PATH, Icons.CHEVRON_LEFT.create(), new Span(Texts.of("studio.catalog")));
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
        footerEnd().addComponentAsFirst(retire);
        footerEnd().addComponentAsFirst(copy);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load(desk.open(
                event.getRouteParameters().get(KEY).orElse(""),
                event.getLocation().getQueryParameters()));
    }

    private void load(Opened opened) {
        base = opened;
        filling = true;
        form.show(opened);
        filling = false;
        notes.removeAll();
        paint();
    }

    private Opened shown() {
        Opened known = base;
        if (known == null) {
            throw new IllegalStateException("no action is open");
        }
        return known;
    }

    private void paint() {
        Opened now = shown();
        Action action = now.action();
        setHeading(action.title().isBlank() ? Texts.of("studio.new.action") : Words.in(action.title()));
        badges.removeAll();
        ActionState state = ActionState.of(action, now.issue(), LocalDate.now(clock.withZone(formats.zone())));
        badges.add(
                new IssueBadge(now.issue().key(), Words.in(now.issue().label())),
                now.isNew() ? new Badge(Texts.of("studio.new.badge"), Badge.Kind.INFO) : state.badge());
        key.setText(action.key() + " · " + Words.in(now.group().label()));
        pause.setLabel(Texts.of(action.paused() ? "studio.resume" : "studio.pause"));
        pause.setVisible(!now.isNew());
        copy.setVisible(!now.isNew());
        retire.setVisible(!now.isNew());
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
        discard.setVisible(is || base != null && base.isNew());
        LeaveGuard.unsaved(this, is);
    }

    /** Live at once, or, where a second person approves, into a draft. */
    private void save() {
        if (requests.secondPerson()) {
            draft();
        } else {
            typedChange(mine -> publish(shown(), mine));
        }
    }

    private void draft() {
        typedChange(mine -> {
            try {
                RevisionInfo kept = desk.keep(shown(), mine);
                stay(mine);
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
        } else if (!shown().isNew() && mine.equals(shown().action())) {
            Notify.info(Texts.of("studio.edit.same"));
        } else {
            then.accept(mine);
        }
    }

    private void publish(Opened from, Action mine) {
        try {
            long number = desk.publish(from, mine);
            Notify.success(Texts.of(from.isNew() ? "studio.new.live" : "studio.edit.live", number));
            stay(mine);
        } catch (InvalidException e) {
            show(e.problems());
        } catch (ConflictException e) {
            Action theirs = desk.live(mine.key());
            if (theirs == null) {
                gone(mine, Texts.of("studio.edit.gone"));
            } else {
                new ConflictDialog(from.action(), mine, theirs, formats, chosen -> goOn(theirs, chosen)).open();
            }
        } catch (NotFoundException e) {
            gone(mine, Texts.of("studio.edit.gone"));
        }
    }

    /** Somebody took it out of the catalog: what was typed stays, and saving puts it back. */
    private void gone(Action mine, String said) {
        Opened before = shown();
        base = new Opened(before.action(), before.group(), before.issue(), true);
        paint();
        fill(mine);
        notes.removeAll();
        note("warn", said);
    }

    /** What has been saved is what the next change starts from. */
    private void stay(Action mine) {
        Action now = desk.live(mine.key());
        load(Opened.in(desk.catalog(), now == null ? mine : now, now == null));
    }

    private void goOn(Action theirs, Action chosen) {
        stay(theirs);
        if (!chosen.equals(theirs)) {
            fill(chosen);
            publish(shown(), chosen);
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

    private void discard() {
        if (shown().isNew()) {
            load(shown());
            UI.getCurrent().navigate(CatalogView.class);
        } else {
            stay(shown().action());
        }
    }

    private void pause() {
        if (isUnsaved()) {
            Notify.info(Texts.of("studio.edit.save-first"));
        } else {
            killSwitch.ask(shown().action(), number -> stay(shown().action()));
        }
    }

    private void copy() {
        if (isUnsaved()) {
            Notify.info(Texts.of("studio.edit.save-first"));
        } else {
            new NewActionDialog(desk.document(), shown().action()).open();
        }
    }

    private void retire() {
        if (isUnsaved()) {
            Notify.info(Texts.of("studio.edit.save-first"));
        } else {
            retiring.ask(shown().action(), () -> UI.getCurrent().navigate(CatalogView.class));
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
        Opened known = base;
        if (known == null || known.isNew()) {
            return;
        }
        Action now = desk.live(known.action().key());
        if (now == null) {
            gone(typed(), Texts.of("studio.edit.gone.by", published.who(), published.revision()));
        } else if (!now.equals(known.action()) && isUnsaved()) {
            notes.removeAll();
            note("warn", Texts.of("studio.edit.overtaken", published.who(), published.revision()));
        } else if (!now.equals(known.action())) {
            stay(now);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
