package org.attune.catalog;

import org.attune.kernel.LocalText;

/**
 * The widest class of actions.
 *
 * @param mix share of the company's value in V, 0..1; the rest is the customer's
 * @param noneThreshold smallest propensity at which an action of this issue is proposed, 0..1
 * @param lever added to priority by hand
 * @param paused the kill switch
 */
public record Issue(
        String key,
        LocalText label,
        double mix,
        double noneThreshold,
        Lever lever,
        boolean paused,
        Engagement engagement) {
    public Issue {
        lever = lever == null ? Lever.NONE : lever;
        engagement = engagement == null ? Engagement.NONE : engagement;
    }

    /** The same issue, paused or not. */
    public Issue paused(boolean now) {
        return new Issue(key, label, mix, noneThreshold, lever, now, engagement);
    }
}
