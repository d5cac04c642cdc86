package org.attune.kernel;

/** The request is well formed but does not fit the state things are in: an illegal move, a stale edit. */
public final class ConflictException extends AttuneException {
    public ConflictException(String message) {
        super(message);
    }
}
