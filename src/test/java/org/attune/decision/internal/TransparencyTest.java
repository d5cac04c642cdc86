package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attune.AttuneTest;
import org.attune.kernel.Problem;
import org.attune.learning.EngineVariant;
import org.attune.learning.PromotionGate;
import org.attune.learning.engine.EngineSettings;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class TransparencyTest {

    private static final EngineVariant OPAQUE = new EngineVariant("opaque", EngineSettings.defaults(), false);

    @Autowired
    private LiveStrategy live;

    @Autowired
    private PromotionGate gate;

    @Test
    void anEngineThatCannotExplainItselfIsNotPutInCharge() {
        List<Problem> problems = gate.problems(OPAQUE);

        assertThat(problems).isNotEmpty();
        assertThat(problems.getFirst().message())
                .contains("only an engine that can explain its scores exactly may decide")
                .contains("'opaque' cannot");
        EngineVariant.all()
                .forEach(each -> assertThat(gate.problems(each)).as(each.key()).isEmpty());
    }

    @Test
    void aStrategyWithHardshipOrCollectionsIsRefusedUnderSuchAnEngine() {
        StrategyDocument document = live.current().document();
        long careful = document.actions().stream()
                .filter(action -> {
                    String issue = document.catalog().group(action.group()).issue();
                    return issue.equals("hardship") || issue.equals("collections");
                })
                .count();

        assertThat(careful).isPositive();
        assertThat(Transparency.problems(OPAQUE, document)).hasSize((int) careful);
        assertThat(Transparency.problems(EngineVariant.STANDARD, document)).isEmpty();
    }
}
