package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeOrderTest {

    /** One row per state; columns in the order of {@link Outcome}: n next, r repeat, - refused. */
    @ParameterizedTest
    @CsvSource({
        "'',          nnnnnn---",
        "SHOWN,       rnnnnn--n",
        "PRESENTED,   rrnnn---n",
        "ACCEPTED,    rrr---nn-",
        "DECLINED,    rr-r-----",
        "NOT_NOW,     rr--r----",
        "NOT_OFFERED, r----r---",
        "FULFILLED,   rrr---rn-",
        "CANCELLED,   rrr----r-",
        "EXPIRED,     rnnnnn--r",
    })
    void everyPairIsDecided(String state, String expected) {
        Outcome from = state.isEmpty() ? null : Outcome.valueOf(state);
        String moves = Arrays.stream(Outcome.values())
                .map(to -> switch (OutcomeOrder.move(from, to)) {
                    case NEXT -> "n";
                    case REPEAT -> "r";
                    case REFUSED -> "-";
                })
                .collect(Collectors.joining());
        assertThat(moves).isEqualTo(expected);
    }

    @Test
    void answersThatSpeakOfAConversationImplyPresented() {
        assertThat(Stream.of(Outcome.values()).filter(OutcomeOrder::impliesPresented))
                .containsExactly(
                        Outcome.PRESENTED,
                        Outcome.ACCEPTED,
                        Outcome.DECLINED,
                        Outcome.NOT_NOW,
                        Outcome.FULFILLED,
                        Outcome.CANCELLED);
    }
}
