package org.attune.outreach;

/**
 * How often an event rule fitted a signal.
 *
 * @param created items it put on the worklist
 * @param redecided conversations it may have changed
 * @param repeated nothing followed because it already had for this customer
 * @param held nothing followed out of regard for the customer: the shield, a rule, a limit, a wish
 */
public record RuleFirings(long created, long redecided, long repeated, long held) {
    /** Never. */
    public static final RuleFirings NONE = new RuleFirings(0, 0, 0, 0);

    /** Every time it fitted. */
    public long all() {
        return created + redecided + repeated + held;
    }
}
