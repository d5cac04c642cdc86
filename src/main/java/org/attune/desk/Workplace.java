package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerState;
import org.attune.decision.Decision;
import org.attune.decision.Recommendation;
import org.attune.interaction.Interaction;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.platform.Outage;
import org.attune.strategy.LiveStrategy;
import org.attune.ui.Card;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One open conversation on the screen: facts, guide and timeline, ranked actions. */
final class Workplace extends Div implements AnswerSink {
    private static final long serialVersionUID = 1L;
    private final transient DeskServices services;
    private final transient LiveStrategy strategy;
    private final transient Conversation conversation;
    private final transient Runnable changed;
    private final transient Consumer<String> announce;
    private final transient Memory memory;
    private final CustomerPanel customer;
    private final GuidePanel guide;
    private final TimelinePanel timeline;
    private final NotesPanel notes;
    private final ActionList actions;
    private final transient CatalogNames names;
    private final transient CareOverlay care;
    private final TroubleNote trouble = new TroubleNote(() -> decide(""));
    private final transient OneDialog dialog;
    private final transient Answering answering;
    private String said = "";

    /** @param announce reads out what changed by itself, politely */
    Workplace(
            DeskServices services,
            LiveStrategy strategy,
            Conversation conversation,
            Runnable changed,
            Consumer<String> announce) {
        this.services = services;
        this.strategy = strategy;
        this.conversation = conversation;
        this.changed = changed;
        this.announce = announce;
        names = new CatalogNames(strategy);
        memory = new Memory(conversation);
        dialog = new OneDialog(cause -> {
            if (isAttached()) {
                decide(cause);
            }
        });
        Veil veil = new Veil(branch());
        guide = new GuidePanel(
                services,
                memory,
                (action, language) -> services.speech().about(action, conversation.customer(), language),
                conversation.customer().language(),
                this::guided,
                this::answerSelected,
                veil);
        addClassNames("cols", "cols-desk", "workplace");
        getElement().setAttribute("tabindex", "-1");
        customer = new CustomerPanel(services.vocabulary(), services.formats(), this::wishes, veil);
        timeline = new TimelinePanel(services.vocabulary(), services.formats());
        notes = new NotesPanel(services, conversation.interaction());
        actions = new ActionList(this, names::issueLabel, conversation.handover(), veil);
        actions.addComponentAtIndex(1, trouble);
        answering = new Answering(this, services, conversation, guide, memory);
        names.refresh();
        Card middle = new Card(
                        veil.over(new OutreachNote(services, conversation.interaction())),
                        veil.over(new HandoverNote(conversation.handover(), names::title)),
                        guide,
                        veil.over(timeline),
                        notes)
                .fill();
        middle.addClassName("middle");
        if (veil.isThere()) {
            addClassName("branch-mode");
            add(new RevealBar(veil));
        }
        add(customer, middle, actions);
        care = new CareOverlay(this, middle, services.care(), conversation::interaction);
        decide("");
        comeBack();
        Outage.quietly(care::resume);
    }

    /** After a refresh, a restart or a transfer: the same card, step and question. */
    private void comeBack() {
        String card = memory.get(Memory.CARD);
        if (actions.has(card) && card != null) {
            actions.select(card);
            guide();
        }
        actions.guided(guide.leads(actions.selected()));
        String asking = memory.get(Memory.ASKING);
        ActionCard chosen = actions.selectedCard();
        if (chosen != null && asking != null && asking.startsWith(chosen.action() + ":")) {
            answered(chosen.decision(), chosen.recommendation(), Outcome.of(asking.substring(asking.indexOf(':') + 1)));
        }
    }

    /** The steps were opened or closed. */
    private void guided() {
        actions.guided(guide.steps().isOpen());
        if (!guide.steps().isOpen()) {
            guide();
        }
    }

    /** The page goes to another conversation: no dialog of this one stays open over it. */
    void leave() {
        dialog.leave();
    }

    /** The telephone, another window or a transfer has moved the conversation. */
    void moved(Interaction to) {
        String before = conversation.interaction().reason();
        conversation.moved(to);
        if (!before.equals(to.reason())) {
            reasonChanged(before, to.reason());
        }
    }

    private boolean branch() {
        return Setting.isBranch(conversation.interaction());
    }

    Conversation conversation() {
        return conversation;
    }

    ActionList actions() {
        return actions;
    }

    /** What was done last; empty at first. */
    String said() {
        return said;
    }

    /** The customer's facts changed. */
    void factsChanged() {
        dialog.decideAgain(Texts.of("desk.cause.facts"));
    }

    /** The catalog changed. */
    void catalogChanged() {
        dialog.decideAgain(Texts.of("desk.cause.catalog"));
    }

    /** Something happened to the customer: decide again when that may change the list, otherwise only show it. */
    void happened(String signal) {
        if (strategy.current()
                .redecides(signal, () -> conversation.facts(strategy.current().journeys()))) {
            // In a branch the list must not tell what has happened to whom.
            dialog.decideAgain(
                    branch()
                            ? Texts.of("desk.cause.facts")
                            : Texts.of(
                                    "desk.cause.signal",
                                    Words.of(services.vocabulary().label(Kind.SIGNAL, signal))));
        } else {
            conversation.readCustomer();
            showCustomer();
            refreshTimeline();
        }
    }

    /** Care wrote something down: decide again, unless the news about the customer's states was quicker. */
    void careChanged() {
        Set<CustomerState> before = conversation.customer().activeStates();
        conversation.readCustomer();
        if (!before.equals(conversation.customer().activeStates())) {
            dialog.decideAgain(Texts.of("desk.cause.facts"));
        }
    }

    /** Only the timeline changed; while the database is away it stays as it is. */
    void refreshTimeline() {
        if (services.watch().isAway()) {
            return;
        }
        Outage.quietly(() -> timeline.show(
                conversation.interaction(),
                conversation.customer(),
                services.history().timeline(conversation.interaction().known(), 40),
                ToldLines.of(services, conversation.interaction()),
                names::title,
                names::issue));
    }

    /** The database went away, or came back and has what was kept. */
    void databaseChanged(boolean there) {
        dialog.decideAgain(Texts.of(there ? "desk.cause.back" : "desk.cause.away"));
    }

    /** @param cause why the list may change without the agent having done anything, in words; empty when the agent has */
    private void decide(String cause) {
        dialog.decided();
        names.refresh();
        Listing next = conversation.decide();
        showCustomer();
        refreshTimeline();
        trouble.show(next.trouble(), conversation.kept());
        String moved = actions.show(next.decision(), cause);
        actions.fromMemory(next);
        if (!moved.isEmpty()) {
            announce.accept(moved);
        }
        guide();
        changed.run();
    }

    private void showCustomer() {
        if (conversation.isUnread()) {
            customer.unread(conversation.customer().displayName());
            return;
        }
        customer.show(
                conversation.customer(),
                services.attributes().dictionary(),
                strategy.current().journeys());
    }

    private void guide() {
        ActionCard card = actions.selectedCard();
        if (card != null) {
            guide.show(card.recommendation());
        } else if (guide.steps().isOpen()) {
            guide.withdrawn();
        } else {
            Decision decision = conversation.decision();
            LocalText none = decision == null ? null : decision.none();
            guide.listen(none == null || branch() ? Texts.of("desk.listen.hint") : Words.of(none));
        }
    }

    @Override
    public void selected(String action) {
        if (!actions.selected().equals(action)) {
            choose(action);
        }
    }

    private void choose(String action) {
        actions.select(action);
        memory.put(Memory.CARD, action);
        if (guide.steps().isOpen()) {
            guide.steps().toggle();
        } else {
            guide();
        }
    }

    @Override
    public void answered(DecisionId decision, Recommendation recommendation, Outcome outcome) {
        answering.answered(decision, recommendation, outcome);
    }

    /** An answer was written down, or refused as contradictory: the list follows. */
    void recorded(@Nullable String what) {
        if (what != null) {
            said = what;
        }
        decide("");
    }

    @Override
    public void listened() {
        conversation.listened();
        said = Texts.of("desk.said.listened");
        decide("");
    }

    @Override
    public void why(Recommendation recommendation) {
        Whys.of(services, conversation, recommendation).ifPresent(this::open);
    }

    @Override
    public void whyListen() {
        Whys.of(services, conversation, null).ifPresent(this::open);
    }

    /** Takes the last answer back. */
    void undo() {
        Conversation.Given undone = conversation.undo();
        if (undone == null) {
            Notify.info(Texts.of("desk.undo.none"));
        } else {
            said = Texts.of("desk.said.undone", names.title(undone.action()));
            decide("");
        }
    }

    private void wishes() {
        open(new WishesDialog(services, conversation.customer(), conversation.interaction()));
    }

    /** The customer calls about something else. */
    void changeReason(String reason) {
        String before = conversation.interaction().reason();
        conversation.changeReason(reason);
        reasonChanged(before, reason);
    }

    private void reasonChanged(String before, String reason) {
        Interaction now = conversation.interaction();
        String label = ReasonField.label(services.vocabulary(), reason, now);
        // What weighs more now says what the customer goes through.
        said = branch()
                ? Texts.of("desk.reason.same", label)
                : ReasonChange.words(strategy.current().document(), before, reason, label);
        dialog.decideAgain(
                reason.isEmpty() ? Setting.say(now, "desk.cause.no-reason") : Texts.of("desk.cause.reason", label));
    }

    void open(Dialog next) {
        dialog.open(next);
    }

    /** A key of the desk was pressed outside any field. */
    void key(String key) {
        if (dialog.key(key)) {
            return;
        }
        switch (key) {
            case "0" -> listened();
            case "a" -> answerSelected(Outcome.ACCEPTED);
            case "d" -> answerSelected(Outcome.DECLINED);
            case "l" -> answerSelected(Outcome.NOT_NOW);
            case "n" -> answerSelected(Outcome.NOT_OFFERED);
            case "y" -> whySelected();
            case "z" -> undo();
            case "h" -> care.toggle();
            case "m" -> notes.write();
            case "?" -> open(new KeysDialog(conversation.interaction()));
            default -> {
                ActionCard ranked = guide.key(key) ? null : actions.ranked(key);
                if (ranked != null) {
                    choose(ranked.action());
                }
            }
        }
    }

    private void whySelected() {
        ActionCard card = actions.selectedCard();
        Whys.of(services, conversation, card == null ? null : card.recommendation())
                .ifPresent(this::open);
    }

    private void answerSelected(Outcome outcome) {
        ActionCard card = actions.selectedCard();
        if (card != null) {
            answered(card.decision(), card.recommendation(), outcome);
        }
    }
}
