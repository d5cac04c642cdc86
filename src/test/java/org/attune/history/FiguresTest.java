package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Sums;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static LogBed bed;
    private static Figures figures;

    @BeforeAll
    static void open() {
        bed = new LogBed();
        figures = bed.bean(Figures.class);
    }

    @AfterAll
    static void close() {
        bed.close();
    }

    @Test
    void figuresCountEachOfferOncePerColumn() {
        Instant day = Instant.parse("2020-03-02T10:00:00Z");
        offer(day, "main");
        offer(day, "main", Outcome.SHOWN);
        offer(day, "main", Outcome.SHOWN, Outcome.PRESENTED);
        offer(day, "main", Outcome.ACCEPTED);
        offer(day, "import", Outcome.PRESENTED, Outcome.ACCEPTED, Outcome.FULFILLED);
        offer(day, "main", Outcome.ACCEPTED, Outcome.CANCELLED);
        offer(day, "main", Outcome.DECLINED);
        offer(day, "main", Outcome.NOT_NOW);
        offer(day, "main", Outcome.NOT_OFFERED);
        offer(day, "control", Outcome.ACCEPTED);
        offer(day, "control", Outcome.DECLINED);
        FigureFilter filter = new FigureFilter(LocalDate.of(2020, 3, 2), LocalDate.of(2020, 3, 2), null, LogBed.PARIS);

        ActionFigures row = new ActionFigures(
                DEPOSIT,
                "sales",
                8,
                6,
                2,
                1,
                1,
                1,
                1,
                new ActionFigures.Control(2, 1),
                new ActionFigures.Imported(1, 1, 1),
                new Comparison(Sums.independent(1, 5), Sums.independent(1, 2)));
        assertThat(figures.actions(filter)).containsExactly(row);
        assertThat(row.lift())
                .as("imported answers do not compare with control")
                .isEqualTo(Lift.of(1, 5, 1, 2));
        assertThat(figures.decisionCount(filter)).isEqualTo(10);
        assertThat(figures.guardedDecisions(filter)).isZero();
        assertThat(figures.daily(filter, DEPOSIT)).containsExactly(new DayFigures(LocalDate.of(2020, 3, 2), 6, 2));
        for (Map.Entry<String, Integer> column : Map.of(
                        "shown", 8,
                        "presented", 6,
                        "accepted", 2,
                        "declined", 1,
                        "notNow", 1,
                        "notOffered", 1,
                        "fulfilled", 1,
                        "controlPresented", 2,
                        "controlAccepted", 1)
                .entrySet()) {
            assertThat(figures.behind(filter, DEPOSIT, column.getKey(), 0, 100))
                    .as(column.getKey())
                    .hasSize(column.getValue());
        }
        assertThatThrownBy(() -> figures.behind(filter, null, "state; DROP TABLE", 0, 1))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void daysBeginAndEndInTheCompanysZone() {
        // 29 March 2020: the clocks go forward in Paris; that day has 23 hours.
        offer(Instant.parse("2020-03-28T22:59:59Z"), "main", Outcome.ACCEPTED);
        offer(Instant.parse("2020-03-28T23:00:00Z"), "main", Outcome.ACCEPTED);
        offer(Instant.parse("2020-03-29T21:59:59.999999Z"), "main", Outcome.DECLINED);
        offer(Instant.parse("2020-03-29T22:00:00Z"), "main", Outcome.ACCEPTED);
        LocalDate sunday = LocalDate.of(2020, 3, 29);

        assertThat(figures.daily(new FigureFilter(sunday, sunday, Channel.CALL_CENTER, LogBed.PARIS), null))
                .containsExactly(new DayFigures(sunday, 2, 1));
        assertThat(figures.daily(new FigureFilter(sunday, sunday, Channel.WEB, LogBed.PARIS), null))
                .isEmpty();
    }

    @Test
    void theDecisionsBehindANumberComeInPagesNewestFirst() {
        Instant start = Instant.parse("2020-06-01T10:00:00Z");
        IntStream.range(0, 25).forEach(i -> offer(start.plusSeconds(i), "main", Outcome.ACCEPTED));
        FigureFilter filter = new FigureFilter(LocalDate.of(2020, 6, 1), LocalDate.of(2020, 6, 1), null, LogBed.PARIS);
        List<DecisionLine> all = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 10) {
            all.addAll(figures.behind(filter, null, "accepted", offset, 10));
        }

        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(all.getFirst().at()).isEqualTo(start.plusSeconds(24));
        assertThat(all.getFirst().state()).isEqualTo(Outcome.ACCEPTED);
        assertThat(all.getFirst().reason()).isEqualTo("billing");
    }

    @Test
    void whatOneDecisionProposedStandsInTheOrderInWhichItDid() {
        Instant day = Instant.parse("2020-06-08T10:00:00Z");
        DecisionRecord decision = bed.decided(
                CustomerId.next(), day, "main", Map.of(), "the-first", "another", "last-of-all", "in-between");
        bed.history().shown(decision.id(), List.of("another", "in-between", "last-of-all", "the-first"), "agent");

        assertThat(figures.behind(on(day), null, "shown", 0, 10))
                .extracting(DecisionLine::action)
                .containsExactly("the-first", "another", "last-of-all", "in-between");
    }

    @Test
    void protectedCustomersCountOnNeitherSideOfTheComparison() {
        Instant day = Instant.parse("2020-09-07T10:00:00Z");
        offer(day, "main", Outcome.ACCEPTED);
        offer(day, "main", Outcome.DECLINED);
        offer(day, "control", Outcome.DECLINED);
        guarded(day, Outcome.ACCEPTED);
        FigureFilter filter = on(day);

        assertThat(figures.actions(filter).getFirst().presented()).isEqualTo(3);
        Comparison compared = figures.comparisons(filter, Set.of("none")).all();
        assertThat(compared).isEqualTo(new Comparison(Sums.independent(1, 2), Sums.independent(0, 1)));
        assertThat(figures.comparisons(filter, Set.of("none")).issues()).containsEntry("sales", compared);
        assertThat(figures.comparisons(filter, Set.of(DEPOSIT)).all()).isEqualTo(Comparison.NONE);
        assertThat(figures.trial(filter, Set.of("none"), Map.of()).accepted()).isEqualTo(compared);
    }

    @Test
    void whatOneCustomerAcceptsAgainAndAgainIsSummedUpByCustomer() {
        Instant day = Instant.parse("2020-09-14T10:00:00Z");
        CustomerId regular = CustomerId.next();
        for (int i = 0; i < 4; i++) {
            bed.answer(bed.decided(regular, day.plusSeconds(i), "main", Map.of(), DEPOSIT), Outcome.ACCEPTED);
        }
        offer(day, "main", Outcome.DECLINED);

        Sums main = figures.comparisons(on(day), Set.of()).action(DEPOSIT).main();

        assertThat(main).isEqualTo(Sums.NONE.and(new double[] {1, 1, 1, 1}).and(new double[] {0}));
        assertThat(main.designEffect()).isGreaterThan(1);
    }

    @Test
    void aConversationCountsOnceHoweverOftenItIsDecidedAgainAndSilenceCountsToo() {
        Instant day = Instant.parse("2020-09-21T10:00:00Z");
        CustomerId customer = CustomerId.next();
        InteractionId conversation = InteractionId.next();
        DecisionRecord first = LogBed.in(conversation, LogBed.decision(customer, day, "main", Map.of(), DEPOSIT));
        DecisionRecord again =
                LogBed.in(conversation, LogBed.decision(customer, day.plusSeconds(60), "main", Map.of(), DEPOSIT));
        bed.write(first);
        bed.write(again);
        bed.answer(again, Outcome.ACCEPTED);
        bed.decided(CustomerId.next(), day, "main", Map.of(), "none");
        offer(day, "control", Outcome.SHOWN);
        offer(day, "import", Outcome.ACCEPTED);

        Trial trial = figures.trial(on(day), Set.of("none"), Map.of(DEPOSIT, 60.0));

        assertThat(trial.accepted()).isEqualTo(new Comparison(Sums.independent(1, 2), Sums.independent(0, 1)));
        assertThat(trial.worth().main())
                .isEqualTo(Sums.NONE.and(new double[] {60}).and(new double[] {0}));
        assertThat(trial.said().main()).isEqualTo(Sums.independent(1, 1));
        assertThat(trial.said().control()).isEqualTo(Sums.independent(0, 1));
        assertThat(trial.since()).isEqualTo(day);
    }

    private static FigureFilter on(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, LogBed.PARIS);
        return new FigureFilter(day, day, null, LogBed.PARIS);
    }

    private static void guarded(Instant at, Outcome outcome) {
        DecisionRecord d = LogBed.decision(CustomerId.next(), at, "main", Map.of(), DEPOSIT);
        DecisionRecord guarded = new DecisionRecord(
                d.id(),
                d.customer(),
                d.at(),
                d.channel(),
                d.reason(),
                d.interaction(),
                d.revision(),
                d.modelVersion(),
                d.arm(),
                d.seed(),
                d.tookMicros(),
                true,
                d.situation(),
                d.offers());
        bed.write(guarded);
        bed.answer(guarded, outcome);
    }

    private static void offer(Instant at, String arm, Outcome... outcomes) {
        DecisionRecord decision = bed.decided(CustomerId.next(), at, arm, Map.of(), DEPOSIT);
        for (Outcome outcome : outcomes) {
            bed.answer(decision, outcome);
        }
    }
}
