package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.AttuneTest;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ExplorationMethod;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.decision.Replay;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.attune.strategy.Strategies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Any past decision can be taken again, bit for bit, with the catalog, the models and the inputs of its moment. */
@AttuneTest
class ReplayTest {
    private static final List<String> REASONS =
            List.of("", "billing", "payment", "technical", "leaving", "upgrade", "moving", "travel", "complaint");

    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    History history;

    @Autowired
    Strategies strategies;

    @Autowired
    JdbcTemplate jdbc;

    /** Exploration and the control group draw numbers, too, which a replay must draw again. */
    @BeforeEach
    void withChance() {
        ArbitrationSettings all = strategies.document().arbitration();
        ArbitrationSettings chance =
                new ArbitrationSettings(all.factors(), 0.1, 0.5, all.top(), all.contextWeights(), all.thresholds());
        if (!all.equals(chance)) {
            strategies.publish(strategies.document().with(chance), "with chance", "test");
        }
    }

    @Test
    void everyPastDecisionIsReplayedToTheLastBitWhileAnswersUndosAndEditsWentOn() {
        List<DecisionId> past = live(Integer.getInteger("attune.replays", 200), new Random(7));
        List<Replay> different = past.stream()
                .map(decisions::replay)
                .filter(replay -> !replay.identical())
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void aReplayDrawsTheSameFirstWhereTheDistanceToTheBestDecides() {
        ArbitrationSettings all = strategies.document().arbitration();
        strategies.publish(
                strategies
                        .document()
                        .with(new ArbitrationSettings(
                                all.factors(),
                                0.1,
                                1,
                                all.top(),
                                all.contextWeights(),
                                all.thresholds(),
                                ExplorationMethod.INVERSE_GAP)),
                "by distance",
                "test");
        List<DecisionId> past = live(40, new Random(17));
        assertThat(past.stream().map(decisions::replay).filter(replay -> !replay.identical()))
                .isEmpty();
    }

    @Test
    void aReplayThatComesOutDifferentlyIsSaid() {
        DecisionId id = live(20, new Random(11)).stream()
                .filter(each -> history.decision(each).offers().stream().anyMatch(offer -> offer.rank() == 1))
                .findFirst()
                .orElseThrow();
        int changed = jdbc.update(
                "UPDATE history_offer SET propensity = propensity + 1e-15 WHERE decision_id = ? AND rank = 1",
                id.value());
        assertThat(changed).isOne();
        Replay replay = decisions.replay(id);
        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences()).isNotEmpty();
    }

    @Test
    void theTraceTellsOfEveryActionHowFarItCame() {
        DecisionId id = live(1, new Random(13)).getFirst();
        DecisionTrace trace = decisions.read(id);
        assertThat(trace.candidates())
                .hasSameSizeAs(strategies.at(trace.revision()).actions());
        assertThat(trace.facts()).containsKeys("states", "signals", "channel");
        assertThat(trace.candidates()).allSatisfy(each -> {
            if (each.stage().equals("ranked")) {
                assertThat(each.rank()).isPositive();
                assertThat(each.score()).isNotNull();
                assertThat(each.rule()).isEmpty();
            } else {
                assertThat(each.rule()).isNotBlank();
                assertThat(each.words()).isNotNull();
            }
        });
    }

    private List<DecisionId> live(int count, Random random) {
        List<CustomerSummary> people = new ArrayList<>(customers.find("ma", 50));
        people.addAll(customers.find("le", 50));
        List<DecisionId> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Decision decision = decisions.decide(DecisionRequest.of(
                    people.get(random.nextInt(people.size())).id(),
                    Channel.CALL_CENTER,
                    REASONS.get(random.nextInt(REASONS.size()))));
            made.add(decision.id());
            for (Recommendation each : decision.recommendations()) {
                int dice = random.nextInt(6);
                if (dice < 3) {
                    history.answer(
                            new Answer(
                                    decision.id(),
                                    each.action(),
                                    dice == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                                    null,
                                    null,
                                    null),
                            "test");
                    if (random.nextInt(8) == 0) {
                        history.undo(decision.id(), each.action(), "test");
                    }
                    break; // what else is on the list may be a bundle that holds what was just answered
                }
            }
            if (i % 50 == 25) {
                var action = strategies.document().actions().get(random.nextInt(20));
                strategies.pause(action.key(), true, "test");
                strategies.pause(action.key(), false, "test");
            }
        }
        return made;
    }
}
