package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.catalog.Action;
import org.attune.catalog.Nature;
import org.attune.catalog.Vocabulary;
import org.attune.customer.CustomerContext;
import org.attune.decision.Recommendation;
import org.attune.history.Offer;
import org.attune.learning.PropensityModel;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.attune.policy.Shield;
import org.attune.policy.ShieldSettings;
import org.junit.jupiter.api.Test;

/**
 * Random catalogs, bundles, levers, classes, settings, presets, channels, arms and customers, judged by {@link CareTable}: a customer
 * in difficulty is never harmed.
 */
class ShieldPropertyTest {
    private static final int WORLDS = 10_000;

    private final Deliberation deliberation = new Deliberation(new UntrainedModels(), new Vocabulary());

    @Test
    void neverHarmsAProtectedCustomerWhateverTheCatalogSays() {
        Tally tally = run(deliberation);
        assertThat(tally.violations).isEmpty();
        // The proof is worth something only if sales would have happened and customers were protected.
        assertThat(tally.protectedMoments).isGreaterThan(WORLDS / 4);
        assertThat(tally.sold).isGreaterThan(WORLDS / 4);
        assertThat(tally.relieved).isGreaterThan(WORLDS / 20);
    }

    /** The mutation check: without the shield, the same worlds harm customers in every way the table names. */
    @Test
    void withTheShieldSwitchedOffTheSameWorldsHarmCustomersInEveryWay() {
        Deliberation unprotected = new Deliberation(new UntrainedModels(), new Vocabulary()) {
            @Override
            Gate gate(Moment moment) {
                return new Gate(moment, Shield.forbidden(untroubled(moment.customer()), ShieldSettings.DEFAULT));
            }
        };
        Tally tally = run(unprotected);
        for (String way : CareTable.WAYS) {
            assertThat(tally.violations).as(way).anyMatch(each -> each.contains(way));
        }
        assertThat(tally.violations).hasSizeGreaterThan(WORLDS / 2);
    }

    private static final class Tally {
        final List<String> violations = new ArrayList<>();
        int protectedMoments;
        int sold;
        int relieved;
    }

    private static Tally run(Deliberation deliberation) {
        RandomWorld worlds = new RandomWorld(20261122);
        Tally tally = new Tally();
        for (int i = 0; i < WORLDS; i++) {
            Moment moment = worlds.moment();
            Deliberated result = deliberation.run(moment);
            boolean inDifficulty = !moment.customer().activeStates().isEmpty();
            tally.protectedMoments += inDifficulty ? 1 : 0;
            CareTable table = new CareTable(moment);
            for (Recommendation each : result.recommendations()) {
                Action action = Objects.requireNonNull(
                        moment.strategy().document().catalog().action(each.action()));
                tally.sold += CareTable.sells(action, each.issue()) ? 1 : 0;
                tally.relieved += inDifficulty && action.nature() == Nature.FORBEARANCE ? 1 : 0;
                for (String harm : table.harms(action)) {
                    tally.violations.add("world " + i + ": " + each.action() + " " + harm);
                }
            }
            for (Offer each : result.offers()) {
                if (inDifficulty && each.sampled() != each.propensity()) {
                    tally.violations.add("world " + i + ": " + each.action() + " explores");
                }
            }
        }
        return tally;
    }

    private static CustomerContext untroubled(CustomerContext customer) {
        return new CustomerContext(
                customer.id(),
                customer.at(),
                customer.ref(),
                customer.displayName(),
                customer.language(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
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
