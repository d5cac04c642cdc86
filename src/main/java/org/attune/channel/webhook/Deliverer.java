package org.attune.channel.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings what stands in the outbox to the webhooks. Each has four connections at most, so that a slow one keeps nobody else
 * waiting; what was taken and not finished, because the process died, is taken again by anybody when its lease is over.
 */
@Component
class Deliverer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final int PER_WEBHOOK = 4;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT_TOLD = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);

    private final WebhookStore webhooks;
    private final DeliveryStore store;
    private final Outbox outbox;
    private final TargetGuard guard;
    private final Clock clock;
    private final Duration pause;
    private final Duration timeout;
    private final Semaphore bell = new Semaphore(0);
    private final Counter delivered;
    private final Counter failed;
    private volatile @Nullable Run run;
    private Instant forgotten = Instant.EPOCH;

    Deliverer(
            WebhookStore webhooks,
            DeliveryStore store,
            Outbox outbox,
            TargetGuard guard,
            Clock clock,
            @Value("${attune.webhooks.pause:1s}") Duration pause,
            @Value("${attune.webhooks.timeout:10s}") Duration timeout,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.store = store;
        this.outbox = outbox;
        this.guard = guard;
        this.clock = clock;
        this.pause = pause;
        this.timeout = timeout;
        this.delivered = Counter.builder("attune.webhooks.delivered").register(meters);
        this.failed = Counter.builder("attune.webhooks.failed").register(meters);
        outbox.onNew(bell::release);
    }

    /** What lives from a start to the next stop. */
    private record Run(
            Thread poller,
            ScheduledExecutorService watch,
            ExecutorService senders,
            PinnedPost post,
            Map<UUID, AtomicInteger> busy) {}

    @Override
    public void start() {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhook-watch").factory());
        ExecutorService senders = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 1).factory());
        PinnedPost post =
                new PinnedPost(watch, Duration.ofSeconds(3), timeout, (SSLSocketFactory) SSLSocketFactory.getDefault());
        Thread poller = Thread.ofPlatform().daemon().name("webhook-poller").unstarted(this::poll);
        run = new Run(poller, watch, senders, post, new ConcurrentHashMap<>());
        poller.start();
    }

    @Override
    public void stop() {
        Run ending = run;
        run = null;
        if (ending != null) {
            ending.poller.interrupt();
            ending.senders.shutdownNow();
            ending.watch.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    private void poll() {
        Run mine = run;
        while (mine != null && mine == run) {
            try {
                boolean rung = bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
                if (!rung) { // other nodes change webhooks too
                    outbox.refresh();
                    forgetOld();
                }
                dispatch(mine);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("webhooks wait for the database", e);
            }
        }
    }

    private void dispatch(Run mine) {
        Instant now = clock.instant();
        for (UUID webhook : store.due(now)) {
            AtomicInteger busy = mine.busy.computeIfAbsent(webhook, id -> new AtomicInteger());
            int free = PER_WEBHOOK - busy.get();
            if (free > 0) {
                for (DeliveryStore.Job job : store.take(webhook, free, now, LEASE)) {
                    busy.incrementAndGet();
                    mine.senders.execute(() -> {
                        try {
                            deliver(job, mine.post);
                        } finally {
                            busy.decrementAndGet();
                            bell.release(); // there may be more
                        }
                    });
                }
            }
        }
    }

    private void deliver(DeliveryStore.Job job, PinnedPost post) {
        long from = System.nanoTime();
        try {
            PinnedPost.Answer answer = send(job, post);
            int millis = millisSince(from);
            if (answer.status() < 300) {
                store.delivered(job, answer.status(), millis);
                delivered.increment();
                return;
            }
            if (answer.status() == 410) {
                webhooks.switchOff(job.webhook(), "The receiver said that it is gone (410).");
                outbox.refresh();
            }
            String words = answer.status() < 400
                    ? "Answered with a redirect, which is not followed."
                    : answer.excerpt().isEmpty() ? "Answered with an error." : answer.excerpt();
            fail(job, answer.status(), words, millis, asked(answer.retryAfter()));
        } catch (TargetGuard.Refused e) {
            fail(job, null, String.valueOf(e.getMessage()), millisSince(from), null);
        } catch (IOException e) {
            fail(job, null, words(e), millisSince(from), null);
        } catch (DataAccessException e) {
            LOG.debug("a delivery will be repeated when its lease is over", e);
        }
    }

    private PinnedPost.Answer send(DeliveryStore.Job job, PinnedPost post) throws TargetGuard.Refused, IOException {
        TargetGuard.Target target = guard.judge(job.url());
        Instant now = clock.instant();
        List<String> secrets = webhooks.secrets(job.webhook(), now);
        if (secrets.isEmpty()) {
            throw new IOException("The webhook has gone.");
        }
        byte[] body = job.body().getBytes(StandardCharsets.UTF_8);
        String id = job.event().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/cloudevents+json; charset=utf-8");
        headers.put("User-Agent", "Attune");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.of(secrets, id, now.getEpochSecond(), body));
        return post.send(target, headers, body);
    }

    private void fail(
            DeliveryStore.Job job, @Nullable Integer status, String words, int millis, @Nullable Duration asked) {
        failed.increment();
        Instant next = RetrySchedule.next(
                job.since(),
                clock.instant(),
                job.attempt(),
                asked,
                ThreadLocalRandom.current().nextDouble());
        store.failed(job, status, words, millis, next);
    }

    /** Retry-After is a number of seconds or a date; what is neither is passed over. */
    private @Nullable Duration asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            return retryAfter.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter, Instant::from));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String words(IOException e) {
        return switch (e) {
            case java.net.ConnectException _ -> "Nobody answers at this address.";
            case java.net.SocketTimeoutException _ -> "No answer in time.";
            case javax.net.ssl.SSLException _ ->
                "TLS failed: the certificate does not fit the name, or is not trusted.";
            case java.net.SocketException _ -> "No answer in time, or the connection broke.";
            default -> e.getMessage() == null ? "The connection broke." : e.getMessage();
        };
    }

    private void forgetOld() {
        Instant now = clock.instant();
        if (forgotten.plus(Duration.ofHours(1)).isBefore(now)) {
            forgotten = now;
            store.forget(now.minus(KEPT_TOLD), now.minus(KEPT));
        }
    }

    private static int millisSince(long nanos) {
        return (int) ((System.nanoTime() - nanos) / 1_000_000);
    }
}
