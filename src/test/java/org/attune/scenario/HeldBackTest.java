package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.history.Reservations;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.strategy.PartEdit;
import org.attune.strategy.Strategies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Limits, constraints and bundles as a conversation meets them: what finds no place is not proposed, the next one moves
 * up, the trace says why, and a bundle is never better than its members.
 */
@AttuneTest
class HeldBackTest {
    private static final AtomicInteger STOCKS = new AtomicInteger();
    private static final LocalText LABEL = new LocalText("Only for the test", "Pour le test seulement");

    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    History history;

    @Autowired
    Reservations reservations;

    @Autowired
    Strategies strategies;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private ArbitrationSettings settings = ArbitrationSettings.DEFAULT;
    private @Nullable Constraint constraint;
    private @Nullable ContactLimit limit;

    /** Nothing is left to chance here: identical customers get identical lists. */
    @BeforeEach
    void withoutChance() {
        ArbitrationSettings now = strategies.document().arbitration();
        settings = now;
        arbitrate(new ArbitrationSettings(now.factors(), 0, 0, now.top(), now.contextWeights(), now.thresholds()));
    }

    private void arbitrate(ArbitrationSettings next) {
        ArbitrationSettings now = strategies.document().arbitration();
        if (!now.equals(next)) {
            strategies.edit(
                    new Strategies.Arbitration(now, List.of()), new Strategies.Arbitration(next, List.of()), "test");
        }
    }

    @AfterEach
    void tidy() {
        arbitrate(settings);
        if (constraint != null) {
            strategies.edit(PartEdit.constraint(constraint, null), "test");
        }
        if (limit != null) {
            strategies.edit(PartEdit.limit(limit, null), "test");
        }
    }

    private CustomerId customer(String ref) {
        Map<String, Object> attributes = new HashMap<>(Map.of(
                "arrears_days", 0,
                "bills_missed_6m", 0,
                "tenure_months", 30,
                "segment", "standard",
                "has_mobile", true,
                "has_home_internet", true,
                "churn_risk", 0.2,
                "device_age_months", 40,
                "amount_owed", 0));
        return SomeCustomer.named(ref, "Robin " + ref)
                .attributes(attributes)
                .consents(Map.of("sales_calls", true, "profiling", true))
                .put(customers);
    }

    private Decision decide(CustomerId customer, String reason, @Nullable InteractionId conversation) {
        Decision decision = decisions.decide(
                new DecisionRequest(customer, Channel.CALL_CENTER, reason, null, null, 10, Map.of(), conversation));
        history.shown(
                decision.id(),
                decision.recommendations().stream().map(Recommendation::action).toList(),
                "test");
        return decision;
    }

    private Decision decide(CustomerId customer, String reason) {
        return decide(customer, reason, InteractionId.next());
    }

    private static boolean proposes(Decision decision, String action) {
        return decision.recommendations().stream()
                .anyMatch(each -> each.action().equals(action));
    }

    private static Dropped dropped(Decision decision, String action) {
        return decision.dropped().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private void answer(Decision decision, String action, Outcome outcome) {
        history.answer(new Answer(decision.id(), action, outcome, null, null, null), "test");
    }

    private void limit(int count, String issue) {
        limit = new ContactLimit("test-limit", LABEL, issue, null, null, null, count, 7, ContactLimit.PRESENTED);
        strategies.edit(PartEdit.limit(null, limit), "test");
    }

    private void stock(int pieces, String... actions) {
        // A name of its own: what another test took is counted under that test's name.
        constraint =
                new Constraint("test-stock-" + STOCKS.incrementAndGet(), LABEL, List.of(actions), pieces, null, 30);
        strategies.edit(PartEdit.constraint(null, constraint), "test");
    }

    private String top(String reason, String ref) {
        Decision free = decide(customer(ref), reason);
        return free.recommendations().getFirst().action();
    }

    @Test
    void whatWasSaidOftenEnoughThisWeekWaitsAndTheNextOneMovesUp() {
        limit(1, "service");
        CustomerId robin = customer("H-1");
        Decision first = decide(robin, "billing");
        String service = first.recommendations().stream()
                .filter(each -> each.issue().equals("service"))
                .findFirst()
                .orElseThrow()
                .action();
        answer(first, service, Outcome.PRESENTED);

        Decision second = decide(robin, "billing");

        assertThat(second.recommendations())
                .isNotEmpty()
                .noneMatch(each -> each.issue().equals("service") && !isSpared(each.action()));
        Dropped waiting = dropped(second, service);
        assertThat(waiting.stage()).isEqualTo("limit");
        assertThat(waiting.rule()).isEqualTo("test-limit");
        assertThat(waiting.values())
                .containsEntry(
                        "again",
                        LocalDate.ofInstant(clock.instant(), zone).plusDays(7).toString());
        assertThat(waiting.words().en()).startsWith("Only for the test: again from ");
    }

    private boolean isSpared(String action) {
        return Objects.requireNonNull(strategies.document().catalog().action(action))
                        .actionClass()
                != org.attune.catalog.ActionClass.DEFAULT;
    }

    @Test
    void twentyDesksThatDecideAboutOneCustomerAtOnceShareOneContact() throws Exception {
        limit(1, "service");
        CustomerId robin = customer("H-2");
        List<Callable<Decision>> desks = IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Decision>) () -> decide(robin, "billing"))
                .toList();
        int withService = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Decision> each : threads.invokeAll(desks)) {
                withService += each.get().recommendations().stream()
                                .anyMatch(r -> r.issue().equals("service") && !isSpared(r.action()))
                        ? 1
                        : 0;
            }
        }
        assertThat(withService).isOne();
    }

    @Test
    void aConversationThatDecidesAgainKeepsWhatItHolds() {
        limit(1, "service");
        CustomerId robin = customer("H-3");
        InteractionId talk = InteractionId.next();
        Decision first = decide(robin, "billing", talk);
        Decision again = decide(robin, "billing", talk);
        assertThat(again.recommendations())
                .extracting(Recommendation::action)
                .isEqualTo(first.recommendations().stream()
                        .map(Recommendation::action)
                        .toList());
    }

    @Test
    void theLastPieceIsProposedInOneCallOnlyUntilItIsDeclined() {
        String action = top("billing", "H-4");
        stock(1, action);
        Decision one = decide(customer("H-5"), "billing");
        assertThat(proposes(one, action)).isTrue();

        Decision two = decide(customer("H-6"), "billing");
        assertThat(proposes(two, action)).isFalse();
        assertThat(two.recommendations()).as("the next one moves up").isNotEmpty();
        assertThat(dropped(two, action).stage()).isEqualTo("constraint");
        assertThat(dropped(two, action).words().en()).contains("reserved in other conversations");

        answer(one, action, Outcome.DECLINED);
        Decision three = decide(customer("H-7"), "billing");
        assertThat(proposes(three, action)).isTrue();
        answer(three, action, Outcome.ACCEPTED);

        Decision four = decide(customer("H-8"), "billing");
        assertThat(dropped(four, action).words().en()).endsWith("nothing is left");
        assertThat(dropped(four, action).words().fr()).endsWith("il n’en reste plus");
    }

    @Test
    void aBundleIsNotPossibleWhenOneOfItsMembersIsNotAndTheTraceNamesIt() {
        CustomerId robin = customer("H-9");
        assertThat(proposes(decide(robin, "billing"), "calm-bills")).isTrue();
        strategies.pause("flat-bill", true, "test");
        try {
            Dropped bundle = dropped(decide(robin, "billing"), "calm-bills");
            assertThat(bundle.rule()).isEqualTo("member flat-bill");
            assertThat(bundle.words().en()).contains("Same bill every month").contains("Paused");
            assertThat(bundle.values()).containsEntry("member", "flat-bill");
        } finally {
            strategies.pause("flat-bill", false, "test");
        }
    }

    @Test
    void acceptingABundleIsRefusedWhenAMemberHasBecomeImpossibleAndNothingIsLost() {
        CustomerId robin = customer("H-10");
        Decision decision = decide(robin, "billing");
        assertThat(proposes(decision, "calm-bills")).isTrue();
        strategies.pause("flat-bill", true, "test");
        try {
            assertThatThrownBy(() -> answer(decision, "calm-bills", Outcome.ACCEPTED))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("Same bill every month")
                    .hasMessageContaining("Nothing was recorded");
            assertThat(history.states(decision.id())).containsEntry("calm-bills", Outcome.SHOWN);
            answer(decision, "calm-bills", Outcome.DECLINED);
        } finally {
            strategies.pause("flat-bill", false, "test");
        }
    }

    @Test
    void whoAcceptsABundleHasAcceptedItsMembers() {
        CustomerId robin = customer("H-11");
        Decision decision = decide(robin, "billing");
        answer(decision, "calm-bills", Outcome.ACCEPTED);
        answer(decision, "calm-bills", Outcome.ACCEPTED);

        Decision next = decide(robin, "billing");
        assertThat(dropped(next, "flat-bill").stage()).isEqualTo("contact");
        assertThat(dropped(next, "due-date-moved").stage()).isEqualTo("contact");
        assertThat(proposes(next, "calm-bills")).isFalse();
    }

    @Test
    void aBundleDrawsOnTheStockOfItsMembers() {
        stock(1, "flat-bill");
        Decision decision = decide(customer("H-12"), "billing");
        assertThat(proposes(decision, "calm-bills") ^ proposes(decision, "flat-bill"))
                .as("one piece: the bundle or the member, not both")
                .isTrue();
    }
}
