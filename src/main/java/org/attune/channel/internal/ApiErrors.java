package org.attune.channel.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns every exception below /api into a problem reply; elsewhere exceptions go their usual way. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemDetail> handle(Exception error, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!ApiPaths.isApi(request.getRequestURI())) {
            throw error;
        }
        if (response.isCommitted() || error instanceof AsyncRequestNotUsableException) {
            return null; // the client has gone
        }
        return Problems.of(error).reply();
    }
}
