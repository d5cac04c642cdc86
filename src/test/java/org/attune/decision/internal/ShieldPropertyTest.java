package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Nature;
import org.attune.catalog.Vocabulary;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.decision.Recommendation;
import org.attune.learning.PropensityModel;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.junit.jupiter.api.Test;

/** Random catalogs, levers, classes, arms and customers: a customer in difficulty is never sold to. */
class ShieldPropertyTest {
    private static final int WORLDS = 10_000;

    private final Deliberation deliberation = new Deliberation(new UntrainedModels(), new Vocabulary());

    @Test
    void neverSellsToACustomerInDifficultyWhateverTheCatalogSays() {
        RandomWorld worlds = new RandomWorld(20261122);
        int protectedMoments = 0;
        int sold = 0;
        for (int i = 0; i < WORLDS; i++) {
            Moment moment = worlds.moment();
            CustomerContext customer = moment.customer();
            Deliberated result = deliberation.run(moment);
            boolean inDifficulty = !customer.activeStates().isEmpty();
            boolean coolingOff = customer.endedStates().values().stream()
                    .anyMatch(end -> end.plusSeconds(90 * 86_400L).isAfter(customer.at()));
            protectedMoments += inDifficulty ? 1 : 0;
            for (Recommendation each : result.recommendations()) {
                Action action = moment.strategy().document().catalog().action(each.action());
                boolean sale = sale(action, each.issue());
                sold += sale ? 1 : 0;
                if (inDifficulty || coolingOff) {
                    assertThat(sale)
                            .as("world %d offers %s to %s", i, action, customer)
                            .isFalse();
                }
                if (inDifficulty && collects(action, each.issue())) {
                    assertThat(customer.activeStates())
                            .as("world %d collects with %s", i, action)
                            .doesNotContain(CustomerState.MORATORIUM, CustomerState.FRAUD_ALERT);
                    assertThat(action.nature()).isIn(Nature.FORBEARANCE, Nature.REPAYMENT);
                }
            }
        }
        // The proof is worth something only if sales would have happened and customers were protected.
        assertThat(protectedMoments).isGreaterThan(WORLDS / 4);
        assertThat(sold).isGreaterThan(WORLDS / 4);
    }

    /** Written out here on purpose, not taken from the shield. */
    private static boolean sale(Action action, String issue) {
        return Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT).contains(action.nature())
                || issue.equals("sales")
                || action.priceDelta().doubleValue() > 0;
    }

    private static boolean collects(Action action, String issue) {
        return action.nature() == Nature.COLLECTION || issue.equals("collections");
    }

    /** The real engine, before its first answer. */
    private static final class UntrainedModels implements PropensityModel {
        private final LearningEngine engine = new LearningEngine(EngineSettings.defaults());

        @Override
        public long position() {
            return 0;
        }

        @Override
        public long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
            engine.score(roster, situation, candidates, count, out);
            return 0;
        }

        @Override
        public List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation) {
            return engine.explain(path, startingPropensity, situation);
        }
    }
}
