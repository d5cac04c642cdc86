package org.attune.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.care.CareChanged;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerChanged;
import org.attune.customer.SignalReceived;
import org.attune.history.OutcomeRecorded;
import org.attune.interaction.CallRinging;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.InteractionChanged;
import org.attune.kernel.AttuneException;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The desk: {@code /desk} between conversations, {@code /desk/<conversation>} in one. */
@Route(value = "desk", layout = MainLayout.class)
@RolesAllowed("AGENT")
@JsModule("context://attune-desk.js")
class DeskView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient LiveStrategy strategy;
    private final Finder finder;
    private final RingNote ring;
    private final Div call = new Div();
    private final Select<String> reason = new Select<>();
    private final ActionButton end;
    private final Span counts = new Span();
    private final Span said = new Span();
    private final ActionButton undo;
    private final List<Registration> listening = new ArrayList<>();
    private @Nullable Workplace workplace;

    DeskView(DeskServices services, LiveStrategy strategy) {
        super(Texts.of("desk.title"));
        this.services = services;
        this.strategy = strategy;
        hideHeading();
        addClassName("desk");
        finder = new Finder(services.customers(), this::begin);
        ring = new RingNote(services, this::take);
        call.addClassNames("row", "call");
        reasons();
        end = new ActionButton(Texts.of("desk.end"), click -> end()).key("W");
        headerStart().add(finder, call, reason);
        headerEnd().add(ring, end);
        counts.addClassNames("muted", "tnum");
        said.addClassName("clip");
        said.getElement().setAttribute("aria-live", "polite");
        undo = new ActionButton(Texts.of("desk.undo"), click -> withWorkplace(Workplace::undo))
                .link()
                .key("Z");
        footerStart().add(counts, said, undo);
        footerEnd()
                .add(
                        new ActionButton(Texts.of("desk.care"), click -> key("h"))
                                .link()
                                .icon(Icons.CARE)
                                .key("H"),
                        new ActionButton(Texts.of("desk.supervisor"), click -> key("s"))
                                .link()
                                .key("S"),
                        new ActionButton(Texts.of("desk.keys"), click -> key("?"))
                                .link()
                                .key("?"));
    }

    private void reasons() {
        reason.addClassName("reason");
        reason.setAriaLabel(Texts.of("desk.reason"));
        List<String> keys = new ArrayList<>();
        keys.add("");
        keys.addAll(services.vocabulary().keys(Kind.REASON_OF_CALL));
        reason.setItems(keys);
        reason.setItemLabelGenerator(key -> key == null || key.isEmpty()
                ? Texts.of("desk.reason.unknown")
                : Words.of(services.vocabulary().label(Kind.REASON_OF_CALL, key)));
        reason.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                withWorkplace(w -> w.changeReason(change.getValue()));
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        String agent = services.user().username();
        workplace = null;
        content().removeAll();
        if (parameter == null) {
            content().add(new EmptyDesk(services, services.interactions().open(agent), this::go));
        } else {
            Interaction interaction = services.interactions().get(InteractionId.of(parameter), agent);
            if (interaction.state() == State.CLOSED) {
                event.forwardTo(DeskView.class);
                return;
            }
            if (interaction.state() == State.RINGING) {
                interaction = services.interactions().take(interaction.id(), agent);
            }
            if (!strategy.exists()) {
                content()
                        .add(new EmptyState(
                                Icons.CATALOG, Texts.of("desk.no-catalog"), Texts.of("desk.no-catalog.hint")));
                paintBars();
                return;
            }
            Conversation conversation = new Conversation(services, interaction, Words.language());
            Workplace place = new Workplace(services, strategy, conversation, this::paintBars);
            workplace = place;
            content().add(place);
            // The keys of the desk work at once: the focus leaves the search field.
            place.getElement().executeJs("this.focus({preventScroll: true})");
        }
        paintBars();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        String agent = services.user().username();
        services.presence().arrive(agent);
        News news = services.news();
        listening.add(news.listen(StrategyPublished.class, n -> ui.access(() -> published(ui, n))));
        listening.add(news.listen(SignalReceived.class, n -> about(ui, n.customer(), w -> w.happened(n.type()))));
        listening.add(news.listen(CustomerChanged.class, n -> about(ui, n.customer(), Workplace::decideAgain)));
        listening.add(news.listen(CareChanged.class, n -> about(ui, n.customer(), Workplace::careChanged)));
        listening.add(news.listen(OutcomeRecorded.class, n -> about(ui, n.customer(), Workplace::refreshTimeline)));
        listening.add(news.listen(CallRinging.class, n -> ring(ui, agent, n.interaction())));
        listening.add(news.listen(InteractionChanged.class, n -> ring(ui, agent, n.interaction())));
        services.interactions().open(agent).forEach(ring::update);
        getElement().executeJs("window.attuneDesk && window.attuneDesk.start(this)");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        services.presence().leave(services.user().username());
        listening.forEach(Registration::remove);
        listening.clear();
    }

    private void published(UI ui, StrategyPublished news) {
        if (workplace == null && news.first()) {
            ui.refreshCurrentRoute(false); // the first catalog there is: now the desk can open
        } else {
            withWorkplace(Workplace::decideAgain);
        }
    }

    private void about(UI ui, CustomerId customer, Consumer<Workplace> then) {
        Workplace place = workplace;
        if (place != null && place.conversation().interaction().customer().equals(customer)) {
            ui.access(() -> withWorkplace(then));
        }
    }

    private void ring(UI ui, String agent, Interaction interaction) {
        if (interaction.agent().equals(agent)) {
            ui.access(() -> ring.update(interaction));
        }
    }

    /** A key was pressed outside any field. */
    @ClientCallable
    void key(String key) {
        switch (key) {
            case "r" -> ring.takeFirst();
            case "i" -> {
                if (workplace != null) {
                    reason.focus();
                }
            }
            case "w" -> end();
            case "s" -> callSupervisor();
            default -> {
                if (workplace != null) {
                    withWorkplace(w -> w.key(key));
                } else if (key.equals("?")) {
                    new KeysDialog().open();
                }
            }
        }
    }

    /** Whether the pointer or the visible focus is on the list of actions. */
    @ClientCallable
    void hold(boolean held) {
        withWorkplace(w -> w.actions().hold(held));
    }

    private void begin(CustomerId customer) {
        go(services.interactions().open(services.user().username(), customer, Channel.CALL_CENTER, ""));
    }

    private void take(Interaction interaction) {
        try {
            go(services.interactions().take(interaction.id(), services.user().username()));
        } catch (AttuneException e) {
            Notify.info(e.getMessage());
            services.interactions().open(services.user().username()).forEach(ring::update);
        }
    }

    private void go(Interaction interaction) {
        UI.getCurrent().navigate(DeskView.class, interaction.id().toString());
    }

    private void end() {
        Workplace place = workplace;
        if (place != null) {
            place.conversation().close();
            UI.getCurrent().navigate(DeskView.class);
        }
    }

    private void callSupervisor() {
        Workplace place = workplace;
        services.agentCare()
                .call(
                        services.user().username(),
                        place == null
                                ? null
                                : place.conversation().interaction().id());
        Notify.success(Texts.of("desk.supervisor.called"));
    }

    private void withWorkplace(Consumer<Workplace> then) {
        Workplace place = workplace;
        if (place != null) {
            then.accept(place);
        }
    }

    private void paintBars() {
        Workplace place = workplace;
        boolean open = place != null;
        call.setVisible(open);
        reason.setVisible(open);
        end.setVisible(open);
        counts.setVisible(open);
        undo.setVisible(place != null && place.conversation().last() != null);
        said.setText(place == null ? "" : place.said());
        if (place == null) {
            return;
        }
        Conversation conversation = place.conversation();
        Interaction interaction = conversation.interaction();
        reason.setValue(interaction.reason());
        call.removeAll();
        Span dot = new Span();
        dot.addClassName("dot-live");
        Span timer = new Span("0:00");
        timer.addClassNames("timer", "tnum");
        timer.getElement()
                .setAttribute("data-since", Long.toString(interaction.openedAt().toEpochMilli()));
        Div chip = new Div(dot, new Span(Texts.of("desk.talking")), timer);
        chip.addClassNames("chip", "strong");
        call.add(chip);
        String caller = interaction.caller();
        if (caller != null && !services.care().discreet(interaction)) {
            Span number = new Span(masked(caller));
            number.addClassNames("muted", "tnum");
            call.add(number);
        }
        counts.setText(Texts.of(
                "desk.counts",
                conversation.answers(Outcome.ACCEPTED),
                conversation.answers(Outcome.DECLINED),
                conversation.answers(Outcome.NOT_NOW) + conversation.answers(Outcome.NOT_OFFERED)));
    }

    /** The last four digits are enough to compare; the rest is nobody's business over a shoulder. */
    private static String masked(String number) {
        int keep = Math.min(4, number.length());
        String end = number.substring(number.length() - keep);
        return number.substring(0, Math.min(3, number.length() - keep)) + " ·· ·· " + end;
    }
}
