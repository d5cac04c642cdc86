package org.attune.learning;

import java.util.List;
import org.attune.learning.engine.ModelHealth;
import org.jspecify.annotations.Nullable;

/**
 * The engine that decides and the one that would like to.
 *
 * @param champion since when which engine decides
 * @param championHealth how it does on all answers
 * @param challenger null when there is none
 * @param reigns all so far, oldest first
 */
public record Contest(
        Reign champion,
        ModelHealth championHealth,
        @Nullable Rival challenger,
        List<Reign> reigns) {

    /**
     * The challenger.
     *
     * @param position how far in the log it has learned
     * @param behind answers it has yet to learn; its health compares with the champion's when there are none
     * @param health how it does on the same answers
     * @param shadow how its scores of decisions differ
     */
    public record Rival(EngineVariant engine, long position, long behind, ModelHealth health, ShadowFigures shadow) {}

    /** The engine to which one step leads back; null when there was no other. */
    public @Nullable String previous() {
        return reigns.reversed().stream()
                .map(Reign::engine)
                .filter(each -> !each.equals(champion.engine()))
                .findFirst()
                .orElse(null);
    }
}
