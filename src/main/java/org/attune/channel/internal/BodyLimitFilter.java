package org.attune.channel.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.attune.strategy.DocumentText;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads bodies up to a limit before anything is parsed; a larger one is refused. Files have their own limit. */
final class BodyLimitFilter extends OncePerRequestFilter {
    /** Largest JSON body, bytes. */
    static final int LIMIT = 1024 * 1024;

    /** A whole catalog is larger than anything else. */
    private static final String CATALOG = ApiPaths.V1 + "/catalog";

    private final HandlerExceptionResolver errors;

    BodyLimitFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isMultipart(request) || "GET".equals(request.getMethod());
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = request.getRequestURI().equals(CATALOG) ? DocumentText.LARGEST : LIMIT;
        byte[] body = request.getContentLengthLong() > limit
                ? new byte[limit + 1]
                : request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            ApiProblem problem = ApiProblem.of(
                    ProblemType.TOO_LARGE,
                    "A JSON body may have up to " + limit / 1024 / 1024
                            + " MB here. Send several smaller ones, or import a file.");
            errors.resolveException(request, response, null, new ProblemException(problem));
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }
}
