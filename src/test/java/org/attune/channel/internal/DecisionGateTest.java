package org.attune.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Under overload decisions are refused quickly, and the places of those that are done are free again. */
class DecisionGateTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();
    private final DecisionGate gate = new DecisionGate(2, Duration.ofMillis(5), meters, now::get);
    private final MockHttpServletRequest decision = new MockHttpServletRequest("POST", "/api/v1/decisions");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void theThirdOfTwoIsToldToComeBack() {
        assertThat(enter()).isTrue();
        assertThat(enter()).isTrue();
        assertThat(meters.get("attune.api.decisions.running").gauge().value()).isEqualTo(2);
        assertThatThrownBy(this::enter).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem().type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(problem.problem().headers().getFirst("Retry-After")).isEqualTo("1");
        });
        assertThat(meters.get("attune.api.decisions.shed").counter().count()).isEqualTo(1);
    }

    @Test
    void aPlaceIsFreeAgainWhenItsDecisionIsDoneOrHasFailed() {
        enter();
        enter();
        gate.afterCompletion(decision, response, this, null);
        assertThat(enter()).isTrue();
        gate.afterCompletion(decision, response, this, new IllegalStateException());
        assertThat(enter()).isTrue();
        assertThatThrownBy(this::enter).isInstanceOf(ProblemException.class);
    }

    @Test
    void aBurstMayWaitButAnOverloadMayNot() {
        enter();
        enter();
        pass(Duration.ofMillis(499));
        assertThat(gate.patience()).isEqualTo(Duration.ofMillis(5));
        pass(Duration.ofMillis(2)); // nobody has found the line empty for half a second
        assertThat(gate.patience()).isEqualTo(Duration.ofNanos(100_000));
    }

    @Test
    void patienceReturnsWhenNobodyWasRefusedForASecond() {
        enter();
        enter();
        pass(Duration.ofMillis(501));
        pass(Duration.ofMillis(900));
        assertThatThrownBy(this::enter).isInstanceOf(ProblemException.class);
        gate.leave();
        assertThat(enter()).isTrue(); // the line is empty, but it has just been full
        pass(Duration.ofMillis(499));
        assertThat(gate.patience()).isEqualTo(Duration.ofNanos(100_000));
        pass(Duration.ofMillis(902));
        gate.leave();
        assertThat(enter()).isTrue();
        assertThat(gate.patience()).isEqualTo(Duration.ofMillis(5));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void withoutASettingThereAreFourPerProcessor() {
        assertThat(new DecisionGate(0, Duration.ZERO, new SimpleMeterRegistry()).size())
                .isEqualTo(4 * Runtime.getRuntime().availableProcessors());
    }

    private boolean enter() {
        return gate.preHandle(decision, response, this);
    }
}
