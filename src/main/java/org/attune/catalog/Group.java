package org.attune.catalog;

import org.attune.kernel.LocalText;

/** Actions of one issue that are alike; they share policies and strength of evidence. */
public record Group(String key, String issue, LocalText label, Lever lever, Engagement engagement) {
    public Group {
        lever = lever == null ? Lever.NONE : lever;
        engagement = engagement == null ? Engagement.NONE : engagement;
    }
}
