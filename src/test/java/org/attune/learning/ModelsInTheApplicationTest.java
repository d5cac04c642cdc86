package org.attune.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.ModelPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same log and models as they are wired in the application. */
@AttuneTest
class ModelsInTheApplicationTest {

    private final String action = "action-" + UUID.randomUUID();

    @Autowired
    private History history;

    @Autowired
    private Models models;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void theNextDecisionKnowsTheAnswer() {
        DecisionRecord decision = decided();
        double before = propensity(decision);
        answer(decision, Outcome.ACCEPTED);

        assertThat(propensity(decision)).isGreaterThan(before);
        history.undo(decision.id(), action, "agent");
        assertThat(models.figures(action)).isEmpty();
    }

    @Test
    void anAnswerInsideALargerTransactionIsKnownOnceThatHasCommitted() {
        DecisionRecord decision = decided();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            answer(decision, Outcome.DECLINED);
            models.catchUp();
            assertThat(models.figures(action)).isEmpty();
        });
        assertThat(models.figures(action).orElseThrow().responses()).isEqualTo(1);
    }

    private DecisionRecord decided() {
        DecisionRecord decision =
                LogBed.decision(CustomerId.next(), Instant.now(), "main", Map.of("job", "nurse"), action);
        history.record(decision, new byte[0]);
        return decision;
    }

    private void answer(DecisionRecord decision, Outcome outcome) {
        history.answer(new Answer(decision.id(), action, outcome, null, null, null), "agent");
    }

    private double propensity(DecisionRecord decision) {
        return models.predict(
                        decision.situation(),
                        List.of(new Models.Subject(new ModelPath("sales", "savings", action), 0.3)))
                .predictions()
                .getFirst()
                .propensity();
    }
}
