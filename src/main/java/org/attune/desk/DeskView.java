package org.attune.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.KeptAnswersSent;
import org.attune.kernel.AttuneException;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.platform.Outage;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.Keycaps;
import org.attune.ui.MainLayout;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The desk: {@code /desk} between conversations, {@code /desk/<conversation>} in one. */
@Route(value = "desk", layout = MainLayout.class)
@RolesAllowed("AGENT")
@JsModule("context://attune-cards.js")
@JsModule("context://attune-desk.js")
class DeskView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient LiveStrategy strategy;
    private final Finder finder;
    private final RingNote ring;
    private final CallBar call;
    private final CallTabs tabs;
    private final transient WrapUpPart wrapUp;
    private final HelpNote help;
    private final Div place = new Div();
    private final Span announcer = new Span();
    private final ReasonField reason;
    private final transient DeskBars bars;
    private final List<Registration> listening = new ArrayList<>();
    /** The conversation on the page, also while nobody knows who is calling. */
    private transient @Nullable Interaction current;

    /** Whether it was opened while the database is away. */
    private boolean unread;

    /** Where the page is on its way to: it goes there once, however often it is told. */
    private transient @Nullable InteractionId going;

    private @Nullable Workplace workplace;
    private @Nullable EmptyDesk empty;

    DeskView(DeskServices services, LiveStrategy strategy) {
        super(Texts.of("desk.title"));
        this.services = services;
        this.strategy = strategy;
        hideHeading();
        addClassName("desk");
        finder = new Finder(services.customers(), this::begin);
        ring = new RingNote(services, this::take);
        call = new CallBar(services, () -> identify(null));
        tabs = new CallTabs(services);
        wrapUp = new WrapUpPart(services, this, () -> DeskNavigation.between(current), announcer::setText);
        help = new HelpNote(services);
        place.addClassName("desk-place");
        place.getElement().setAttribute("tabindex", "-1");
        announcer.addClassName("sr-only");
        announcer.getElement().setAttribute("role", "status");
        announcer.getElement().setAttribute("aria-live", "polite");
        content().addClassName("desk-content");
        content().add(tabs, place, announcer);
        reason = new ReasonField(services.vocabulary(), key -> withWorkplace(w -> w.changeReason(key)));
        DeskFooter footer = new DeskFooter(() -> withWorkplace(Workplace::undo), this::key);
        bars = new DeskBars(services, call, tabs, reason, wrapUp, footer, () -> wrapUp.end(current));
        headerStart().add(finder, call, reason);
        headerEnd().add(help, ring);
        headerEnd().add(bars.last());
        footerStart().add(footer.start());
        footerEnd().add(footer.end());
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        String agent = agent();
        going = null;
        if (parameter != null) {
            Interaction interaction = services.interactions().get(InteractionId.of(parameter), agent);
            if (interaction.state() == State.CLOSED) {
                event.forwardTo(DeskView.class);
                return;
            }
            show(
                    interaction.state() == State.RINGING
                            ? services.interactions().take(interaction.id(), agent)
                            : interaction);
            return;
        }
        List<Interaction> open = services.interactions().open(agent);
        List<Interaction> live = open.stream().filter(Interaction::onTheLine).toList();
        if (live.size() == 1) {
            event.forwardTo(DeskView.class, live.getFirst().id().toString());
            return;
        }
        leave();
        finder.about("");
        EmptyDesk between = new EmptyDesk(services, open, this::take);
        empty = between;
        place.add(between);
        ring.opened(null);
        paintBars();
    }

    /** Leaves the conversation on the page: nothing of it stays behind for the next one. */
    private void leave() {
        withWorkplace(Workplace::leave);
        wrapUp.leave();
        workplace = null;
        current = null;
        unread = false;
        empty = null;
        place.removeAll();
        announcer.setText("");
    }

    private void show(Interaction interaction) {
        leave();
        current = interaction;
        finder.about(interaction.id().toString());
        ring.opened(interaction);
        if (!strategy.exists()) {
            place.add(new EmptyState(Icons.CATALOG, Texts.of("desk.no-catalog"), Texts.of("desk.no-catalog.hint")));
        } else if (interaction.customer() == null) {
            place.add(new CallerCard(services, interaction, this::identify));
        } else {
            work(new Conversation(services, interaction, Words.language()));
        }
        paintBars();
        wrapUp.resume(interaction);
    }

    private void work(Conversation conversation) {
        Workplace work = new Workplace(services, strategy, conversation, this::paintBars, announcer::setText);
        workplace = work;
        place.add(work);
        // The keys of the desk work at once: the focus leaves the search field.
        work.getElement().executeJs("this.focus({preventScroll: true})");
    }

    /** The database is away, but who calls was told before: the least there is, at the same address. */
    private void unread(Interaction call) {
        if (!strategy.exists()) {
            Notify.info(Texts.of("desk.unread"));
            return;
        }
        String name = ring.name(call);
        leave();
        current = call;
        unread = true;
        ring.opened(call);
        this.call.show(null);
        if (call.customer() == null) {
            place.add(new UnreadCaller(services, call, name));
            focusPlace();
        } else {
            work(Conversation.unread(services, call, Words.language(), name));
        }
        paintBars();
    }

    /** The keys of the desk work at once: the focus leaves the search field. */
    private void focusPlace() {
        place.getElement().executeJs("this.focus({preventScroll: true})");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        String agent = agent();
        services.presence().arrive(agent);
        listening.addAll(DeskNews.listen(services.news(), ui, agent, this));
        help.refresh();
        services.interactions().open(agent).forEach(ring::update);
        Keycaps keycaps = Keycaps.of(ui);
        listening.add(keycaps.listen(() -> DeskKeys.start(this, keycaps)));
        DeskKeys.start(this, keycaps);
    }

    void helpChanged() {
        help.refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        services.presence().leave(agent());
        listening.forEach(Registration::remove);
        listening.clear();
    }

    void published(UI ui, StrategyPublished news) {
        if (workplace == null && news.first()) {
            ui.refreshCurrentRoute(false); // the first catalog there is: now the desk can open
        } else {
            withWorkplace(Workplace::catalogChanged);
        }
    }

    /** The database is back, and what was kept is in the log. */
    void caughtUp(KeptAnswersSent news) {
        Interaction now = current;
        if (now != null && unread) {
            take(now);
        } else {
            withWorkplace(w -> w.databaseChanged(true));
        }
        if (news.refused().contains(agent())) {
            Notify.error(Texts.of("desk.kept.refused"));
        }
        if (empty != null) {
            empty.show(services.interactions().open(agent()));
        }
    }

    /** Something is said about a customer: their page hears it if it is open. */
    void about(UI ui, CustomerId customer, Consumer<Workplace> then) {
        Workplace work = workplace;
        if (work != null && customer.equals(work.conversation().interaction().customer())) {
            ui.access(() -> withWorkplace(then));
        }
    }

    /** A conversation of this agent rings, was answered, went on hold, was passed on, ended. */
    void moved(Interaction interaction) {
        ring.update(interaction);
        Interaction now = current;
        if (now != null && now.id().equals(interaction.id())) {
            onPage(now, interaction);
        } else if (now == null && interaction.onTheLine() && !interaction.id().equals(going)) {
            go(interaction); // the desk is free: what the agent has answered opens by itself
            return;
        }
        EmptyDesk between = empty;
        if (between != null) {
            between.show(services.interactions().open(agent()));
        }
        bars.showTabs(current);
    }

    private void onPage(Interaction before, Interaction after) {
        if (after.state() == State.CLOSED) {
            wrapUp.over(after);
            DeskNavigation.between(after);
            return;
        }
        boolean sameCaller = Objects.equals(before.customer(), after.customer());
        if (!sameCaller) {
            show(after);
            return;
        }
        current = after;
        withWorkplace(w -> w.moved(after));
        paintBars();
        if (!call.state(before).equals(call.state(after))) {
            announcer.setText(call.state(after));
        }
        if (after.state() == State.WRAP_UP && before.state() != State.WRAP_UP) {
            wrapUp.hungUp(after);
        }
    }

    /** A key was pressed outside any field: the usual one of what its owner has chosen. */
    @ClientCallable
    void key(String key) {
        if (wrapUp.key(key)) {
            return;
        }
        switch (key) {
            case "r" -> ring.takeFirst();
            case "i" -> {
                if (workplace != null) {
                    reason.open();
                }
            }
            case "p" -> call.toggleVerified();
            case "w" -> wrapUp.end(current);
            case "x" -> {
                Interaction next = tabs.next();
                if (next != null) {
                    go(next);
                }
            }
            case "s" -> help.call(workplace == null ? null : current);
            default -> {
                if (workplace != null) {
                    withWorkplace(w -> w.key(key));
                } else if (key.equals("?")) {
                    new KeysDialog(current).open();
                } else if (place.getChildren().findFirst().orElse(null) instanceof CallerCard caller) {
                    caller.key(key);
                }
            }
        }
    }

    /** Whether the pointer or the visible focus is on the list of actions. */
    @ClientCallable
    void hold(boolean held) {
        withWorkplace(w -> w.actions().hold(held));
    }

    /**
     * The finder: in a call whose caller is not known, it says who it is; otherwise it opens a conversation.
     *
     * @param about the conversation that was on the page when the agent chose: a call that came meanwhile is not meant
     */
    void begin(CustomerId customer, String about) {
        Interaction now = current;
        if (now != null && now.customer() == null && now.id().toString().equals(about)) {
            identify(customer);
        } else {
            try {
                go(services.interactions().open(agent(), customer, Channel.CALL_CENTER, ""));
            } catch (RuntimeException e) {
                if (!Outage.is(e)) {
                    throw e;
                }
                Notify.info(Texts.of("desk.find.away"));
            }
        }
    }

    private void identify(@Nullable CustomerId customer) {
        Interaction now = current;
        if (now != null) {
            try {
                show(services.interactions().identify(now.id(), agent(), customer));
            } catch (AttuneException e) {
                Notify.info(e);
            }
        }
    }

    private void take(Interaction interaction) {
        try {
            go(
                    interaction.state() == State.RINGING
                            ? services.interactions().take(interaction.id(), agent())
                            : interaction);
        } catch (AttuneException e) {
            Notify.info(e);
            services.interactions().open(agent()).forEach(ring::update);
        } catch (RuntimeException e) {
            if (!Outage.is(e) || !services.watch().isAway() && services.watch().look()) {
                throw e;
            }
            unread(interaction);
        }
    }

    private void go(Interaction interaction) {
        going = interaction.id();
        DeskNavigation.to(interaction);
    }

    private String agent() {
        return services.user().username();
    }

    void withWorkplace(Consumer<Workplace> then) {
        Workplace work = workplace;
        if (work != null) {
            then.accept(work);
        }
    }

    private void paintBars() {
        bars.show(current, workplace);
    }
}
