package org.attune.channel.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.attune.access.ApiClient;
import org.attune.access.RateLimit;
import org.attune.access.TokenBucket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Counts each client's calls on this node and refuses those beyond its limit, before anything else is done for them. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final Map<UUID, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private final HandlerExceptionResolver errors;
    private final Counter refused;

    RateLimitFilter(HandlerExceptionResolver errors, MeterRegistry meters, LongSupplier nanos) {
        this.errors = errors;
        this.nanos = nanos;
        this.refused = Counter.builder("attune.api.rate.limited")
                .description("Calls refused because their client made too many")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiClient client = caller();
        if (client == null) {
            chain.doFilter(request, response);
            return;
        }
        TokenBucket.Taken taken = take(client);
        RateLimit limit = client.limit();
        response.setHeader("RateLimit-Policy", "\"client\";q=" + limit.burst() + ";w=" + window(limit));
        response.setHeader("RateLimit", "\"client\";r=" + taken.remaining() + ";t=" + seconds(taken.fullNanos()));
        response.setHeader("RateLimit-Limit", Integer.toString(limit.burst()));
        response.setHeader("RateLimit-Remaining", Long.toString(taken.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(seconds(taken.fullNanos())));
        if (taken.allowed()) {
            chain.doFilter(request, response);
            return;
        }
        refused.increment();
        errors.resolveException(
                request,
                response,
                null,
                new ProblemException(ApiProblem.of(
                                ProblemType.RATE_LIMITED,
                                "This client may make " + limit.perSecond() + " calls per second, and " + limit.burst()
                                        + " at once after a rest. Wait as long as Retry-After says, then send the same again.")
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds(taken.waitNanos()))))));
    }

    TokenBucket.Taken take(ApiClient client) {
        long now = nanos.getAsLong();
        TokenBucket bucket = buckets.get(client.id());
        if (bucket == null || !bucket.limit().equals(client.limit())) {
            bucket = buckets.compute(
                    client.id(),
                    (id, old) -> old != null && old.limit().equals(client.limit())
                            ? old
                            : new TokenBucket(client.limit(), now));
        }
        return bucket.take(now);
    }

    /** The client of the running request, or null. */
    static @Nullable ApiClient caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof ApiClient client ? client : null;
    }

    /** Seconds in which the whole burst comes back. */
    private static long window(RateLimit limit) {
        return Math.max(1, Math.ceilDiv(limit.burst(), limit.perSecond()));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }
}
