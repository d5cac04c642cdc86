package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.catalog.Nature;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Guidance;
import org.attune.decision.Recommendation;
import org.attune.decision.SafeGuidance;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of an agent while nothing can be decided. */
@AttuneTest
class SafeGuidanceTest {
    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    SafeGuidance guidance;

    @Autowired
    History history;

    private CustomerContext sasha;
    private DecisionRequest request;

    @BeforeEach
    void aCustomerToWhomMuchCouldBeSold() {
        CustomerId id = SomeCustomer.named("SAFE-1", "Sasha Safe")
                .untroubled()
                .consents(Map.of("profiling", true, "sales_calls", true))
                .put(customers);
        sasha = customers.context(id, Instant.now());
        request = DecisionRequest.of(id, Channel.CALL_CENTER, "upgrade");
    }

    @Test
    void neverSellsAndNeverAsksForMoney() {
        Decision wide = decisions.decide(
                new DecisionRequest(sasha.id(), Channel.CALL_CENTER, "upgrade", null, null, 10, Map.of(), null));
        assertThat(wide.recommendations())
                .as("there is something to sell")
                .anyMatch(each -> each.issue().equals("sales"));
        Guidance safe = guidance.of(sasha, wide, request, Set.of());
        assertThat(safe.list().recommendations())
                .isNotEmpty()
                .noneMatch(each -> Set.of("sales", "collections").contains(each.issue()))
                .noneMatch(
                        each -> Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT, Nature.COLLECTION, Nature.REPAYMENT)
                                .contains(each.nature()));
        assertThat(safe.list().recommendations())
                .extracting(Recommendation::rank)
                .startsWith(1)
                .isSorted();
    }

    @Test
    void whatWasDecidedBeforeKeepsItsAnswersAndWhatWasAnsweredIsOver() {
        Decision wide = decisions.decide(
                new DecisionRequest(sasha.id(), Channel.CALL_CENTER, "", null, null, 10, Map.of(), null));
        Guidance safe = guidance.of(sasha, wide, request, Set.of());
        assertThat(safe.list().id()).isEqualTo(wide.id());
        assertThat(safe.answerable()).contains(Decisions.NONE);
        String first = safe.list().recommendations().getFirst().action();
        assertThat(safe.answerable()).contains(first);
        assertThat(guidance.of(sasha, wide, request, Set.of(first)).list().recommendations())
                .extracting(Recommendation::action)
                .doesNotContain(first);
        assertThat(wide.recommendations())
                .extracting(Recommendation::action)
                .containsAll(safe.answerable().stream()
                        .filter(each -> !each.equals(Decisions.NONE))
                        .toList());
    }

    @Test
    void withoutAnyDecisionThereIsServiceFromMemoryWhoseAnswersAreWrittenDownByThemselves() {
        Guidance safe = guidance.of(sasha, null, request, Set.of());
        assertThat(safe.answerable()).isEmpty();
        Recommendation first = safe.list().recommendations().getFirst();
        Instant at = Instant.now();
        DecisionRecord proposed = guidance.proposed(sasha, request, first, at);
        assertThat(proposed.arm()).as("nothing the engine has to answer for").isEqualTo("import");
        assertThat(proposed.situation())
                .containsEntry("context.reason", "upgrade")
                .containsEntry("segment", "standard");
        history.recordUntraced(proposed);
        history.recordUntraced(proposed); // sent again
        long before = history.position();
        history.answer(
                new Answer(proposed.id(), first.action(), Outcome.DECLINED, null, null, null).about(proposed.id(), at),
                "safe-agent");
        assertThat(history.position()).as("the models learn from it").isGreaterThan(before);
        assertThat(history.timeline(sasha.id(), 5)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(first.action());
            assertThat(entry.who()).isEqualTo("safe-agent");
        });
        assertThat(history.latest(50)).doesNotContain(proposed.id());
        assertThatThrownBy(() -> decisions.replay(proposed.id()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("cannot be repeated");
        assertThat(history.undo(proposed.id(), first.action(), "safe-agent")).isTrue();
        assertThat(safe.list().recommendations())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(each -> Set.of("service", "information", "hardship").contains(each.issue()));
    }
}
