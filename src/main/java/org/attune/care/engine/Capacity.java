package org.attune.care.engine;

/**
 * What a household can pay, cents a month.
 *
 * @param surplus what the budget leaves; negative for a deficit
 * @param extraUse by how much the bills to come exceed what the budget holds for them, not negative
 * @param reserve what must stay to live on, not negative
 */
public record Capacity(long surplus, long extraUse, long reserve) {
    public Capacity {
        extraUse = Math.max(0, extraUse);
        reserve = Math.max(0, reserve);
    }

    /** What an agent may agree on. */
    public long free() {
        return Math.max(0, surplus - extraUse - reserve);
    }

    /** What nobody may exceed: all of the surplus, the reserve included. */
    public long ceiling() {
        return Math.max(0, surplus - extraUse);
    }
}
