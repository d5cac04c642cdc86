package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
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
    void withoutAnyDecisionThereIsServiceFromMemoryThatTakesNoAnswer() {
        Guidance safe = guidance.of(sasha, null, request, Set.of());
        assertThat(safe.answerable()).isEmpty();
        assertThat(safe.list().recommendations())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(each -> Set.of("service", "information", "hardship").contains(each.issue()));
    }
}
