package org.attune.kernel;

/** Whether anybody wants to hear of a kind of fact, for those who would pay for telling it. */
@FunctionalInterface
public interface OutboundInterest {
    /** True when an {@link OutboundEvent} of this type would reach somebody. Cheap. */
    boolean in(String type);
}
