package org.attune.platform.internal;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; says what is wrong and what the person in front of it can do. */
public final class DatabaseFailure extends RuntimeException {

    private final String action;

    public DatabaseFailure(String problem, String action) {
        this(problem, action, null);
    }

    public DatabaseFailure(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /** What to do about it, in one or two plain sentences. */
    public String action() {
        return action;
    }
}
