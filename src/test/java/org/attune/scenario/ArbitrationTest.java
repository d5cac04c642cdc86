package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.Factors;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Recommendation;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How what may be proposed is put in order: propensity, context, value, lever. */
class ArbitrationTest extends ScenarioBed {
    private static final Issue COMPANY = issue(1, Lever.NONE);
    private static final ContextWeight BILLING = new ContextWeight("billing", null, null, null, null, "a", 55);

    @Autowired
    ZoneId zone;

    private static Lever lever(int percent, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Lever(percent, "Ada", "a campaign", from, until);
    }

    /** A: P .12, V 80, lever +20 %; B: P .30, V 40. */
    private StrategyDocument vector(Factors factors) {
        return only(
                COMPANY,
                settings(factors, BILLING),
                action("a", 0.12, 80, 0, lever(20, null, null)),
                action("b", 0.30, 40, 0, Lever.NONE));
    }

    @Test
    void valueAndLeverPutALessLikelyActionFirst() {
        Decision decision = tryOut(vector(Factors.ALL), customer("arbitration-1"), "billing");
        assertThat(order(decision)).containsExactly("a", "b");
        assertThat(decision.recommendations())
                .extracting(Recommendation::priority)
                .satisfiesExactly(
                        a -> assertThat(a).isCloseTo(17.856, within(1e-9)),
                        b -> assertThat(b).isCloseTo(12.0, within(1e-9)));
    }

    @Test
    void aFactorThatIsSwitchedOffCountsAsOne() {
        CustomerId robin = customer("arbitration-2");
        Decision decision = tryOut(vector(new Factors(true, true, false, true)), robin, "billing");
        assertThat(order(decision)).containsExactly("b", "a");
        assertThat(decision.recommendations().getFirst().priority()).isCloseTo(0.30, within(1e-9));
        assertThat(decision.recommendations().getLast().priority()).isCloseTo(0.2232, within(1e-9));

        decision = tryOut(vector(new Factors(false, false, false, false)), robin, "billing");
        assertThat(decision.recommendations())
                .allSatisfy(each -> assertThat(each.priority()).isEqualTo(1));
    }

    @Test
    void theMixOfAnIssueDecidesWhoseValueCounts() {
        CustomerId robin = customer("arbitration-3");
        Action[] both = {
            action("company", 0.3, 90, 10, Lever.NONE), action("customer", 0.3, 10, 90, Lever.NONE),
        };
        ArbitrationSettings settings = settings(Factors.ALL);
        assertThat(order(tryOut(only(issue(0.9, Lever.NONE), settings, both), robin, "")))
                .containsExactly("company", "customer");
        assertThat(order(tryOut(only(issue(0.1, Lever.NONE), settings, both), robin, "")))
                .containsExactly("customer", "company");
    }

    @Test
    void aLeverMovesOnlyBetweenItsDates() {
        CustomerId robin = customer("arbitration-4");
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Action plain = action("plain", 0.3, 50, 50, Lever.NONE);
        for (Lever lapsed : List.of(lever(50, null, today.minusDays(1)), lever(50, today.plusDays(1), null))) {
            Decision decision = tryOut(
                    only(COMPANY, settings(Factors.ALL), action("moved", 0.3, 50, 50, lapsed), plain), robin, "");
            assertThat(decision.recommendations())
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each.priority()).isCloseTo(0.3 * 50, within(1e-9)));
        }
        Decision decision = tryOut(
                only(COMPANY, settings(Factors.ALL), action("moved", 0.3, 50, 50, lever(50, today, today)), plain),
                robin,
                "");
        assertThat(order(decision)).containsExactly("moved", "plain");
        assertThat(decision.recommendations().getFirst().priority()).isCloseTo(0.3 * 50 * 1.5, within(1e-9));
    }

    @Test
    void leversAreBoundedEachAndTogether() {
        StrategyDocument tooMuch =
                only(COMPANY, settings(Factors.ALL), action("moved", 0.3, 50, 50, lever(901, null, null)));
        assertThat(strategies.validate(tooMuch))
                .anySatisfy(problem -> assertThat(problem.place()).isEqualTo("actions[moved].lever"));

        Decision decision = tryOut(
                only(
                        issue(1, lever(900, null, null)),
                        settings(Factors.ALL),
                        action("moved", 0.3, 50, 50, lever(900, null, null))),
                customer("arbitration-5"),
                "");
        assertThat(decision.recommendations().getFirst().priority())
                .as("at most ten times")
                .isCloseTo(0.3 * 50 * 10, within(1e-9));
    }

    @Test
    void whyTheCustomerCallsWhereTheyStandAndHowManyCallMoveTheList() {
        CustomerId robin = customer("arbitration-6");
        happened(robin, "cancel-page-viewed");
        ContextWeight stage =
                new ContextWeight(null, null, null, "retention", "considering", null, null, null, "stage", 30);
        ContextWeight volume = new ContextWeight(null, null, null, null, null, "high", null, null, "busy", 60);
        StrategyDocument document = only(
                COMPANY,
                settings(Factors.ALL, BILLING, stage, volume),
                action("a", 0.3, 50, 50, Lever.NONE),
                action("busy", 0.3, 50, 50, Lever.NONE),
                action("stage", 0.3, 50, 50, Lever.NONE));

        assertThat(order(tryOut(document, robin, ""))).containsExactly("stage", "a", "busy");
        Decision billing = tryOut(document, robin, "billing");
        assertThat(order(billing)).containsExactly("a", "stage", "busy");
        assertThat(billing.recommendations().getFirst().reasons())
                .as("and the agent hears why")
                .anySatisfy(reason -> assertThat(reason.text().en()).containsIgnoringCase("bill"));
        DecisionRequest busy = new DecisionRequest(
                robin, Channel.CALL_CENTER, "billing", null, null, null, Map.of("volume", "high"), null);
        assertThat(order(tryOut(document, busy))).containsExactly("busy", "a", "stage");
    }

    @Test
    void theOrderIsTheSameEachTimeAndTiesGoByKey() {
        CustomerId robin = customer("arbitration-7");
        StrategyDocument document = only(
                COMPANY,
                settings(Factors.ALL),
                action("c", 0.3, 50, 50, Lever.NONE),
                action("a", 0.3, 50, 50, Lever.NONE),
                action("d", 0.3, 50, 50, Lever.NONE),
                action("b", 0.3, 50, 50, Lever.NONE));
        for (int i = 0; i < 100; i++) {
            assertThat(order(tryOut(document, robin, ""))).containsExactly("a", "b", "c");
        }
        DecisionRequest one = new DecisionRequest(robin, Channel.WEB, "", null, null, 1, Map.of(), null);
        assertThat(order(tryOut(document, one))).containsExactly("a");
    }
}
