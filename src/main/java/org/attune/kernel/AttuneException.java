package org.attune.kernel;

/** An error whose message was written for the person or client that caused it. */
public abstract sealed class AttuneException extends RuntimeException
        permits InvalidException, NotFoundException, ConflictException {
    protected AttuneException(String message) {
        super(message);
    }
}
