package org.attune.channel.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps decisions quick under overload: so many at once, the next ones wait a moment in line, and who would wait longer is told
 * to come back. Refusing is cheap, so those that are taken stay about as quick as ever.
 */
@Component
class DecisionGate implements HandlerInterceptor {
    private final Semaphore places;
    private final int size;
    private final Duration wait;
    private final Counter shed;

    /**
     * @param size decisions of the API at once; 0 means eight per processor
     * @param wait how long a decision may wait for its turn
     */
    DecisionGate(
            @Value("${attune.api.decisions-at-once:0}") int size,
            @Value("${attune.api.decision-wait:50ms}") Duration wait,
            MeterRegistry meters) {
        this.size = size > 0 ? size : 8 * Runtime.getRuntime().availableProcessors();
        this.places = new Semaphore(this.size, true);
        this.wait = wait;
        this.shed = Counter.builder("attune.api.decisions.shed")
                .description("Decisions refused because too many were being made")
                .register(meters);
        Gauge.builder("attune.api.decisions.running", () -> this.size - places.availablePermits())
                .description("Decisions of the API being made now")
                .register(meters);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isDecision(request) || enter()) {
            return true;
        }
        shed.increment();
        throw new ProblemException(ApiProblem.of(
                        ProblemType.OVERLOADED,
                        "More decisions are asked for than can be made in time. Nothing was written: wait as long as"
                                + " Retry-After says, then send the same again.")
                .header(HttpHeaders.RETRY_AFTER, "1"));
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        if (isDecision(request)) {
            leave();
        }
    }

    /** Waits for a place; false when there is none in time. */
    boolean enter() {
        try {
            return places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }

    int size() {
        return size;
    }

    private static boolean isDecision(HttpServletRequest request) {
        return "POST".equals(request.getMethod());
    }
}
