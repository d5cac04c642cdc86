package org.attune.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Clients on the same machine that ask for one decision after the other, each over a connection of its own. */
final class HttpLoad {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Api api;
    private final int customers;
    private final IntFunction<String> refs;

    /** @param refs the customers that are asked about, from 0 on */
    HttpLoad(Api api, int customers, IntFunction<String> refs) {
        this.api = api;
        this.customers = customers;
        this.refs = refs;
    }

    /**
     * What came of it.
     *
     * @param cpuMicros CPU time of the JVM for a decision, the clients' included, the database's not
     */
    record Load(int clients, double perSecond, Times times, int failed, double cpuMicros) {
        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("clients", clients);
            figures.put("perSecond", perSecond);
            figures.putAll(times.inMillis());
            figures.put("cpuMicros", cpuMicros);
            figures.put("failed", failed);
            return figures;
        }
    }

    Load run(int clients, int seconds) throws Exception {
        AtomicInteger failures = new AtomicInteger();
        List<Future<Times>> running = new ArrayList<>();
        long cpu = SYSTEM.getProcessCpuTime();
        long started = System.nanoTime();
        long end = started + seconds * 1_000_000_000L;
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (int c = 0; c < clients; c++) {
                int client = c;
                running.add(pool.submit(() -> client(client, end, failures)));
            }
        }
        double took = (System.nanoTime() - started) / 1e9;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        List<Times> parts = new ArrayList<>();
        for (Future<Times> each : running) {
            parts.add(each.get());
        }
        Times times = Times.joined(parts);
        return new Load(clients, times.count() / took, times, failures.get(), cpu / 1e3 / Math.max(1, times.count()));
    }

    private Times client(int number, long end, AtomicInteger failures) {
        Random random = new Random(number);
        Times times = new Times();
        try (KeepAlive connection = api.connection()) {
            while (System.nanoTime() < end) {
                String body = "{\"customer\":\"%s\",\"channel\":\"call-center\",\"reason\":\"%s\"}"
                        .formatted(refs.apply(random.nextInt(customers)), DecisionWorld.reason(times.count()));
                long asked = System.nanoTime();
                KeepAlive.Answer answer = connection.post("/api/v1/decisions", body);
                times.add(System.nanoTime() - asked);
                if (answer.status() != 200 && failures.getAndIncrement() == 0) {
                    System.out.println(answer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }
}
