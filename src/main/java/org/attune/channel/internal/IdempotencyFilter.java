package org.attune.channel.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import org.attune.kernel.InvalidException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours {@code Idempotency-Key} on POST: the first successful reply of a client's key is kept, and the same request gets
 * it again. A request that failed changed nothing and leaves its key free.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    /** Marks a reply that was given before. */
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int LONGEST_KEY = 200;

    private final IdempotencyStore store;
    private final EndpointScopes scopes;
    private final HandlerExceptionResolver errors;

    IdempotencyFilter(IdempotencyStore store, EndpointScopes scopes, HandlerExceptionResolver errors) {
        this.store = store;
        this.scopes = scopes;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IdempotencyStore.Claim claim;
        IdempotencyStore.Entry entry;
        try {
            claim = claim(request);
            entry = store.claim(claim);
            if (entry instanceof IdempotencyStore.Kept) {
                scopes.check(request); // a right that was taken is taken from old replies too
            }
        } catch (ServletException | RuntimeException e) {
            fail(request, response, e);
            return;
        }
        switch (entry) {
            case IdempotencyStore.Mine _ -> run(claim, request, response, chain);
            case IdempotencyStore.Kept kept -> replay(kept.reply(), response);
            case IdempotencyStore.OtherRequest _ ->
                fail(
                        request,
                        response,
                        new ProblemException(ApiProblem.of(
                                ProblemType.KEY_REUSED,
                                "This key was used for a request with another address or content. Use a new key for a new"
                                        + " request.")));
            case IdempotencyStore.Busy _ ->
                fail(
                        request,
                        response,
                        new ProblemException(ApiProblem.of(
                                        ProblemType.IN_PROGRESS,
                                        "A request with this key has not finished yet. Ask again in a moment.")
                                .header(HttpHeaders.RETRY_AFTER, "1")));
        }
    }

    private void run(
            IdempotencyStore.Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper caching = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, caching);
            kept = caching.getStatus() < 300
                    && store.keep(
                            claim,
                            new IdempotencyStore.Reply(
                                    caching.getStatus(),
                                    caching.getContentType(),
                                    caching.getHeader(HttpHeaders.LOCATION),
                                    caching.getContentAsByteArray()));
        } finally {
            if (!kept) {
                store.release(claim);
            }
            caching.copyBodyToResponse();
        }
    }

    private static void replay(IdempotencyStore.Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setHeader(REPLAYED, "true");
        if (reply.contentType() != null) {
            response.setContentType(reply.contentType());
        }
        if (reply.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, reply.location());
        }
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, Exception error) {
        errors.resolveException(request, response, null, error);
    }

    private static IdempotencyStore.Claim claim(HttpServletRequest request) throws ServletException, IOException {
        String key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 31 && c < 127)) {
            throw new InvalidException(HEADER, "Must be 1 to " + LONGEST_KEY + " printable ASCII characters.");
        }
        Principal client = request.getUserPrincipal();
        return new IdempotencyStore.Claim(client == null ? "" : client.getName(), key, fingerprint(request));
    }

    /** What makes two requests the same: method, address and content; for a file its name and size stand for the content. */
    private static String fingerprint(HttpServletRequest request) throws ServletException, IOException {
        MessageDigest digest = sha256();
        digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        if (request instanceof BufferedRequest buffered) {
            digest.update(buffered.body());
        } else if (BodyLimitFilter.isMultipart(request)) {
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "|" + part.getSubmittedFileName() + "|" + part.getSize() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
