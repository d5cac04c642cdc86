package org.attune.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.decision.SafeGuidance;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.interaction.internal.Kept;
import org.attune.interaction.internal.Kept.KeptNote;
import org.attune.interaction.internal.KeptAnswer;
import org.attune.interaction.internal.KeptProposal;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.kernel.Outcome;
import org.attune.platform.DatabaseWatch;
import org.attune.platform.LocalJournal;
import org.attune.ui.News;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What was kept on the disk when the application ended, and what becomes of it when it starts again. */
@AttuneTest
class KeptAnswersTest {
    private static final String AGENT = "kept-agent";

    @TempDir
    Path home;

    @Autowired
    History history;

    @Autowired
    Notes notes;

    @Autowired
    DatabaseWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Clock clock;

    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    SafeGuidance guidance;

    @Autowired
    Interactions interactions;

    @Autowired
    News news;

    private Interaction conversation;
    private Decision decision;
    private String action;

    @BeforeEach
    void aCallInWhichTheDatabaseWentAway() {
        CustomerId customer = SomeCustomer.named("KEPT-1", "Kim Kept")
                .attributes(Map.of("arrears_days", 0, "has_mobile", true, "tenure_months", 30))
                .put(customers);
        conversation = interactions.open(AGENT, customer, Channel.CALL_CENTER, "");
        decision = decisions.decide(DecisionRequest.of(customer, Channel.CALL_CENTER, "information"));
        action = Decisions.NONE;
        history.shown(decision.id(), List.of(action), AGENT);
    }

    private UUID keep(UUID id, Outcome outcome) {
        Answer answer = new Answer(decision.id(), action, outcome, null, null, null);
        return keep(id, new Kept(KeptAnswer.of(answer, AGENT, clock.instant()), null));
    }

    private UUID keep(UUID id, Kept kept) {
        try (LocalJournal journal = LocalJournal.open(home.resolve("kept"))) {
            journal.add(id, json.writeValueAsString(kept));
        }
        return id;
    }

    /** The application starts on what is kept. */
    private void start() {
        KeptAnswers kept = new KeptAnswers(home, history, notes, watch, jdbc, transaction, json, publisher, clock);
        kept.started();
        Awaitility.await().until(() -> kept.waiting(AGENT) == 0);
        kept.destroy();
    }

    private long notes() {
        return jdbc.sql("select count(*) from interaction_note where interaction_id = ?")
                .param(conversation.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void itArrivesInOrderAndOnceEvenIfItIsSentAgainAfterACrash() {
        keep(Ids.next(), Outcome.PRESENTED);
        keep(Ids.next(), Outcome.ACCEPTED);
        keep(Ids.next(), Outcome.FULFILLED); // refused, were it to overtake the one before
        Kept note = new Kept(
                null,
                KeptNote.of(
                        conversation.id(), new Reader(AGENT, Role.AGENT, null), NoteVisibility.EVERYONE, "Call back"));
        UUID id = keep(Ids.next(), note);
        long before = notes();
        start();
        assertThat(history.states(decision.id())).containsEntry(action, Outcome.FULFILLED);
        assertThat(notes()).isEqualTo(before + 1);

        keep(id, note); // the application ended after the commit, before the line was struck out
        start();
        assertThat(notes()).as("once").isEqualTo(before + 1);
    }

    @Test
    void whatWasProposedFromMemoryArrivesWithItsAnswerAndCanBeTakenBack() {
        CustomerContext customer = customers.context(conversation.known(), clock.instant());
        DecisionRequest request = DecisionRequest.of(customer.id(), Channel.CALL_CENTER, "information");
        Recommendation first = guidance.of(customer, null, request, Set.of())
                .list()
                .recommendations()
                .getFirst();
        DecisionRecord proposed = guidance.proposed(customer, request, first, clock.instant());
        Answer answer = new Answer(proposed.id(), first.action(), Outcome.ACCEPTED, null, null, proposed.at());
        Kept kept = new Kept(KeptAnswer.of(answer, AGENT, proposed.at()), null, KeptProposal.of(proposed));
        UUID id = keep(Ids.next(), kept);
        start();
        assertThat(history.states(proposed.id())).containsExactly(Map.entry(first.action(), Outcome.ACCEPTED));
        assertThat(history.decision(proposed.id()).situation())
                .as("what was known then")
                .isEqualTo(proposed.situation());
        assertThat(history.decision(proposed.id()).customer()).isEqualTo(customer.id());

        keep(id, kept); // the application ended before the line was struck out
        start();
        assertThat(history.timeline(customer.id(), 20).stream()
                        .filter(each -> each.decision().equals(proposed.id())))
                .as("once")
                .hasSize(1);
        assertThat(history.undo(proposed.id(), first.action(), AGENT)).isTrue();
    }

    @Test
    void whatSomebodyAnsweredOtherwiseMeanwhileIsTold() {
        List<KeptAnswersSent> told = new CopyOnWriteArrayList<>();
        var listening = news.listen(KeptAnswersSent.class, told::add);
        try {
            keep(Ids.next(), Outcome.DECLINED);
            history.answer(new Answer(decision.id(), action, Outcome.ACCEPTED, null, null, null), "kept-colleague");
            start();
            Awaitility.await()
                    .until(() -> told.stream().anyMatch(each -> each.refused().contains(AGENT)));
            assertThat(history.states(decision.id())).containsEntry(action, Outcome.ACCEPTED);
        } finally {
            listening.remove();
        }
    }
}
