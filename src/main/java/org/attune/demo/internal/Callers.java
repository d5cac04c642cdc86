package org.attune.demo.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The people who call virtual colleagues: made up as they come, so that the demo's three hundred customers stay as they are for
 * those who look at them. Everybody calls up to three times. For one thread at a time.
 */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class Callers {
    private static final int BLOCK = 100;
    private static final int WAITING = 30;
    private static final int CALLS_EACH = 3;

    private final SeedMarks marks;
    private final PersonWriter writer;
    private final Customers customers;
    private final Clock clock;
    private final ZoneId zone;
    private final List<Caller> waiting = new ArrayList<>();
    private @Nullable Population population;
    private long next;
    private long end;

    Callers(SeedMarks marks, PersonWriter writer, Customers customers, Clock clock, ZoneId zone) {
        this.marks = marks;
        this.writer = writer;
        this.customers = customers;
        this.clock = clock;
        this.zone = zone;
    }

    private record Caller(CustomerId id, int callsLeft) {}

    /** Who calls next: somebody new, or one of the last again. */
    CustomerId next(Chance chance) {
        if (waiting.size() < WAITING || chance.of(1.0 / CALLS_EACH)) {
            CustomerId fresh = create();
            waiting.add(new Caller(fresh, CALLS_EACH - 1));
            return fresh;
        }
        int which = chance.between(0, waiting.size() - 1);
        Caller again = waiting.remove(which);
        if (again.callsLeft() > 1) {
            waiting.add(new Caller(again.id(), again.callsLeft() - 1));
        }
        return again.id();
    }

    private CustomerId create() {
        if (next == end) {
            next = marks.reserve("callers", BLOCK);
            end = next + BLOCK;
        }
        Population people = population;
        if (people == null) {
            people = new Population(DemoSeed.SEED + 1 + next, zone);
            population = people;
        }
        int index = (int) (1_000 + next++);
        String ref = "L-" + (100_000 + index);
        writer.write(people.next(ref, index, clock.instant()));
        CustomerId id = customers.idOf(ref);
        if (id == null) {
            throw new IllegalStateException("caller " + ref + " was not stored");
        }
        return id;
    }
}
