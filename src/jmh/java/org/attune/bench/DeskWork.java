package org.attune.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Agents at work: at each desk a call every so often, one desk after the other, whatever the answers take. Beside them some empty views
 * that are asked, and told, once a second each. Every page says each five minutes that it is still there.
 */
final class DeskWork {
    private static final Duration HEARTBEAT = Duration.ofSeconds(300);
    private static final Duration ASKED = Duration.ofSeconds(1);

    private final Telephone telephone;
    private final List<LightDesk> desks;
    private final IntFunction<String> customers;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    /** @param customers who calls, by the number of the call */
    DeskWork(Telephone telephone, List<LightDesk> desks, IntFunction<String> customers) {
        this.telephone = telephone;
        this.desks = desks;
        this.customers = customers;
    }

    /** Each desk has one call, so many of them begin in a second; a call takes so long. */
    void once(double perSecond, Duration length, DeskFigures figures) throws InterruptedException {
        long start = System.nanoTime();
        figures.begin();
        for (int i = 0; i < desks.size(); i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            LightDesk desk = desks.get(i);
            threads.add(Thread.ofVirtual().start(() -> call(desk, length, due, figures)));
        }
        join();
    }

    /** Calls for a while; the last ones are gone through to their end. */
    void during(Duration time, Duration every, Duration length, List<LightDesk> empty, DeskFigures figures)
            throws InterruptedException {
        long start = System.nanoTime() + 500_000_000L;
        long end = start + time.toNanos();
        figures.begin();
        for (int i = 0; i < desks.size(); i++) {
            LightDesk desk = desks.get(i);
            long first = start + every.toNanos() * i / desks.size();
            threads.add(Thread.ofVirtual().start(() -> {
                for (long due = first; due < end; due += every.toNanos()) {
                    call(desk, length, due, figures);
                }
            }));
            repeat(
                    first,
                    end,
                    HEARTBEAT,
                    () -> figures.other("heartbeat", () -> {
                        long sent = System.nanoTime();
                        desk.heartbeat();
                        return System.nanoTime() - sent;
                    }));
        }
        for (int i = 0; i < empty.size(); i++) {
            LightDesk view = empty.get(i);
            repeat(start + ASKED.toNanos() * i / empty.size(), end, ASKED, () -> ask(view, figures));
        }
        join();
    }

    private void join() throws InterruptedException {
        for (Thread each : threads) {
            each.join();
        }
        threads.clear();
    }

    private void call(LightDesk desk, Duration length, long due, DeskFigures figures) {
        int number = calls.getAndIncrement();
        new DeskCall(telephone, desk, customers.apply(number), number, length, due, figures).run();
    }

    private void repeat(long first, long end, Duration every, Runnable what) {
        threads.add(Thread.ofVirtual().start(() -> {
            for (long due = first; due < end; due += every.toNanos()) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                what.run();
            }
        }));
    }

    private static void ask(LightDesk view, DeskFigures figures) {
        long node = view.elements().place("empty");
        figures.beside("empty: answer", () -> {
            LightPage.Reply reply = view.call(node, "show", "now " + System.nanoTime(), false);
            return reply.at() - reply.sent();
        });
        figures.beside("empty: push", () -> {
            String text = "later " + System.nanoTime();
            var next = view.next(text);
            long sent = System.nanoTime();
            view.call(node, "show", text, true);
            LightPage.Told told = view.await(next);
            if (!told.pushed()) {
                throw new IllegalStateException("it was not pushed");
            }
            return told.at() - sent;
        });
    }

    /** How many calls there were. */
    int calls() {
        return calls.get();
    }
}
