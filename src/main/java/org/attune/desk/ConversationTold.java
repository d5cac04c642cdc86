package org.attune.desk;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.attune.access.Role;
import org.attune.care.Arrangement;
import org.attune.care.Arrangements;
import org.attune.care.Budgets;
import org.attune.care.CareCase;
import org.attune.care.CareCases;
import org.attune.care.Referrals;
import org.attune.catalog.Action;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.StateFact;
import org.attune.decision.Decisions;
import org.attune.desk.SummaryFacts.Agreed;
import org.attune.desk.SummaryFacts.Answered;
import org.attune.desk.SummaryFacts.ByWhen;
import org.attune.history.History;
import org.attune.history.PastOffer;
import org.attune.history.TimelineEntry;
import org.attune.interaction.Interaction;
import org.attune.interaction.Summarizer;
import org.attune.kernel.CustomerId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.outreach.Outreach;
import org.attune.outreach.OutreachItem;
import org.attune.strategy.LiveStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what an agent did since a conversation began. Of what is personal in a case only its kind is told, as the timeline does:
 * the summary is read by every agent.
 */
@Component
class ConversationTold implements Summarizer {
    private static final int ANSWERS = 50;

    private final Customers customers;
    private final History history;
    private final LiveStrategy strategy;
    private final Vocabulary words;
    private final Arrangements arrangements;
    private final CareCases cases;
    private final Referrals referrals;
    private final Budgets budgets;
    private final Outreach outreach;
    private final I18NProvider texts;
    private final Clock clock;

    ConversationTold(
            Customers customers,
            History history,
            LiveStrategy strategy,
            Vocabulary words,
            Arrangements arrangements,
            CareCases cases,
            Referrals referrals,
            Budgets budgets,
            Outreach outreach,
            I18NProvider texts,
            Clock clock) {
        this.customers = customers;
        this.history = history;
        this.strategy = strategy;
        this.words = words;
        this.arrangements = arrangements;
        this.cases = cases;
        this.referrals = referrals;
        this.budgets = budgets;
        this.outreach = outreach;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public LocalText summary(Interaction conversation) {
        return conversation.customer() == null
                ? LocalText.same("")
                : SummaryDraft.of(facts(conversation, clock.instant()), texts);
    }

    private static SummaryFacts.Began began(Interaction conversation, boolean fromList) {
        return Setting.isBranch(conversation)
                ? SummaryFacts.Began.VISIT
                : conversation.line().outbound() || fromList ? SummaryFacts.Began.CALLED : SummaryFacts.Began.CALL;
    }

    /** What happened so far. */
    SummaryFacts facts(Interaction conversation, Instant now) {
        CustomerId customer = conversation.customer();
        if (customer == null) {
            return SummaryFacts.NONE;
        }
        Instant began = conversation.openedAt();
        String agent = conversation.agent();
        List<TimelineEntry> mine = history.timeline(customer, ANSWERS).reversed().stream()
                .filter(each -> !each.at().isBefore(began) && each.who().equals(agent))
                .toList();
        List<CareCase> opened = cases.open(customer, Role.AGENT).stream()
                .filter(each -> since(each.openedAt(), began) && each.openedBy().equals(agent))
                .toList();
        OutreachItem item = outreach.of(conversation.id()).orElse(null);
        return new SummaryFacts(
                began(conversation, item != null),
                item != null ? item.label() : about(conversation.reason()),
                answers(customer, mine),
                mine.stream().anyMatch(each -> each.action().equals(Decisions.NONE)),
                states(customer, opened, began, now),
                arrangements.of(customer).stream()
                        .filter(each -> since(each.proposedAt(), began)
                                && each.proposedBy().equals(agent)
                                && each.state().live())
                        .map(ConversationTold::agreed)
                        .toList(),
                referrals.of(customer).stream()
                        .filter(each ->
                                since(each.madeAt(), began) && each.madeBy().equals(agent))
                        .map(each -> referrals.name(each.partner()))
                        .distinct()
                        .toList(),
                opened.stream().flatMap(ConversationTold::dates).distinct().toList(),
                budgets.versions(customer).stream()
                        .anyMatch(each ->
                                since(each.madeAt(), began) && each.madeBy().equals(agent)));
    }

    private static boolean since(Instant at, Instant began) {
        return !at.isBefore(began);
    }

    private LocalText about(String reason) {
        return reason.isEmpty() ? LocalText.same("") : words.label(Kind.REASON_OF_CALL, reason);
    }

    /** The last answer to each action counts. */
    private List<Answered> answers(CustomerId customer, List<TimelineEntry> mine) {
        Map<String, LocalText> titles = new HashMap<>();
        for (Action action : strategy.current().document().actions()) {
            titles.put(action.key(), action.title());
        }
        Map<String, PastOffer> comesBack = new HashMap<>();
        history.pastOffers(customer).forEach(each -> {
            if (each.again() != null && each.state() == Outcome.NOT_NOW) {
                comesBack.put(each.action(), each);
            }
        });
        Map<String, Answered> last = new java.util.LinkedHashMap<>();
        for (TimelineEntry each : mine) {
            if (!each.action().equals(Decisions.NONE)) {
                PastOffer back = each.outcome() == Outcome.NOT_NOW ? comesBack.get(each.action()) : null;
                last.remove(each.action());
                last.put(
                        each.action(),
                        new Answered(
                                titles.getOrDefault(each.action(), LocalText.same(each.action())),
                                each.outcome(),
                                why(each),
                                back == null ? null : back.again()));
            }
        }
        return List.copyOf(last.values());
    }

    private @Nullable LocalText why(TimelineEntry entry) {
        Kind kind = TimelinePanel.kind(entry.outcome());
        String reason = entry.reason();
        return kind == null || reason == null ? null : words.label(kind, reason);
    }

    private List<LocalText> states(CustomerId customer, List<CareCase> opened, Instant began, Instant now) {
        Set<CustomerState> states = new LinkedHashSet<>();
        opened.forEach(each -> states.add(each.kind().state()));
        for (StateFact each : customers.context(customer, now).states()) {
            if (since(each.since(), began) && !each.source().equals("derived")) {
                states.add(each.state());
            }
        }
        // The arrangement is told with its figures.
        states.remove(CustomerState.ARRANGEMENT);
        List<LocalText> labels = new ArrayList<>();
        states.forEach(each -> labels.add(words.label(Kind.STATE, each.key())));
        return labels;
    }

    private static Stream<ByWhen> dates(CareCase each) {
        Stream.Builder<ByWhen> dates = Stream.builder();
        add(dates, "assessment", each.assessBy(), each.assessedOn());
        add(dates, "answer", each.answerBy(), each.answeredOn());
        add(dates, "review", each.reviewTo(), each.reviewedOn());
        return dates.build();
    }

    private static void add(
            Stream.Builder<ByWhen> dates, String what, @Nullable LocalDate due, @Nullable LocalDate done) {
        if (due != null && done == null) {
            dates.add(new ByWhen(what, due));
        }
    }

    private static Agreed agreed(Arrangement each) {
        return new Agreed(
                each.instalment(),
                each.payments().getLast().cents(),
                each.payments().size(),
                each.every(),
                each.payments().getFirst().due(),
                each.endsOn(),
                each.state() == Arrangement.State.PROPOSED);
    }
}
