package org.attune.channel.internal;

import org.springframework.http.HttpStatus;

/** The kinds of error a client can meet; the name stands in {@code type} of the reply and never changes. */
enum ProblemType {
    INVALID(HttpStatus.BAD_REQUEST, "invalid", "The request is not right"),
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable", "The request cannot be read"),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "unauthorized", "A valid token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "This token may not do that"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This address does not know that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "No answer in a format you accept"),
    CONFLICT(HttpStatus.CONFLICT, "conflict", "Does not fit the present state"),
    IN_PROGRESS(HttpStatus.CONFLICT, "in-progress", "The same request is being worked on"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large"),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "This format is not understood here"),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            "The idempotency key belongs to another request"),
    INVALID_CATALOG(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-catalog", "The catalog is not right"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Somebody else was quicker"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", "Too many calls"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available at the moment"),
    /** 429, not 503: after a 503 Tomcat closes the connection, and making new ones would cost more than was saved by refusing. */
    OVERLOADED(HttpStatus.TOO_MANY_REQUESTS, "overloaded", "Too much at once"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side");

    private final HttpStatus status;
    private final String key;
    private final String title;

    ProblemType(HttpStatus status, String key, String title) {
        this.status = status;
        this.key = key;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String urn() {
        return "urn:attune:problem:" + key;
    }

    String title() {
        return title;
    }

    /** The best kind for a bare status. */
    static ProblemType of(int status) {
        for (ProblemType each : values()) {
            if (each.status.value() == status) {
                return each;
            }
        }
        return status >= 500 ? INTERNAL : INVALID;
    }
}
