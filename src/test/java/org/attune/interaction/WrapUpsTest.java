package org.attune.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.access.Users;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.internal.InteractionStore;
import org.attune.interaction.internal.SummaryStore;
import org.attune.interaction.internal.WrapUpStore;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** F41, F42: four modes, a code of the system when the time is over, on any number of nodes; the summary is kept. */
@AttuneTest
class WrapUpsTest {
    @Autowired
    WrapUps wrapUps;

    @Autowired
    WrapUpRules rules;

    @Autowired
    WrapUpStore store;

    @Autowired
    InteractionStore conversations;

    @Autowired
    SummaryStore summaries;

    @Autowired
    PastConversations past;

    @Autowired
    Interactions interactions;

    @Autowired
    Customers customers;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskPresence presence;

    @Autowired
    ObjectProvider<Summarizer> summarizer;

    @Autowired
    ApplicationEventPublisher news;

    @Autowired
    PlatformTransactionManager transactions;

    private final String agent = WrapUpBed.name("agent");
    private CustomerId customer;

    @BeforeEach
    void somebody() {
        customer = WrapUpBed.customer(customers);
    }

    private Interaction talking(WrapUpMode mode) {
        return WrapUpBed.talking(conversations, customer, agent, WrapUpBed.queue(rules, mode));
    }

    private PastConversation kept() {
        return past.of(customer, 5).getFirst();
    }

    /** Another node, whose clock is ahead by so much. */
    private WrapUps node(Duration ahead) {
        return new WrapUps(
                store,
                rules,
                conversations,
                summaries,
                users,
                presence,
                summarizer,
                news,
                transactions,
                Clock.offset(Clock.systemUTC(), ahead));
    }

    @Test
    void restThatWasAskedForOnAnotherNodeKeepsTheWrapUpOpenToo() {
        Instant until = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into interaction_desk (node, agent, resting_until, seen_at) values (?, ?, ?, now())")
                .params("elsewhere-" + agent, agent, java.sql.Timestamp.from(until))
                .update();
        WrapUp begun = wrapUps.begin(talking(WrapUpMode.TIMED).id(), agent);
        assertThat(begun.dueAt()).isEqualTo(until);
    }

    @Test
    void withoutWrapUpAConversationEndsAtOnceAndItsSummaryIsKeptInBothLanguages() {
        Interaction talking = talking(WrapUpMode.NONE);
        wrapUps.finish(talking.id(), agent, null, null, Language.FR);
        assertThat(interactions.get(talking.id(), agent).state()).isEqualTo(State.CLOSED);
        SummaryText summary = Objects.requireNonNull(kept().summary());
        assertThat(summary.in(Language.FR)).startsWith("Le client a appelé à propos de");
        assertThat(summary.in(Language.EN)).startsWith("The customer called about: ");
        assertThat(kept().code()).isNull();
        wrapUps.finish(talking.id(), agent, null, null, Language.FR);
    }

    @Test
    void anOptionalCodeMayBeLeftOut() {
        Interaction talking = talking(WrapUpMode.OPTIONAL);
        wrapUps.begin(talking.id(), agent);
        wrapUps.finish(talking.id(), agent, null, null, Language.EN);
        assertThat(interactions.get(talking.id(), agent).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aRequiredCodeMustBeOneOfTheQueueAndHasAllTheTimeItTakes() {
        Interaction talking = talking(WrapUpMode.REQUIRED);
        assertThat(wrapUps.begin(talking.id(), agent).dueAt()).isNull();
        for (String wrong : new String[] {null, "nonsense", "late"}) {
            assertThatThrownBy(() -> wrapUps.finish(talking.id(), agent, wrong, null, Language.EN))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.problems().getFirst().place()).isEqualTo("code"));
        }
        node(Duration.ofDays(2)).finishOverdue();
        assertThat(interactions.get(talking.id(), agent).state()).isEqualTo(State.WRAP_UP);
        wrapUps.finish(talking.id(), agent, "solved", null, Language.EN);
        assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Solved");
        assertThat(kept().timedOut()).isFalse();
    }

    @Test
    void whenTheTimeIsOverTwoNodesSetTheCodeOfTheSystemOnce() throws Exception {
        Interaction talking = talking(WrapUpMode.TIMED);
        wrapUps.begin(talking.id(), agent);
        node(Duration.ofSeconds(50)).finishOverdue();
        assertThat(interactions.get(talking.id(), agent).state()).isEqualTo(State.WRAP_UP);

        WrapUps other = node(Duration.ofSeconds(70));
        List<Integer> finished = WrapUpBed.atOnce(4, other::finishOverdue);
        assertThat(finished.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(interactions.get(talking.id(), agent).state()).isEqualTo(State.CLOSED);
        assertThat(Objects.requireNonNull(kept().code()).fr()).isEqualTo("Pas à temps");
        assertThat(kept().timedOut()).isTrue();
        assertThat(past.versions(talking.id())).hasSize(1);
        assertThatThrownBy(() -> wrapUps.finish(talking.id(), agent, "solved", null, Language.EN))
                .isInstanceOf(ConflictException.class);
        assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Not in time");
    }

    @Test
    void whatTheAgentChoseAndWroteCountsWhenTheTimeIsOver() {
        Interaction talking = talking(WrapUpMode.TIMED);
        wrapUps.begin(talking.id(), agent);
        wrapUps.draft(talking.id(), agent, "solved", "Half a sent 4111 1111 1111 1111", Language.EN);
        WrapUp resumed = wrapUps.of(talking.id(), agent).orElseThrow();
        assertThat(resumed.code()).as("after a refresh").isEqualTo("solved");
        assertThat(resumed.text()).isEqualTo("Half a sent [•••• •••• •••• ••••]");
        node(Duration.ofSeconds(70)).finishOverdue();
        assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Solved");
        assertThat(Objects.requireNonNull(kept().summary()).text()).isEqualTo("Half a sent [•••• •••• •••• ••••]");
    }

    @Test
    void aWrapUpGoesOnByTheRuleOfItsBeginning() {
        Interaction talking = talking(WrapUpMode.TIMED);
        String queue = talking.line().queue();
        WrapUp begun = wrapUps.begin(talking.id(), agent);
        rules.remove(rules.own(queue).orElseThrow(), "test");
        assertThat(wrapUps.begin(talking.id(), agent).dueAt()).isEqualTo(begun.dueAt());
        wrapUps.finish(talking.id(), agent, "open", null, Language.EN);
        assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Still open");
    }

    @Test
    void aHangUpBeginsItAlsoWhenTheNodeThatHeardItStopped() {
        Interaction talking = talking(WrapUpMode.TIMED);
        conversations.update(talking.moved(State.WRAP_UP, talking.answeredAt(), null), State.TALKING);
        node(Duration.ZERO).finishOverdue();
        assertThat(wrapUps.of(talking.id(), agent).orElseThrow().dueAt()).isNotNull();
    }

    @Test
    void nobodyIsHurriedInProtectedTime() {
        Interaction talking = talking(WrapUpMode.TIMED);
        wrapUps.begin(talking.id(), agent);
        Instant until = Instant.now().plus(Duration.ofMinutes(10));
        wrapUps.extend(agent, until);
        node(Duration.ofSeconds(70)).finishOverdue();
        assertThat(interactions.get(talking.id(), agent).state()).isEqualTo(State.WRAP_UP);
        wrapUps.extend(agent, until.minus(Duration.ofMinutes(5)));
        assertThat(wrapUps.of(talking.id(), agent).orElseThrow().dueAt()).isAfter(until.minusSeconds(1));
        wrapUps.finish(talking.id(), agent, "open", null, Language.EN);

        presence.rest(agent, until);
        Interaction next = talking(WrapUpMode.TIMED);
        assertThat(wrapUps.begin(next.id(), agent).dueAt()).isAfter(until.minusSeconds(1));
        wrapUps.finish(next.id(), agent, "open", null, Language.EN);
    }

    @Test
    void somebodyElsesWrapUpDoesNotExist() {
        Interaction talking = talking(WrapUpMode.REQUIRED);
        wrapUps.begin(talking.id(), agent);
        assertThatThrownBy(() -> wrapUps.begin(talking.id(), "agent2")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> wrapUps.finish(talking.id(), "agent2", "open", null, Language.EN))
                .isInstanceOf(NotFoundException.class);
        wrapUps.draft(talking.id(), "agent2", "open", "mine", Language.EN);
        assertThat(wrapUps.of(talking.id(), "agent2")).isEmpty();
        assertThat(wrapUps.of(talking.id(), agent).orElseThrow().text()).isNull();
    }

    @Test
    void aChangedSummaryIsANewVersionWithoutCardNumbers() {
        Interaction talking = talking(WrapUpMode.OPTIONAL);
        wrapUps.finish(
                talking.id(),
                agent,
                "open",
                new SummaryText(Language.EN, "Paid 5500 0000 0000 0004", null),
                Language.EN);
        assertThat(Objects.requireNonNull(kept().summary()).text()).isEqualTo("Paid [•••• •••• •••• ••••]");
        past.change(talking.id(), 1, agent, Language.EN, "Paid by card 4111-1111-1111-1111.");
        assertThat(past.versions(talking.id()))
                .extracting(SummaryText::text)
                .containsExactly("Paid by card [•••• •••• •••• ••••].", "Paid [•••• •••• •••• ••••]");
        assertThatThrownBy(() -> past.change(talking.id(), 1, agent, Language.EN, "too late"))
                .isInstanceOf(org.attune.kernel.StaleException.class);
        assertThatThrownBy(() -> past.change(talking.id(), 2, "agent2", Language.EN, "not mine"))
                .isInstanceOf(NotFoundException.class);
    }
}
