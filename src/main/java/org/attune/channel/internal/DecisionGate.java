package org.attune.channel.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps decisions quick under overload: so many at once, the next ones wait a moment in line, and who would wait longer is told
 * to come back. Refusing is cheap, so those that are taken stay about as quick as ever.
 *
 * <p>A line is good for a burst and does harm in an overload, when everybody who gets a turn has waited as long as is allowed. So
 * when nobody has found the line empty for half a second (a new catalog or a collection of garbage is shorter), patience shrinks to a
 * fiftieth, until nobody has been refused for a
 * second (the rule of Maurer, Fail at Scale, ACM Queue 2015, after CoDel; the second keeps it from swinging to and fro).
 */
@Component
class DecisionGate implements HandlerInterceptor {
    private static final long BURST_NANOS = 500_000_000L;
    private static final long CALM_NANOS = 1_000_000_000L;
    private static final int HURRY = 50;

    private final Semaphore places;
    private final int size;
    private final Duration wait;
    private final LongSupplier nanos;
    private final Counter shed;
    private volatile long emptyAt;
    private volatile long hurryUntil;

    /**
     * @param size decisions of the API at once; 0 means four per processor
     * @param wait how long a decision may wait for its turn in a burst
     */
    @Autowired
    DecisionGate(
            @Value("${attune.api.decisions-at-once:0}") int size,
            @Value("${attune.api.decision-wait:250ms}") Duration wait,
            MeterRegistry meters) {
        this(size, wait, meters, System::nanoTime);
    }

    DecisionGate(int size, Duration wait, MeterRegistry meters, LongSupplier nanos) {
        this.size = size > 0 ? size : 4 * Runtime.getRuntime().availableProcessors();
        this.places = new Semaphore(this.size, true);
        this.wait = wait;
        this.nanos = nanos;
        emptyAt = nanos.getAsLong();
        hurryUntil = emptyAt;
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
            if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) { // takes nobody's turn, unlike the form without a time
                emptyAt = nanos.getAsLong();
                return true;
            }
            boolean entered = places.tryAcquire(patience().toNanos(), TimeUnit.NANOSECONDS);
            if (!entered && hurries()) {
                hurryUntil = nanos.getAsLong() + CALM_NANOS;
            }
            return entered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How long to wait for a place now. */
    Duration patience() {
        long now = nanos.getAsLong();
        if (now - emptyAt > BURST_NANOS) {
            hurryUntil = now + CALM_NANOS;
        }
        return hurries() ? wait.dividedBy(HURRY) : wait;
    }

    private boolean hurries() {
        return nanos.getAsLong() - hurryUntil < 0;
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
