package org.attune.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends requests when they are due, however the answers come; times count from when a request was due, so that waiting in line shows. */
final class OpenLoop {
    private final Api api;
    private final int seconds;
    private final long start = System.nanoTime() + 200_000_000L;
    private final List<Thread> threads = new ArrayList<>();

    OpenLoop(Api api, int seconds) {
        this.api = api;
        this.seconds = seconds;
    }

    /** One request; null when there was nothing to send. */
    @FunctionalInterface
    interface Request {
        KeepAlive.@Nullable Answer send(KeepAlive connection) throws Exception;
    }

    /** Begins to send so many a second; whoever of the connections is free takes the next. */
    void send(int perSecond, int connections, Tally tally, Request request) {
        AtomicInteger next = new AtomicInteger();
        for (int c = 0; c < connections; c++) {
            threads.add(Thread.ofPlatform().start(() -> paced(perSecond, next, tally, request)));
        }
    }

    /** Waits until all has been sent and answered. */
    void await() throws InterruptedException {
        for (Thread each : threads) {
            each.join(Duration.ofSeconds(seconds + 60L));
        }
    }

    private void paced(int perSecond, AtomicInteger next, Tally tally, Request request) {
        long end = (long) perSecond * seconds;
        KeepAlive connection = null;
        for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            try {
                if (connection == null) {
                    connection = api.connection();
                }
                tally.count(request.send(connection), System.nanoTime() - due);
            } catch (Exception e) {
                tally.failed(e.toString());
                connection = null;
            }
        }
    }
}
