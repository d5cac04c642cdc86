package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.Factors;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Lever;
import org.attune.customer.CustomerState;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.history.ActionFigures;
import org.attune.history.Answer;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To propose nothing and listen is a candidate like others; and what is said is said in the customer's tone. */
class ListeningTest extends ScenarioBed {
    @Autowired
    History history;

    @Autowired
    Figures figures;

    @Autowired
    ZoneId zone;

    private StrategyDocument likely(double propensity) {
        NoneThreshold complaint = new NoneThreshold(null, "complaint", null, null, null, null, 0.5);
        return only(
                issue(0.5, Lever.NONE),
                new ArbitrationSettings(Factors.ALL, 0, 0, 3, List.of(), List.of(complaint)),
                action("help", propensity, 50, 50, Lever.NONE));
    }

    @Test
    void whereOnlyTheVeryLikelyShouldBeSaidListeningWinsAndSaysWhy() {
        CustomerId robin = customer("listening-1");
        Decision decision = tryOut(likely(0.4), robin, "complaint");
        assertThat(decision.recommendations()).isEmpty();
        assertThat(decision.none()).isNotNull().satisfies(why -> {
            assertThat(why.en()).isEqualTo("Nothing is likely enough to help now. Listen.");
            assertThat(why.fr()).isEqualTo("Rien n’a assez de chances d’aider maintenant. Écoutez.");
        });
        assertThat(decision.dropped()).singleElement().satisfies(each -> {
            assertThat(each.stage()).isEqualTo("threshold");
            assertThat(each.values()).containsEntry("threshold", 0.5);
        });
        assertThat(tryOut(likely(0.4), robin, "billing").none())
                .as("in another situation it is said")
                .isNull();
        assertThat(tryOut(likely(0.6), robin, "complaint").none()).isNull();
    }

    @Test
    void whatWasAllSaidBeforeIsAReasonToListen() {
        CustomerId robin = customer("listening-2");
        Decision decision = decisions.decide(DecisionRequest.of(robin, Channel.CALL_CENTER, "billing"));
        for (int round = 0; round < 40 && decision.none() == null; round++) {
            history.shown(decision.id(), order(decision), "test");
            for (Recommendation each : decision.recommendations()) {
                history.answer(
                        new Answer(decision.id(), each.action(), Outcome.DECLINED, "no-need", null, null), "test");
            }
            decision = decisions.decide(DecisionRequest.of(robin, Channel.CALL_CENTER, "billing"));
        }
        assertThat(decision.none())
                .isNotNull()
                .satisfies(why -> assertThat(why.en()).isEqualTo("Everything relevant was proposed recently. Listen."));
    }

    @Test
    void listeningIsRecordedAndHasFiguresOfItsOwn() {
        long before = listened();
        Decision decision =
                decisions.decide(DecisionRequest.of(customer("listening-3"), Channel.CALL_CENTER, "billing"));
        assertThat(decisions.read(decision.id()).candidates()).isNotEmpty();
        history.shown(decision.id(), List.of(Decisions.NONE), "test");
        history.answer(new Answer(decision.id(), Decisions.NONE, Outcome.ACCEPTED, null, null, null), "test");
        assertThat(listened()).isEqualTo(before + 1);
        assertThat(history.pastOffers(decision.customer()))
                .filteredOn(each -> each.action().equals(Decisions.NONE))
                .hasSizeLessThanOrEqualTo(1);
    }

    private long listened() {
        return figures.actions(new FigureFilter(null, null, null, zone)).stream()
                .filter(each -> each.action().equals(Decisions.NONE))
                .mapToLong(ActionFigures::accepted)
                .sum();
    }

    @Test
    void theCustomersOwnToneIsObeyedAndWhoIsInDifficultyIsSpokenToGently() {
        StrategyDocument document = likely(0.6);
        assertThat(said(document, customer("listening-4", Map.of(), Map.of("tone", "direct"))))
                .isEqualTo("Directly");
        assertThat(said(document, customer("listening-5", Map.of(), Map.of(), CustomerState.BEREAVEMENT)))
                .isEqualTo("Gently");
        assertThat(said(
                        document,
                        customer("listening-6", Map.of(), Map.of("tone", "direct"), CustomerState.BEREAVEMENT)))
                .as("their own wish comes first")
                .isEqualTo("Directly");
    }

    private String said(StrategyDocument document, CustomerId customer) {
        Recommendation.Script script = tryOut(document, customer, "billing")
                .recommendations()
                .getFirst()
                .treatment();
        return script == null ? "" : script.script();
    }
}
