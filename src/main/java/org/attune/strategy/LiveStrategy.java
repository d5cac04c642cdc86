package org.attune.strategy;

import java.util.concurrent.atomic.AtomicReference;
import org.attune.kernel.ConflictException;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The revision decisions are made with: one reference, switched in one step, so that a reader sees one revision or the next. */
@Component
public class LiveStrategy {
    private record Held(Strategy strategy, long turn) {}

    private final AtomicReference<@Nullable Held> current = new AtomicReference<>();

    /** The live revision; before the first one is published, a ConflictException. */
    public Strategy current() {
        Held held = current.get();
        if (held == null) {
            throw new ConflictException(new LocalText(
                    "There is no live strategy yet: publish a catalog first.",
                    "Aucune stratégie n’est encore en service : publiez d’abord un catalogue."));
        }
        return held.strategy;
    }

    /** Whether there is a live revision. */
    public boolean exists() {
        return current.get() != null;
    }

    /** How often the live revision has been switched, as far as is known here; 0 before the first one. */
    long turn() {
        Held held = current.get();
        return held == null ? 0 : held.turn;
    }

    /** Switches, unless a later switch is known already (or the same one: then it is compiled anew); says whether it did. */
    boolean replace(Strategy strategy, long turn) {
        Held next = new Held(strategy, turn);
        Held before = current.getAndUpdate(held -> held == null || held.turn <= turn ? next : held);
        return before == null || before.turn <= turn;
    }
}
