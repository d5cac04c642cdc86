package org.attune.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;

/** Conversations, customers and rules of tests of wrap-up. */
public final class WrapUpBed {
    private WrapUpBed() {}

    public static String name(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static CustomerId customer(Customers customers) {
        String ref = name("wrap");
        return SomeCustomer.named(ref, "Wanda " + ref)
                .attributes(Map.of("arrears_days", 0, "has_home_internet", true, "segment", "standard"))
                .consents(Map.of("profiling", true))
                .put(customers);
    }

    /** A conversation that goes on, on the telephone, from a queue. */
    public static Interaction talking(InteractionStore store, CustomerId customer, String agent, String queue) {
        java.time.Instant now = java.time.Instant.now();
        Interaction made = new Interaction(
                InteractionId.next(),
                customer,
                agent,
                Channel.CALL_CENTER,
                "billing",
                State.TALKING,
                "telephony",
                "+33612345678",
                now,
                now,
                null,
                new Line(UUID.randomUUID(), 1, false, queue, null, null, null, null));
        store.insert(made);
        return made;
    }

    /** Somebody who sits at the desk of a branch. */
    static Interaction visit(CustomerId customer) {
        java.time.Instant now = java.time.Instant.now();
        return new Interaction(
                InteractionId.next(),
                customer,
                "agent",
                Channel.BRANCH,
                "billing",
                State.TALKING,
                "search",
                null,
                now,
                now,
                null,
                Line.NONE);
    }

    /** A rule with the codes "solved" (something accepted) and "open" (nothing answered). */
    public static WrapUpRule rule(String queue, WrapUpMode mode) {
        return new WrapUpRule(
                queue,
                mode,
                mode == WrapUpMode.TIMED ? 60 : 0,
                List.of(
                        new WrapUpCode("solved", new LocalText("Solved", "Résolu"), Set.of(WrapUpHint.ACCEPTED)),
                        new WrapUpCode("open", new LocalText("Still open", "En cours"), Set.of(WrapUpHint.NOTHING))),
                new WrapUpCode("late", new LocalText("Not in time", "Pas à temps"), Set.of()));
    }

    /** A queue of its own with such a rule. */
    public static String queue(WrapUpRules rules, WrapUpMode mode) {
        String queue = name("queue");
        rules.save(null, rule(queue, mode), "test");
        return queue;
    }

    static <T> List<T> atOnce(int times, java.util.concurrent.Callable<T> what) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(times)) {
            java.util.concurrent.CountDownLatch start = new java.util.concurrent.CountDownLatch(1);
            List<java.util.concurrent.Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return what.call();
                }));
            }
            start.countDown();
            for (var each : running) {
                results.add(each.get());
            }
        }
        return results;
    }
}
