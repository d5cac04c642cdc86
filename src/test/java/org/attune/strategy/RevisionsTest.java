package org.attune.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.catalog.Action;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Revisions as the application keeps them. */
@AttuneTest
class RevisionsTest {
    @Autowired
    Strategies strategies;

    @Test
    void aPastRevisionIsThereAsItWasWhateverHappenedSince() {
        StrategyDocument before = strategies.document();
        long past = strategies.revision();
        Action action = before.actions().getFirst();
        strategies.pause(action.key(), !action.paused(), "test");
        strategies.pause(action.key(), action.paused(), "test");

        Strategy again = strategies.at(past);

        assertThat(again.document()).isEqualTo(before);
        assertThat(strategies.at(past)).as("compiled once").isSameAs(again);
        assertThat(Objects.requireNonNull(
                                strategies.at(past + 1).document().catalog().action(action.key()))
                        .paused())
                .isNotEqualTo(action.paused());
    }

    @Test
    void aNumberThatNeverWasIsNotFound() {
        assertThatThrownBy(() -> strategies.at(999_999)).isInstanceOf(NotFoundException.class);
    }
}
