package org.attune.strategy;

import java.util.concurrent.atomic.AtomicReference;
import org.attune.kernel.ConflictException;
import org.springframework.stereotype.Component;

/** The revision decisions are made with: one reference, switched in one step, so that a reader sees one revision or the next. */
@Component
public class LiveStrategy {
    private final AtomicReference<Strategy> current = new AtomicReference<>();

    /** The live revision; before the first one is published, a ConflictException. */
    public Strategy current() {
        Strategy strategy = current.get();
        if (strategy == null) {
            throw new ConflictException("There is no live strategy yet: publish a catalog first.");
        }
        return strategy;
    }

    /** Whether there is a live revision. */
    public boolean exists() {
        return current.get() != null;
    }

    void replace(Strategy strategy) {
        current.set(strategy);
    }
}
