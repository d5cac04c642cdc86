package org.attune.learning.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Work that goes on beside learning. */
final class Beside {

    static final Executor EXECUTOR =
            task -> Thread.ofVirtual().name("learning-reader").start(task);

    private Beside() {}

    /** Waits for it; what it threw is thrown here. */
    static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
