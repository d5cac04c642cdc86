package org.attune.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A call at each open desk, spread evenly: it rings, is answered at the telephone, the list appears, the agent goes to the second card
 * and back, says why the first is not offered, and ends the call. What an agent does counts until the page has the answer.
 */
final class SessionsLoad {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long THINKING_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final List<String> KEYS = List.of("2", "1", "n", "1");
    private static final double MOST_MILLIS = 300;
    private static final double MOST_ERRORS = 0.001;

    private final SessionsBench bench;
    private final ConcurrentLinkedQueue<Long> interactions = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> lists = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    SessionsLoad(SessionsBench bench) {
        this.bench = bench;
    }

    /** One call at each desk within so many seconds; the figures. */
    Map<String, Object> run(List<LightDesk> desks, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        List<Thread> calls = new ArrayList<>();
        for (int i = 0; i < desks.size(); i++) {
            LightDesk desk = desks.get(i);
            int number = i;
            long due = start + i * TimeUnit.SECONDS.toNanos(seconds) / desks.size();
            calls.add(Thread.ofVirtual().start(() -> call(desk, number, due)));
        }
        for (Thread each : calls) {
            each.join();
        }
        for (LightDesk desk : desks) {
            for (int i = 0; i < desk.failures(); i++) {
                errors.add(desk.user() + " could not follow");
            }
        }
        errors.stream().limit(5).forEach(System.out::println);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("calls", desks.size());
        figures.put("seconds", seconds);
        figures.put("interactions", interactions.size());
        figures.put("errors", errors.size());
        figures.put("interaction", times(interactions).inMillis());
        figures.put("answerToList", times(lists).inMillis());
        return figures;
    }

    /** Whether both bars were met. */
    boolean wentWell() {
        return times(interactions).millis(0.95) <= MOST_MILLIS && errors.size() <= MOST_ERRORS * interactions.size();
    }

    private void call(LightDesk desk, int number, long due) {
        LockSupport.parkNanos(due - System.nanoTime());
        try {
            String call = bench.ring(desk, number);
            LockSupport.parkNanos(THINKING_NANOS);
            long answered = System.nanoTime();
            bench.tell(call, "answered", "\"agent\": \"" + desk.user() + "\"");
            if (!desk.await(true, PATIENCE_MILLIS)) {
                throw new IllegalStateException(desk.user() + " shows no conversation");
            }
            lists.add(System.nanoTime() - answered);
            for (String key : KEYS) {
                LockSupport.parkNanos(THINKING_NANOS);
                press(desk, key);
            }
            bench.tell(call, "ended", "");
            LockSupport.parkNanos(THINKING_NANOS);
            press(desk, "w");
            if (!desk.await(false, PATIENCE_MILLIS)) {
                throw new IllegalStateException(desk.user() + " does not get free");
            }
        } catch (Exception e) {
            errors.add(String.valueOf(e.getMessage()));
        }
    }

    private void press(LightDesk desk, String key) throws Exception {
        long began = System.nanoTime();
        desk.key(key);
        interactions.add(System.nanoTime() - began);
    }

    private static Times times(Iterable<Long> nanos) {
        Times times = new Times();
        nanos.forEach(times::add);
        return times;
    }
}
