package org.attune.demo;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.attune.catalog.Action;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.demo.internal.HiddenPreferences;
import org.attune.demo.internal.LivePulse;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Tone;
import org.attune.strategy.LiveStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The live demo: while it is on, virtual colleagues take calls of invented customers, and calls ring on the desks of agents who
 * are free. Exists only when {@code attune.demo} is on; off at the start unless {@code attune.demo.live} says otherwise.
 */
@Service
@ConditionalOnBooleanProperty("attune.demo")
public class LiveDemo {
    /** Simulated calls per second, at least. */
    public static final double SLOWEST = 0.5;
    /** Simulated calls per second, at most. */
    public static final double FASTEST = 20;
    /** Simulated calls per second unless somebody chooses. */
    public static final double USUAL = 3;

    private final LivePulse pulse;
    private final Customers customers;
    private final LiveStrategy strategy;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean initially;

    LiveDemo(
            LivePulse pulse,
            Customers customers,
            LiveStrategy strategy,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${attune.demo.live:false}") boolean initially) {
        this.pulse = pulse;
        this.customers = customers;
        this.strategy = strategy;
        this.events = events;
        this.clock = clock;
        this.initially = initially;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (initially) {
            pulse.start();
        }
    }

    /** Whether it runs. It also ends by itself, after 20,000 calls. */
    public boolean isOn() {
        return pulse.isOn();
    }

    /** Simulated calls per second. */
    public double pace() {
        return pulse.pace();
    }

    /** Simulated calls since it was last switched on. */
    public long calls() {
        return pulse.calls();
    }

    /** Starts or ends it; calls that ring are then withdrawn. */
    public void switchTo(boolean on, String who) {
        if (on == pulse.isOn()) {
            return;
        }
        events.publishEvent(new AuditedEvent(who, on ? "demo.started" : "demo.ended", "demo", "live", null, null));
        if (on) {
            pulse.start();
        } else {
            pulse.stop();
        }
    }

    /**
     * Chooses how fast virtual colleagues work.
     *
     * @param callsPerSecond from {@link #SLOWEST} to {@link #FASTEST}
     */
    public void setPace(double callsPerSecond) {
        if (!(callsPerSecond >= SLOWEST && callsPerSecond <= FASTEST)) {
            throw new InvalidException("pace", "The pace must lie between 0.5 and 20 calls per second.");
        }
        pulse.pace(callsPerSecond);
    }

    /**
     * What an invented customer would say to a proposal now; empty for anybody else and for actions nothing is known about. The
     * same question gets the same answer.
     *
     * @param reason reason of call, empty when unknown
     * @param tone in which it is said, null when unknown
     */
    public Optional<SimulatedAnswer> wouldSay(CustomerId customer, String reason, String action, @Nullable Tone tone) {
        CustomerContext context = customers.context(customer, clock.instant());
        HiddenPreferences preferences = HiddenPreferences.load();
        if (!context.ref().matches("[CL]-1\\d{5}") || !preferences.knows(action) || !strategy.exists()) {
            return Optional.empty();
        }
        Action found = strategy.current().document().catalog().action(action);
        if (found == null) {
            return Optional.empty();
        }
        String issue = strategy.current().document().catalog().issueOf(found).key();
        long seed = Objects.hash(context.ref(), reason, action);
        return Optional.of(preferences.answer(context, reason, action, issue, tone, seed));
    }
}
