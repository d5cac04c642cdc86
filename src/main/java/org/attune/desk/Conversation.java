package org.attune.desk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.customer.CustomerContext;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Guidance;
import org.attune.decision.Recommendation;
import org.attune.desk.Listing.Trouble;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.TimelineEntry;
import org.attune.interaction.Handover;
import org.attune.interaction.Interaction;
import org.attune.kernel.AttuneException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.attune.platform.Outage;
import org.attune.policy.Facts;
import org.attune.policy.JourneyStages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open conversation at the desk: what is known, what was decided, what was answered and can be taken back. */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** An answer given in this conversation. */
    record Given(DecisionId decision, String action, Outcome outcome) {}

    private final DeskServices services;
    private final Language language;
    private final Deque<Given> given = new ArrayDeque<>();
    private Interaction interaction;
    private final Handover handover;
    /** Opened while the database is away: only who it is is known. */
    private final boolean unread;

    private CustomerContext customer;
    private @Nullable Decision decision;
    /** What stands on the list while nothing can be decided; null otherwise. */
    private @Nullable Guidance guidance;

    Conversation(DeskServices services, Interaction interaction, Language language) {
        this.services = services;
        this.interaction = interaction;
        this.language = language;
        this.unread = false;
        this.handover = services.interactions().handover(interaction);
        this.customer = services.customers()
                .context(interaction.known(), services.clock().instant());
        resume();
    }

    private Conversation(DeskServices services, Interaction interaction, Language language, String name) {
        this.services = services;
        this.interaction = interaction;
        this.language = language;
        this.unread = true;
        this.handover = Handover.NONE;
        this.customer = stranger(interaction.known(), services.clock().instant(), name, language);
    }

    private static CustomerContext stranger(CustomerId id, Instant at, String name, Language language) {
        return new CustomerContext(
                id, at, "", name, language, List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** What may be said to somebody nobody knows, while nothing can be read; written down nowhere. */
    static List<Recommendation> forAnybody(DeskServices services, Interaction call, Language language) {
        CustomerContext nobody = stranger(CustomerId.next(), services.clock().instant(), "", language);
        DecisionRequest request =
                new DecisionRequest(nobody.id(), call.channel(), call.reason(), language, null, null, Map.of(), null);
        return services.guidance().of(nobody, null, request, Set.of()).list().recommendations();
    }

    /** A conversation that is opened while the database is away; it is opened anew when that is back. */
    static Conversation unread(DeskServices services, Interaction interaction, Language language, String name) {
        return new Conversation(services, interaction, language, name);
    }

    /** Whether nothing but the customer's name is known. */
    boolean isUnread() {
        return unread;
    }

    /** After a refresh: what this agent answered since the conversation began can still be taken back. */
    private void resume() {
        List<TimelineEntry> mine = new ArrayList<>(services.history().timeline(interaction.known(), 50));
        mine.removeIf(e -> e.at().isBefore(interaction.openedAt()) || !e.who().equals(interaction.agent()));
        mine.reversed().forEach(e -> given.push(new Given(e.decision(), e.action(), e.outcome())));
    }

    Interaction interaction() {
        return interaction;
    }

    /** What a bot did before. */
    Handover handover() {
        return handover;
    }

    /** The telephone or another window has moved it. */
    void moved(Interaction to) {
        interaction = to;
    }

    /** What else is going on: the call volume, and what a bot tried already, which is not proposed again. */
    private Map<String, Object> live() {
        Map<String, Object> live = new HashMap<>();
        String volume = services.volume().now();
        if (!volume.isEmpty()) {
            live.put("volume", volume);
        }
        List<String> settled = handover.settled();
        if (!settled.isEmpty()) {
            live.put(DecisionRequest.TRIED, settled);
        }
        return live;
    }

    CustomerContext customer() {
        return customer;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    /** Reads the customer anew and decides; while that cannot be, what may be said all the same. */
    Listing decide() {
        if (services.watch().isAway()) {
            return guidance(Trouble.DATABASE);
        }
        try {
            return Listing.of(decideNow());
        } catch (AttuneException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                return guidance(Trouble.DATABASE);
            }
            LOG.error("Nothing can be decided in {}; the desk shows safe guidance", interaction.id(), e);
            return guidance(Trouble.ENGINE);
        }
    }

    private Listing guidance(Trouble trouble) {
        Set<String> settled = given.stream().map(Given::action).collect(Collectors.toSet());
        Guidance shown = services.guidance()
                .of(customer, decision, request(Map.of(DecisionRequest.TRIED, handover.settled())), settled);
        guidance = shown;
        return new Listing(shown.list(), shown.answerable(), trouble);
    }

    private DecisionRequest request(Map<String, Object> live) {
        return new DecisionRequest(
                interaction.known(),
                interaction.channel(),
                interaction.reason(),
                language,
                null,
                null,
                live,
                interaction.id());
    }

    private Decision decideNow() {
        Decision next = services.decisions().decide(request(live()));
        readCustomer();
        List<String> shown = new ArrayList<>(
                next.recommendations().stream().map(Recommendation::action).toList());
        shown.add(Decisions.NONE);
        services.history().shown(next.id(), shown, interaction.agent());
        decision = next;
        guidance = null;
        return next;
    }

    /** What rules can read about the customer now. */
    Facts facts(JourneyStages journeys) {
        readCustomer();
        return Facts.of(
                customer,
                services.history().pastOffers(interaction.known()),
                interaction.reason(),
                interaction.channel().key(),
                live(),
                journeys);
    }

    /** Reads the customer anew, without deciding. */
    void readCustomer() {
        customer = services.customers()
                .context(interaction.known(), services.clock().instant());
    }

    /**
     * Writes an answer down, or keeps it while the database is away; says whether the model has learned from it.
     *
     * @param about what was answered, null for listening
     */
    boolean answer(Answer answer, @Nullable Recommendation about) {
        Guidance shown = guidance;
        DecisionRecord proposed = shown == null || shown.answerable().contains(answer.action())
                ? null
                : services.guidance()
                        .proposed(
                                customer,
                                request(Map.of()),
                                about,
                                services.clock().instant());
        Answer full = proposed == null ? answer : answer.about(proposed.id(), proposed.at());
        boolean written = services.kept().answer(proposed, full, interaction.agent());
        given.push(new Given(full.decision(), full.action(), full.outcome()));
        return written;
    }

    /** The agent listened instead of proposing. */
    void listened() {
        DecisionId on = decision == null ? DecisionId.next() : decision.id();
        answer(new Answer(on, Decisions.NONE, Outcome.ACCEPTED, null, null, null), null);
    }

    /** How many of this agent's answers wait for the database. */
    int kept() {
        return services.kept().waiting(interaction.agent());
    }

    /** The latest answer that can be taken back, null when there is none. */
    @Nullable
    Given last() {
        return given.peek();
    }

    int answers(Outcome outcome) {
        return (int) given.stream()
                .filter(g -> g.outcome() == outcome && !g.action().equals(Decisions.NONE))
                .count();
    }

    /** Takes the latest answer back; null when there was none. */
    @Nullable
    Given undo() {
        Given last = given.peek();
        if (last != null) {
            if (!services.kept().takeBack(last.decision(), last.action(), interaction.agent())) {
                services.history().undo(last.decision(), last.action(), interaction.agent());
            }
            given.pop();
        }
        return last;
    }

    void changeReason(String reason) {
        interaction = services.interactions().changeReason(interaction.id(), interaction.agent(), reason);
    }

    /** Where the agent stood, by key. */
    Map<String, String> step() {
        return services.interactions().step(interaction.id(), interaction.agent());
    }

    /** Remembers where the agent stands; left undone while the database is away. */
    void remember(String key, @Nullable String value) {
        if (!services.watch().isAway()) {
            Outage.quietly(() -> services.interactions().remember(interaction.id(), interaction.agent(), key, value));
        }
    }
}
