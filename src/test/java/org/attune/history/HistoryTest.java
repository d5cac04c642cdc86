package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static LogBed bed;
    private static History history;

    @BeforeAll
    static void open() {
        bed = new LogBed();
        history = bed.history();
    }

    @AfterAll
    static void close() {
        bed.close();
    }

    @Test
    void aDecisionIsReadAsItWasWritten() {
        Map<String, Object> situation = new LinkedHashMap<>();
        situation.put("balance", 0.1 + 0.2);
        situation.put("tiny", 4.9e-324);
        situation.put("huge", 1.7976931348623157e308);
        situation.put("job", "reti\"red\n");
        situation.put("owns_home", true);
        DecisionRecord decision = bed.decided(
                CustomerId.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "main",
                situation,
                "none",
                DEPOSIT,
                "credit-card");

        DecisionRecord read = history.decision(decision.id());

        assertThat(read).usingRecursiveComparison().ignoringFields("situation").isEqualTo(decision);
        assertThat(read.situation()).containsAllEntriesOf(Map.of("job", "reti\"red\n", "owns_home", true));
        assertThat(((Number) read.situation().get("balance")).doubleValue()).isEqualTo(0.1 + 0.2);
        assertThat(((Number) read.situation().get("tiny")).doubleValue()).isEqualTo(4.9e-324);
        assertThat(((Number) read.situation().get("huge")).doubleValue()).isEqualTo(1.7976931348623157e308);
        assertThat(history.states(decision.id())).isEmpty();
    }

    @Test
    void whatDoesNotExistIsSaidByName() {
        DecisionRecord decision = bed.decided();
        DecisionId unknown = DecisionId.next();

        assertThatThrownBy(() -> history.decision(unknown))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("decision '" + unknown);
        assertThatThrownBy(() -> history.states(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> history.shown(unknown, List.of(DEPOSIT), "agent"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> history.undo(unknown, DEPOSIT, "agent")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> history.answer(
                        new Answer(decision.id(), "credit-card", Outcome.ACCEPTED, null, null, null), "agent"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("credit-card");
    }

    @Test
    void impressionsTakeNoPlaceInTheLog() {
        DecisionRecord decision =
                bed.decided(CustomerId.next(), Instant.now(), "main", Map.of(), DEPOSIT, "credit-card", "none");
        long before = history.position();

        assertThat(history.shown(decision.id(), List.of(DEPOSIT, "none"), "agent"))
                .isEqualTo(2);
        assertThat(history.shown(decision.id(), List.of(DEPOSIT, "none"), "agent"))
                .isZero();
        assertThat(bed.answer(decision, Outcome.SHOWN)).isEqualTo(new AnswerResult(false, 0, Outcome.SHOWN));

        assertThat(history.position()).isEqualTo(before);
        assertThat(history.states(decision.id())).isEqualTo(Map.of("none", Outcome.SHOWN, DEPOSIT, Outcome.SHOWN));
    }

    @Test
    void anyAnswerImpliesPresented() {
        DecisionRecord decision = bed.decided();
        AnswerResult result = bed.answer(decision, Outcome.DECLINED, "price");

        assertThat(result.recorded()).isTrue();
        assertThat(result.state()).isEqualTo(Outcome.DECLINED);
        assertThat(bed.answer(decision, Outcome.PRESENTED).recorded()).isFalse();
        assertThat(count("presented", decision)).isTrue();

        DecisionRecord kept = bed.decided();
        bed.answer(kept, Outcome.NOT_OFFERED, "customer-upset");
        assertThat(count("shown", kept)).isTrue();
        assertThat(count("presented", kept)).isFalse();
    }

    @Test
    void illegalMovesAreRefused() {
        DecisionRecord decision = bed.decided();
        bed.answer(decision, Outcome.DECLINED);
        long before = history.position();

        assertThatThrownBy(() -> bed.answer(decision, Outcome.FULFILLED))
                .isInstanceOf(ConflictException.class)
                .hasMessage("'Term deposit' was declined; it cannot be fulfilled.");
        assertThatThrownBy(() -> bed.answer(decision, Outcome.ACCEPTED))
                .isInstanceOf(ConflictException.class)
                .hasMessage("'Term deposit' was declined; it cannot be accepted. Take the earlier answer back first.");
        assertThatThrownBy(() -> bed.answer(bed.decided(), Outcome.CANCELLED))
                .hasMessage("'Term deposit' was not shown; it cannot be cancelled.");

        assertThat(history.position()).isEqualTo(before);
        assertThat(history.states(decision.id())).isEqualTo(Map.of(DEPOSIT, Outcome.DECLINED));
    }

    @Test
    void reasonsAndDatesAreChecked() {
        DecisionRecord decision = bed.decided();
        LocalDate today = LocalDate.now(LogBed.PARIS);

        assertThatThrownBy(() -> bed.answer(decision, Outcome.DECLINED, "needs-time"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("Known: price, no-need");
        assertThatThrownBy(() -> bed.answer(decision, Outcome.ACCEPTED, "price"))
                .isInstanceOf(InvalidException.class);
        for (LocalDate again :
                List.of(today, today.minusDays(1), today.plusYears(2).plusDays(1))) {
            assertThatThrownBy(() -> notNow(decision, again)).isInstanceOf(InvalidException.class);
        }
        assertThatThrownBy(() -> history.answer(
                        new Answer(
                                decision.id(),
                                DEPOSIT,
                                Outcome.ACCEPTED,
                                null,
                                null,
                                Instant.now().plusSeconds(7200)),
                        "agent"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("future");

        assertThat(notNow(decision, today.plusDays(30)).recorded()).isTrue();
        assertThat(history.pastOffers(decision.customer()))
                .singleElement()
                .satisfies(offer -> assertThat(offer.again()).isEqualTo(today.plusDays(30)));
    }

    @Test
    void aLateRepeatOfAnEarlierStepIsStillARepeat() {
        DecisionRecord decision = bed.decided();
        long accepted = bed.answer(decision, Outcome.ACCEPTED).position();
        long fulfilled = bed.answer(decision, Outcome.FULFILLED).position();
        bed.answer(decision, Outcome.CANCELLED);

        assertThat(bed.answer(decision, Outcome.FULFILLED))
                .isEqualTo(new AnswerResult(false, fulfilled, Outcome.CANCELLED));
        assertThat(bed.answer(decision, Outcome.ACCEPTED))
                .isEqualTo(new AnswerResult(false, accepted, Outcome.CANCELLED));
    }

    @Test
    void aLateAnswerReplacesExpired() {
        DecisionRecord decision = bed.decided();
        history.shown(decision.id(), List.of(DEPOSIT), "agent");
        bed.answer(decision, Outcome.EXPIRED);
        assertThat(history.undo(decision.id(), DEPOSIT, "agent")).isFalse();

        assertThat(bed.answer(decision, Outcome.ACCEPTED).recorded()).isTrue();
        assertThat(history.states(decision.id())).containsEntry(DEPOSIT, Outcome.ACCEPTED);
        assertThat(history.undo(decision.id(), DEPOSIT, "agent")).isTrue();
        assertThat(history.states(decision.id())).containsEntry(DEPOSIT, Outcome.EXPIRED);
    }

    @Test
    void undoRestoresWhereTheOfferStood() {
        DecisionRecord decision = bed.decided();
        assertThat(history.undo(decision.id(), DEPOSIT, "agent")).isFalse();

        notNow(decision, LocalDate.now(LogBed.PARIS).plusDays(9));
        assertThat(history.undo(decision.id(), DEPOSIT, "agent")).isTrue();
        assertThat(history.states(decision.id())).containsEntry(DEPOSIT, Outcome.SHOWN);
        assertThat(count("presented", decision)).isFalse();
        assertThat(history.pastOffers(decision.customer()))
                .singleElement()
                .satisfies(offer -> assertThat(offer.again()).isNull());
        assertThat(history.timeline(decision.customer(), 10)).isEmpty();

        bed.answer(decision, Outcome.PRESENTED);
        bed.answer(decision, Outcome.ACCEPTED);
        bed.answer(decision, Outcome.FULFILLED);
        history.undo(decision.id(), DEPOSIT, "agent");
        assertThat(history.states(decision.id())).containsEntry(DEPOSIT, Outcome.ACCEPTED);
        history.undo(decision.id(), DEPOSIT, "agent");
        assertThat(history.states(decision.id())).containsEntry(DEPOSIT, Outcome.PRESENTED);
        assertThat(count("presented", decision)).isTrue();
        assertThat(bed.answer(decision, Outcome.DECLINED, "trust").recorded()).isTrue();
        assertThat(history.timeline(decision.customer(), 10))
                .extracting(TimelineEntry::outcome)
                .containsExactly(Outcome.DECLINED);
    }

    @Test
    void pastOffersAreThoseThatWereShownInTheLast400Days() {
        CustomerId customer = CustomerId.next();
        Instant now = Instant.now();
        DecisionRecord old = bed.decided(customer, now.minus(Duration.ofDays(401)), "main", Map.of(), DEPOSIT);
        DecisionRecord recent = bed.decided(customer, now.minus(Duration.ofDays(399)), "main", Map.of(), DEPOSIT);
        DecisionRecord latest = bed.decided(customer, now, "main", Map.of(), DEPOSIT, "credit-card");
        for (DecisionRecord decision : List.of(old, recent, latest)) {
            history.shown(decision.id(), List.of(DEPOSIT), "agent");
        }

        assertThat(history.pastOffers(customer)).extracting(PastOffer::action).containsExactly(DEPOSIT, DEPOSIT);
    }

    @Test
    void importIsIdempotent() {
        CustomerId customer = CustomerId.next();
        List<ImportedAnswer> past = new ArrayList<>();
        Outcome[] outcomes = {Outcome.ACCEPTED, Outcome.DECLINED, Outcome.FULFILLED, Outcome.NOT_OFFERED};
        for (int i = 0; i < 40; i++) {
            Instant at = Instant.parse("2008-05-05T08:00:00Z").plus(i, ChronoUnit.HOURS);
            past.add(new ImportedAnswer(
                    "bank:" + customer + ":" + i,
                    LogBed.decision(customer, at, "import", Map.of("row", (double) i), DEPOSIT),
                    outcomes[i % 4],
                    at));
        }
        long before = history.position();
        bed.news().clear();

        assertThat(history.importAnswers(past.subList(0, 30))).isEqualTo(30);
        assertThat(history.importAnswers(past)).isEqualTo(10);
        assertThat(history.importAnswers(past)).isZero();

        // Each fulfilled one was accepted first: two entries.
        assertThat(history.position()).isEqualTo(before + 50);
        assertThat(history.log(before, 100))
                .filteredOn(entry -> !entry.situation().isEmpty()) // neutral ones teach nothing and come without
                .hasSize(40)
                .extracting(entry -> ((Number) entry.situation().get("row")).intValue())
                .isSorted();
        assertThat(bed.news()).containsExactly(new LogAppended(before + 37), new LogAppended(before + 50));
        assertThat(history.timeline(customer, 3).getFirst().outcome()).isEqualTo(Outcome.NOT_OFFERED);
        assertThat(bed.bean(Figures.class)
                        .actions(new FigureFilter(
                                LocalDate.of(2008, 5, 5), LocalDate.of(2008, 5, 6), null, LogBed.PARIS)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.shown()).isEqualTo(38);
                    assertThat(row.presented()).isEqualTo(29);
                    assertThat(row.accepted()).isEqualTo(19);
                    assertThat(row.notOffered()).isEqualTo(9);
                });
    }

    private static AnswerResult notNow(DecisionRecord decision, LocalDate again) {
        return history.answer(new Answer(decision.id(), DEPOSIT, Outcome.NOT_NOW, "needs-time", again, null), "agent");
    }

    private static boolean count(String column, DecisionRecord decision) {
        return bed
                .bean(Figures.class)
                .behind(new FigureFilter(null, null, null, LogBed.PARIS), null, column, 0, 10_000)
                .stream()
                .anyMatch(line -> line.decision().equals(decision.id()));
    }
}
