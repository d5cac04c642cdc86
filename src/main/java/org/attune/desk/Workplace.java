package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerState;
import org.attune.decision.Decision;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.history.Answer;
import org.attune.interaction.Interaction;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.platform.Outage;
import org.attune.strategy.LiveStrategy;
import org.attune.ui.Card;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One open conversation on the screen: facts, guide and timeline, ranked actions. */
final class Workplace extends Div implements AnswerSink {
    private static final long serialVersionUID = 1L;
    /** Steps that are remembered: the chosen card, the tone, and the answer whose reason is being asked. */
    private static final String CARD = "card";

    private static final String TONE = "tone";
    private static final String ASKING = "asking";

    private final transient DeskServices services;
    private final transient LiveStrategy strategy;
    private final transient Conversation conversation;
    private final transient Runnable changed;
    private final transient Consumer<String> announce;
    private final CustomerPanel customer;
    private final GuidePanel guide;
    private final TimelinePanel timeline;
    private final NotesPanel notes;
    private final ActionList actions;
    private final transient CatalogNames names;
    private final transient CareOverlay care;
    private final TroubleNote trouble = new TroubleNote(() -> decide(""));
    private transient @Nullable Listing listing;
    private @Nullable Dialog dialog;
    private @Nullable String stale;
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
        guide = new GuidePanel(tone -> conversation.remember(TONE, tone.key()));
        addClassNames("cols", "cols-desk", "workplace");
        getElement().setAttribute("tabindex", "-1");
        customer = new CustomerPanel(services.vocabulary(), services.formats(), this::wishes);
        timeline = new TimelinePanel(services.vocabulary(), services.formats());
        notes = new NotesPanel(services, conversation.interaction());
        actions = new ActionList(this, names::issueLabel, conversation.handover());
        actions.addComponentAtIndex(1, trouble);
        names.refresh();
        Card middle = new Card(
                        new OutreachNote(services, conversation.interaction()),
                        new HandoverNote(conversation.handover(), names::title),
                        guide,
                        timeline,
                        notes)
                .fill();
        middle.addClassName("middle");
        if (conversation.interaction().channel() == Channel.BRANCH) {
            addClassName("branch-mode");
            add(new RevealBar());
        }
        add(customer, middle, actions);
        care = new CareOverlay(this, middle, services.care(), conversation::interaction);
        Map<String, String> step = conversation.step();
        String tone = step.get(TONE);
        guide.speakIn(tone == null ? null : Tone.of(tone));
        decide("");
        comeBack(step);
        care.resume();
    }

    /** After a refresh, a restart or a transfer: the same card, and the same question. */
    private void comeBack(Map<String, String> step) {
        if (step.containsKey(CARD) && actions.has(step.get(CARD))) {
            actions.select(step.get(CARD));
            guide();
        }
        String asking = step.getOrDefault(ASKING, "");
        ActionCard card = actions.selectedCard();
        if (card != null && asking.startsWith(card.action() + ":")) {
            answered(card.decision(), card.recommendation(), Outcome.of(asking.substring(asking.indexOf(':') + 1)));
        }
    }

    /** The page goes to another conversation: no dialog of this one stays open over it. */
    void leave() {
        stale = null;
        if (dialog != null) {
            dialog.close();
        }
    }

    /** The telephone, another window or a transfer has moved the conversation. */
    void moved(Interaction to) {
        String before = conversation.interaction().reason();
        conversation.moved(to);
        if (!before.equals(to.reason())) {
            reasonChanged(before, to.reason());
        }
    }

    Conversation conversation() {
        return conversation;
    }

    ActionList actions() {
        return actions;
    }

    /** What was done last, for the footer; empty at first. */
    String said() {
        return said;
    }

    /** The customer's facts changed. */
    void factsChanged() {
        decideAgain(Texts.of("desk.cause.facts"));
    }

    /** The catalog changed. */
    void catalogChanged() {
        decideAgain(Texts.of("desk.cause.catalog"));
    }

    /** News arrived: decide again, unless the agent is in a dialog; then as soon as it closes. */
    private void decideAgain(String cause) {
        if (dialog != null && dialog.isOpened()) {
            stale = cause;
        } else {
            decide(cause);
        }
    }

    /** Something happened to the customer: decide again when that may change the list, otherwise only show it. */
    void happened(String signal) {
        if (strategy.current()
                .redecides(signal, () -> conversation.facts(strategy.current().journeys()))) {
            decideAgain(
                    Texts.of("desk.cause.signal", Words.of(services.vocabulary().label(Kind.SIGNAL, signal))));
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
            decideAgain(Texts.of("desk.cause.facts"));
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
        decideAgain(Texts.of(there ? "desk.cause.back" : "desk.cause.away"));
    }

    private boolean refused(String action) {
        boolean refused = listing != null && !listing.answers(action);
        if (refused) {
            Notify.info(Texts.of("desk.guidance.unanswerable"));
        }
        return refused;
    }

    /** @param cause why the list may change without the agent having done anything, in words; empty when the agent has */
    private void decide(String cause) {
        stale = null;
        names.refresh();
        Listing next = conversation.decide();
        listing = next;
        showCustomer();
        refreshTimeline();
        trouble.show(next.trouble(), conversation.kept());
        String moved = actions.show(next.decision(), cause);
        actions.answerable(next);
        if (!moved.isEmpty()) {
            announce.accept(moved);
        }
        guide();
        changed.run();
    }

    private void showCustomer() {
        customer.show(
                conversation.customer(),
                services.attributes().dictionary(),
                strategy.current().journeys());
    }

    private void guide() {
        ActionCard card = actions.selectedCard();
        if (card != null) {
            guide.show(card.recommendation());
        } else {
            Decision decision = conversation.decision();
            LocalText none = decision == null ? null : decision.none();
            guide.listen(none == null ? Texts.of("desk.listen.hint") : Words.of(none));
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
        conversation.remember(CARD, action);
        guide();
    }

    @Override
    public void answered(DecisionId decision, Recommendation recommendation, Outcome outcome) {
        if (refused(recommendation.action())) {
            return;
        }
        if (TimelinePanel.kind(outcome) == null) {
            record(decision, recommendation, outcome, null, null);
            return;
        }
        AnswerDialog ask = new AnswerDialog(
                Words.of(recommendation.title()),
                outcome,
                services.vocabulary(),
                LocalDate.ofInstant(
                        services.clock().instant(), services.formats().zone()),
                (reason, again) -> record(decision, recommendation, outcome, reason, again));
        ask.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                conversation.remember(ASKING, null);
            }
        });
        conversation.remember(ASKING, recommendation.action() + ":" + outcome.key());
        open(ask);
    }

    private void record(
            DecisionId decision,
            Recommendation recommendation,
            Outcome outcome,
            @Nullable String reason,
            @Nullable LocalDate again) {
        boolean written;
        try {
            written = conversation.answer(new Answer(decision, recommendation.action(), outcome, reason, again, null));
        } catch (ConflictException e) {
            Notify.error(e.getMessage());
            decide("");
            return;
        }
        String words = Words.outcome(outcome);
        said = Texts.of(written ? "desk.said" : "desk.said.kept", words, Words.of(recommendation.title()));
        actions.answered(recommendation.action(), words);
        decide("");
    }

    @Override
    public void listened() {
        Decision decision = conversation.decision();
        if (decision != null && !refused(Decisions.NONE)) {
            conversation.answer(new Answer(decision.id(), Decisions.NONE, Outcome.ACCEPTED, null, null, null));
            said = Texts.of("desk.said.listened");
            decide("");
        }
    }

    @Override
    public void why(Recommendation recommendation) {
        Decision decision = conversation.decision();
        if (decision != null) {
            explain(
                    decision,
                    recommendation.action(),
                    Words.of(recommendation.title()),
                    Words.chance(recommendation.propensity()));
        }
    }

    @Override
    public void whyListen() {
        Decision decision = conversation.decision();
        if (decision != null) {
            explain(decision, Decisions.NONE, Texts.of("desk.listen"), null);
        }
    }

    private void explain(Decision decision, String action, String title, @Nullable String chance) {
        open(new WhyDialog(
                title,
                chance,
                services.explanations().explain(decision.id(), action),
                decision.protections(),
                decision.id()));
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
        String label = ReasonField.label(services.vocabulary(), reason);
        said = ReasonChange.words(strategy.current().document(), before, reason, label);
        decideAgain(reason.isEmpty() ? Texts.of("desk.cause.no-reason") : Texts.of("desk.cause.reason", label));
    }

    void open(Dialog next) {
        if (dialog != null) {
            dialog.close();
        }
        dialog = next;
        next.addOpenedChangeListener(event -> {
            String cause = stale;
            if (!event.isOpened() && cause != null && isAttached()) {
                decide(cause);
            }
        });
        next.open();
    }

    /** A key of the desk was pressed outside any field. */
    void key(String key) {
        Dialog open = dialog;
        if (open != null && open.isOpened()) {
            if (open instanceof AnswerDialog answers && key.matches("[1-9]")) {
                answers.digit(Integer.parseInt(key));
            }
            return;
        }
        switch (key) {
            case "1", "2", "3", "4", "5", "6", "7", "8", "9" -> {
                ActionCard ranked = actions.selectRank(Integer.parseInt(key));
                if (ranked != null) {
                    choose(ranked.action());
                }
            }
            case "0" -> listened();
            case "a" -> answerSelected(Outcome.ACCEPTED);
            case "d" -> answerSelected(Outcome.DECLINED);
            case "l" -> answerSelected(Outcome.NOT_NOW);
            case "n" -> answerSelected(Outcome.NOT_OFFERED);
            case "y" -> {
                ActionCard card = actions.selectedCard();
                if (card != null) {
                    why(card.recommendation());
                } else {
                    whyListen();
                }
            }
            case "t" -> guide.nextTone();
            case "z" -> undo();
            case "h" -> care.toggle();
            case "m" -> notes.write();
            case "?" -> open(new KeysDialog());
            default -> {
                // Any other key means nothing here.
            }
        }
    }

    private void answerSelected(Outcome outcome) {
        ActionCard card = actions.selectedCard();
        if (card != null) {
            answered(card.decision(), card.recommendation(), outcome);
        }
    }
}
