package org.attune.care;

import java.util.Locale;
import org.attune.kernel.Keyed;

/** The four drivers of vulnerability of the FCA's guidance FG21/1. */
public enum NeedKind implements Keyed {
    HEALTH,
    LIFE_EVENT,
    RESILIENCE,
    CAPABILITY;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
