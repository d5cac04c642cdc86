package org.attune.access.internal;

/** Attune cannot start as it is set up; says what is wrong and what to do. */
class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    SetupException(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
