package org.attune.channel.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads bodies up to a limit before anything is parsed; a larger one is refused. Files have their own limit. */
final class BodyLimitFilter extends OncePerRequestFilter {
    /** Largest JSON body, bytes. */
    static final int LIMIT = 1024 * 1024;

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
        byte[] body = request.getContentLengthLong() > LIMIT
                ? new byte[LIMIT + 1]
                : request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            ApiProblem problem = ApiProblem.of(
                    ProblemType.TOO_LARGE,
                    "A JSON body may have up to 1 MB here. Send several smaller ones, or import a file.");
            errors.resolveException(request, response, null, new ProblemException(problem));
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }
}
