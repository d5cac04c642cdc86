package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.attune.history.Reservations.Claim;
import org.attune.history.Reservations.Claimant;
import org.attune.history.Reservations.Refused;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** So many contacts and no more, human calls included. A stock and a budget that several conversations draw on. */
class ReservationsTest {
    private static final Quota.Scope SALES = new Quota.Scope("sales", null, null, Set.of(), Set.of());
    private static LogBed bed;

    @BeforeAll
    static void open() {
        bed = new LogBed();
    }

    @AfterAll
    static void close() {
        bed.close();
    }

    private static Quota.Limit limit(String key, int count, int days) {
        return new Quota.Limit(key, SALES, null, count, days, false, 30);
    }

    private static Quota.Supply stock(String key, int pieces) {
        return new Quota.Supply(key, pieces, null, 30);
    }

    /** A conversation that decides: claims places and is written down if it gets them. */
    private record Talk(DecisionRecord decision, List<Refused> refused) {
        boolean granted() {
            return refused.isEmpty();
        }
    }

    private static Talk decide(
            CustomerId customer, @Nullable InteractionId conversation, Instant at, String action, Quota... quotas) {
        return decide(customer, conversation, at, Map.of(action, BigDecimal.ONE), quotas);
    }

    private static Talk decide(
            CustomerId customer,
            @Nullable InteractionId conversation,
            Instant at,
            Map<String, BigDecimal> actions,
            Quota... quotas) {
        DecisionRecord plain =
                LogBed.decision(customer, at, "main", Map.of(), actions.keySet().toArray(String[]::new));
        DecisionRecord decision = LogBed.in(conversation, plain);
        List<Claim> claims = actions.entrySet().stream()
                .flatMap(each -> java.util.Arrays.stream(quotas).map(q -> new Claim(each.getKey(), q, each.getValue())))
                .toList();
        List<Refused> refused = new TransactionTemplate(bed.bean(PlatformTransactionManager.class)).execute(status -> {
            List<Refused> none = bed.bean(Reservations.class)
                    .claim(new Claimant(decision.id(), conversation, customer, Channel.CALL_CENTER, at), claims);
            if (none.isEmpty()) {
                bed.write(decision);
            }
            return none;
        });
        return new Talk(decision, refused == null ? List.of() : refused);
    }

    private static void answer(Talk talk, String action, Outcome outcome) {
        bed.history().answer(new Answer(talk.decision.id(), action, outcome, null, null, null), "agent");
    }

    private static Standing supply(String key) {
        return bed.bean(Reservations.class).supplies(List.of(key)).get(key);
    }

    @Test
    void twentyDesksOnOneCustomerShareOneContact() throws Exception {
        CustomerId customer = CustomerId.next();
        Quota.Limit once = limit("once", 1, 7);
        CyclicBarrier together = new CyclicBarrier(20);
        try (ExecutorService desks = Executors.newFixedThreadPool(20)) {
            List<Future<Boolean>> talks = IntStream.range(0, 20)
                    .mapToObj(i -> desks.submit(() -> {
                        together.await();
                        return decide(customer, InteractionId.next(), Instant.now(), "loan", once)
                                .granted();
                    }))
                    .toList();
            int granted = 0;
            for (Future<Boolean> each : talks) {
                granted += each.get() ? 1 : 0;
            }
            assertThat(granted).isOne();
        }
    }

    @Test
    void theSameConversationKeepsItsPlaceWhenItDecidesAgain() {
        CustomerId customer = CustomerId.next();
        InteractionId talk = InteractionId.next();
        Quota.Limit once = limit("again", 1, 7);
        assertThat(decide(customer, talk, Instant.now(), "loan", once).granted())
                .isTrue();
        assertThat(decide(customer, talk, Instant.now(), "card", once).granted())
                .isTrue();
        assertThat(decide(customer, InteractionId.next(), Instant.now(), "loan", once)
                        .granted())
                .isFalse();
    }

    @Test
    void aPlaceComesBackWhenTheActionIsNotOffered() {
        CustomerId customer = CustomerId.next();
        Quota.Limit once = limit("back", 1, 7);
        Talk first = decide(customer, InteractionId.next(), Instant.now(), "loan", once);
        assertThat(decide(customer, InteractionId.next(), Instant.now(), "loan", once)
                        .granted())
                .isFalse();
        answer(first, "loan", Outcome.NOT_OFFERED);
        assertThat(decide(customer, InteractionId.next(), Instant.now(), "loan", once)
                        .granted())
                .isTrue();
    }

    @Test
    void aPlaceComesBackWhenNobodyAnswersInTime() {
        CustomerId customer = CustomerId.next();
        Quota.Limit once = limit("time", 1, 7);
        Instant now = Instant.now();
        assertThat(decide(customer, InteractionId.next(), now.minus(Duration.ofMinutes(30)), "loan", once)
                        .granted())
                .isTrue();
        assertThat(decide(customer, InteractionId.next(), now.minusSeconds(1), "loan", once)
                        .granted())
                .as("29:59 later")
                .isFalse();
        assertThat(decide(customer, InteractionId.next(), now, "loan", once).granted())
                .as("30:00 later")
                .isTrue();
    }

    @Test
    void whatWasPresentedCountsForItsDaysAndSaysWhenItEnds() {
        CustomerId customer = CustomerId.next();
        Quota.Limit once = limit("days", 1, 7);
        Talk first = decide(customer, InteractionId.next(), Instant.now(), "loan", once);
        answer(first, "loan", Outcome.DECLINED);
        LocalDate today = LocalDate.now(LogBed.PARIS);

        Talk refused = decide(customer, InteractionId.next(), at(today.plusDays(6)), "loan", once);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.refused.getFirst().standing().again()).isEqualTo(today.plusDays(7));
        assertThat(decide(customer, InteractionId.next(), at(today.plusDays(7)), "loan", once)
                        .granted())
                .isTrue();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(0, 0).atZone(LogBed.PARIS).toInstant();
    }

    @Test
    void anAnswerTakenBackGivesTheContactBackToItsConversationOnly() {
        CustomerId customer = CustomerId.next();
        Quota.Limit once = limit("undo", 1, 7);
        Talk first = decide(customer, InteractionId.next(), Instant.now(), "loan", once);
        answer(first, "loan", Outcome.DECLINED);
        bed.history().undo(first.decision.id(), "loan", "agent");

        Talk other = decide(customer, InteractionId.next(), Instant.now(), "loan", once);
        assertThat(other.granted())
                .as("the card is still on the first agent's screen")
                .isFalse();
        assertThat(other.refused.getFirst().standing().reserved()).isOne();
    }

    @Test
    void aConversationCountsByItselfWhereTheLimitSaysSo() {
        CustomerId customer = CustomerId.next();
        Quota.Limit calls = new Quota.Limit("calls", SALES, null, 2, 1, true, 30);
        decide(customer, InteractionId.next(), Instant.now(), "guide");
        assertThat(decide(customer, InteractionId.next(), Instant.now(), "loan", calls)
                        .granted())
                .isTrue();
        assertThat(decide(customer, InteractionId.next(), Instant.now(), "loan", calls)
                        .granted())
                .isFalse();
    }

    @Test
    void ofTwoCallsAtOnceOneGetsTheLastPiece() throws Exception {
        for (int round = 0; round < 50; round++) {
            Quota.Supply last = stock("router-" + round, 1);
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService calls = Executors.newFixedThreadPool(2)) {
                List<Future<Boolean>> both = IntStream.range(0, 2)
                        .mapToObj(i -> calls.submit(() -> {
                            together.await();
                            return decide(CustomerId.next(), InteractionId.next(), Instant.now(), "router", last)
                                    .granted();
                        }))
                        .toList();
                assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
            }
            assertThat(supply("router-" + round).reserved()).isOne();
        }
    }

    @Test
    void decliningAndTimeGiveAPieceBackAndAcceptingTakesIt() {
        Quota.Supply two = stock("phone", 2);
        Talk declined = decide(CustomerId.next(), InteractionId.next(), Instant.now(), "phone", two);
        Talk late = decide(
                CustomerId.next(), InteractionId.next(), Instant.now().minus(Duration.ofMinutes(31)), "phone", two);
        Talk accepted = decide(CustomerId.next(), InteractionId.next(), Instant.now(), "phone", two);
        assertThat(List.of(declined.granted(), late.granted(), accepted.granted()))
                .containsOnly(true);
        assertThat(supply("phone"))
                .extracting(Standing::used, Standing::reserved)
                .containsExactly(0L, 2L);

        answer(declined, "phone", Outcome.DECLINED);
        answer(accepted, "phone", Outcome.ACCEPTED);
        assertThat(supply("phone"))
                .extracting(Standing::used, Standing::reserved)
                .containsExactly(1L, 0L);

        answer(accepted, "phone", Outcome.CANCELLED);
        assertThat(supply("phone"))
                .extracting(Standing::used, Standing::reserved)
                .containsExactly(0L, 0L);
    }

    @Test
    void anAcceptanceTakenBackIsHeldAgain() {
        Quota.Supply one = stock("tablet", 1);
        Talk talk = decide(CustomerId.next(), InteractionId.next(), Instant.now(), "tablet", one);
        answer(talk, "tablet", Outcome.ACCEPTED);
        bed.history().undo(talk.decision.id(), "tablet", "agent");
        assertThat(supply("tablet"))
                .extracting(Standing::used, Standing::reserved)
                .containsExactly(0L, 1L);
    }

    @Test
    void whoComesTooLateIsToldThatNothingIsLeftAndNothingIsRecorded() {
        Quota.Supply one = stock("watch", 1);
        Talk late = decide(
                CustomerId.next(), InteractionId.next(), Instant.now().minus(Duration.ofMinutes(31)), "watch", one);
        Talk next = decide(CustomerId.next(), InteractionId.next(), Instant.now(), "watch", one);
        assertThat(next.granted()).isTrue();

        assertThatThrownBy(() -> answer(late, "watch", Outcome.ACCEPTED))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Nothing is left");
        assertThat(bed.history().states(late.decision.id())).isEmpty();

        answer(next, "watch", Outcome.DECLINED);
        answer(late, "watch", Outcome.ACCEPTED);
        assertThat(supply("watch").used()).isOne();
    }

    @Test
    void aBudgetIsSpentToTheLastCent() {
        Quota.Supply budget = new Quota.Supply("rebates", null, new BigDecimal("30.00"), 30);
        Map<String, BigDecimal> rebate = Map.of("rebate", new BigDecimal("10.10"));
        Talk first = decide(CustomerId.next(), null, Instant.now(), rebate, budget);
        Talk second = decide(CustomerId.next(), null, Instant.now(), rebate, budget);
        answer(first, "rebate", Outcome.ACCEPTED);
        assertThat(decide(CustomerId.next(), null, Instant.now(), rebate, budget)
                        .granted())
                .isFalse();
        assertThat(decide(CustomerId.next(), null, Instant.now(), Map.of("rebate", new BigDecimal("9.80")), budget)
                        .granted())
                .isTrue();
        assertThat(supply("rebates"))
                .isEqualTo(new Standing(1, 2, new BigDecimal("10.10"), new BigDecimal("19.90"), null));
        assertThat(second.granted()).isTrue();
    }

    @Test
    void whatAConversationHoldsIsGivenBackWhenItEnds() {
        InteractionId talk = InteractionId.next();
        Quota.Supply one = stock("camera", 1);
        decide(CustomerId.next(), talk, Instant.now(), "camera", one);
        bed.bean(Reservations.class).giveBack(talk);
        assertThat(supply("camera").reserved()).isZero();
        assertThat(bed.news()).contains(new SuppliesChanged(Set.of("camera")));
    }
}
