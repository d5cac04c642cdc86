package org.attune.catalog;

import org.attune.kernel.LocalText;

/** Actions of one issue that are alike; they share policies and strength of evidence. Lever in percent, -90..900. */
public record Group(String key, String issue, LocalText label, int lever, Engagement engagement) {
    public Group {
        engagement = engagement == null ? Engagement.NONE : engagement;
    }
}
