package org.attune.outreach.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.attune.catalog.Action;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalReceived;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.outreach.OutreachItem;
import org.attune.policy.EventRule;
import org.attune.policy.Shield;
import org.junit.jupiter.api.Test;

/** Signals become calls worth making. Never against the shield or the customer's wishes, and never twice. */
class OutreachTest extends OutreachBed {
    @Test
    void theFirstMissedBillAsksWhetherAllIsWell() {
        CustomerId jules = customer("reach-1");
        happened("reach-1", "bill-missed");
        OutreachItem item = only(jules);
        assertThat(item.rule()).isEqualTo("first-missed-payment");
        assertThat(item.why().en()).contains("first bill");
        assertThat(item.signalType()).isEqualTo("bill-missed");
        assertThat(item.decision()).isNotNull();
        assertThat(item.due()).isAfter(item.notBefore());
    }

    /** Two bills missed in a row open a hardship conversation. */
    @Test
    void twoBillsMissedInARowOpenAHardshipConversation() {
        CustomerId jules = customer("reach-2");
        happened("reach-2", "bill-missed", Duration.ofDays(31));
        happened("reach-2", "bill-missed");
        OutreachItem item = only(jules);
        assertThat(item.rule()).isEqualTo("hardship-conversation");
        assertThat(item.priority()).isGreaterThanOrEqualTo(80);
    }

    @Test
    void threeBillsMissedInSixMonthsOpenOneToo() {
        CustomerId jules = customer("reach-3");
        happened("reach-3", "bill-missed", Duration.ofDays(150));
        happened("reach-3", "bill-missed", Duration.ofDays(80));
        happened("reach-3", "bill-missed");
        assertThat(only(jules).rule()).isEqualTo("hardship-conversation");
    }

    @Test
    void neverReachesOutToSellToAProtectedCustomer() {
        for (CustomerState state : CustomerState.values()) {
            String ref = "reach-sale-" + state.key();
            CustomerId jules = customer(ref, Map.of(), Map.of("sales_calls", true), Map.of(), state);
            happened(ref, "savings-idle");
            await(() -> !followed("savings-idle", jules).isEmpty());
            assertThat(followed("savings-idle", jules)).as(state.key()).startsWith("held");
            assertThat(items(jules)).as(state.key()).isEmpty();
        }
    }

    @Test
    void whatIsSuggestedToAProtectedCustomerIsNeverASale() {
        CustomerId jules = customer("reach-4", Map.of(), Map.of("sales_calls", true), Map.of(), CustomerState.HARDSHIP);
        happened("reach-4", "trip-abroad");
        String key = only(jules).action();
        if (key != null) {
            Action action =
                    Objects.requireNonNull(strategies.document().catalog().action(key));
            String issue = strategies.document().catalog().issueOf(action).key();
            assertThat(Shield.sells(action, issue)).isFalse();
        }
    }

    /** No outbound sale without the customer's consent to sales calls. */
    @Test
    void anOutboundSaleNeedsConsentToSalesCalls() {
        CustomerId willing = customer("reach-5");
        happened("reach-5", "savings-idle");
        assertThat(only(willing).action()).isEqualTo("term-deposit");
        CustomerId silent = customer("reach-6", Map.of(), Map.of(), Map.of());
        happened("reach-6", "savings-idle");
        await(() -> !followed("savings-idle", silent).isEmpty());
        assertThat(followed("savings-idle", silent)).startsWith("held");
        assertThat(items(silent)).isEmpty();
    }

    @Test
    void whoDoesNotWantToBeCalledIsNotCalled() {
        CustomerId jules = customer("reach-7", Map.of(), Map.of("calls", false), Map.of());
        happened("reach-7", "complaint-social");
        await(() -> !followed("social-complaint", jules).isEmpty());
        assertThat(followed("social-complaint", jules)).isEqualTo("held wish");
        assertThat(items(jules)).isEmpty();
    }

    @Test
    void quietHoursAndThePreferredChannelAreObeyed() {
        LocalTime now = LocalTime.now(clock.withZone(zone));
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm");
        String quiet = hour.format(now.minusHours(1)) + "-" + hour.format(now.plusHours(2));
        CustomerId jules = customer("reach-8", Map.of(), Map.of(), Map.of("quiet_hours", quiet, "channel", "email"));
        happened("reach-8", "complaint-social");
        OutreachItem item = only(jules);
        assertThat(item.notBefore()).isAfter(clock.instant());
        assertThat(item.channel().key()).isEqualTo("email");
        assertThatThrownBy(() -> outreach.take(item.id(), "agent"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("too early");
    }

    @Test
    void whatHappenedLongAgoIsNoReasonToCall() {
        CustomerId jules = customer("reach-9");
        happened("reach-9", "case-overdue", Duration.ofHours(49));
        happened("reach-9", "cancel-page-viewed");
        assertThat(only(jules).rule()).isEqualTo("cancel-page");
    }

    @Test
    void aSecondSignalWithinTheRulesDaysMakesNoSecondItem() {
        CustomerId jules = customer("reach-10");
        happened("reach-10", "case-overdue");
        only(jules);
        happened("reach-10", "case-overdue");
        await(() -> followed("case-overdue", jules).contains(","));
        assertThat(followed("case-overdue", jules)).isEqualTo("created, repeated");
        assertThat(items(jules)).hasSize(1);
    }

    @Test
    void theSameSignalOnManyNodesAtOnceMakesOneItem() throws Exception {
        CustomerId jules = customer("reach-11");
        List<SignalReceived> signals = IntStream.range(0, 4)
                .mapToObj(i -> stored(jules, "case-overdue", Duration.ofSeconds(1)))
                .toList();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                signals.forEach(signal -> runs.add(() -> {
                    runner.run(signal);
                    return true;
                }));
            }
            for (Future<Boolean> each : nodes.invokeAll(runs)) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(items(jules)).hasSize(1);
    }

    /** A signal that stands in the log although no node has run its rules. */
    private SignalReceived stored(CustomerId customer, String type, Duration ago) {
        UUID id = UUID.randomUUID();
        Instant at = clock.instant().minus(ago);
        jdbc.sql("insert into customer_signal (id, customer, type, source, event_id, at, received_at)"
                        + " values (?, ?, ?, 'outreach-test', ?, ?, ?)")
                .params(id, customer.value(), type, id.toString(), Timestamp.from(at), Timestamp.from(at))
                .update();
        return new SignalReceived(customer, type, id, at);
    }

    @Test
    void aSignalWhoseNodeWentAwayIsMadeUpForOnce() {
        CustomerId jules = customer("reach-12");
        Instant before = clock.instant().minus(Duration.ofMinutes(10));
        stored(jules, "case-overdue", Duration.ofMinutes(5));
        for (int second = 0; second < 2; second++) {
            jdbc.sql("update outreach_progress set taken = ?")
                    .param(Timestamp.from(before))
                    .update();
            Instant until = clock.instant().minus(Duration.ofMinutes(1));
            assertThat(listener.next(until)).isFalse();
            assertThat(listener.next(until)).isFalse();
        }
        assertThat(only(jules).rule()).isEqualTo("case-overdue");
    }

    @Test
    void aRuleThatIsSwitchedOffMakesNoItems() {
        edits.switchOff("leaving-announced", true, "test");
        try {
            CustomerId jules = customer("reach-19");
            happened("reach-19", "leaving-announced");
            happened("reach-19", "cancel-page-viewed");
            assertThat(only(jules).rule()).isEqualTo("cancel-page");
        } finally {
            edits.switchOff("leaving-announced", false, "test");
        }
    }

    @Test
    void atLeastTwentyFiveRulesInBothLanguages() {
        List<EventRule> rules = strategies.document().eventRules();
        assertThat(rules).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rules.stream().filter(EventRule::reachesOut)).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.label().fr()).as(rule.key()).isNotBlank();
            if (rule.reachesOut()) {
                assertThat(rule.why().fr())
                        .as(rule.key())
                        .isNotEqualTo(rule.why().en());
            }
        });
        assertThat(rules.stream().map(EventRule::signal).distinct())
                .contains(
                        "tariff-mismatch",
                        "trip-abroad",
                        "birthday",
                        "bill-missed",
                        "outage",
                        "bundle-broken",
                        "price-rise",
                        "complaint-social",
                        "case-overdue");
    }
}
