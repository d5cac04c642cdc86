package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.attune.catalog.Action;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.Outcome;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.PartEdit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is published or rolled back while people talk does not take away what they talk about. */
class ChangesDuringCallsTest extends ScenarioBed {
    @Autowired
    History history;

    @Autowired
    ChangeRequests requests;

    @Test
    void whatWasProposedCanBeAnsweredAfterItsActionIsRetiredAndComesBackWithARollBack() {
        Decision decision =
                decisions.decide(DecisionRequest.of(customer("changes-1"), Channel.CALL_CENTER, "technical"));
        long before = strategies.revision();
        String action = decision.recommendations().stream()
                .map(each ->
                        Objects.requireNonNull(strategies.document().catalog().action(each.action())))
                .filter(this::isFree)
                .findFirst()
                .map(Action::key)
                .orElseThrow();
        history.shown(decision.id(), order(decision), "test");
        Action there = Objects.requireNonNull(strategies.document().catalog().action(action));
        strategies.edit(PartEdit.action(there, null), "test");

        history.answer(new Answer(decision.id(), action, Outcome.DECLINED, "no-need", null, null), "test");
        assertThat(history.states(decision.id())).containsEntry(action, Outcome.DECLINED);
        assertThat(decisions.read(decision.id()).revision()).isEqualTo(before);
        assertThat(decisions.replay(decision.id()).identical())
                .as("with the catalog of its moment")
                .isTrue();
        assertThat(order(decisions.decide(DecisionRequest.of(customer("changes-2"), Channel.CALL_CENTER, "technical"))))
                .doesNotContain(action);

        requests.rollBack(before, "", "test");
        assertThat(strategies.revision()).isEqualTo(before);
        assertThat(strategies.document().catalog().action(action)).isEqualTo(there);
    }

    /** Nothing else of the strategy names it, so that it can be retired. */
    private boolean isFree(Action action) {
        return strategies
                .validate(PartEdit.action(action, null).apply(strategies.document()))
                .isEmpty();
    }
}
