package org.attune.catalog;

import org.attune.kernel.LocalText;

/**
 * The widest class of actions.
 *
 * @param mix share of the company's value in V, 0..1; the rest is the customer's
 * @param noneThreshold smallest propensity at which an action of this issue is proposed, 0..1
 * @param lever percent added to priority, -90..900
 * @param paused the kill switch
 */
public record Issue(
        String key,
        LocalText label,
        double mix,
        double noneThreshold,
        int lever,
        boolean paused,
        Engagement engagement) {
    public Issue {
        engagement = engagement == null ? Engagement.NONE : engagement;
    }
}
