package org.attune.care;

import java.util.Locale;
import org.attune.kernel.Keyed;

/** Why somebody gets into difficulty, as the Australian hardship standards list it. */
public enum HardshipReason implements Keyed {
    ILLNESS,
    UNEMPLOYMENT,
    LOW_INCOME,
    /** Domestic or family violence: switches to discreet contact. */
    VIOLENCE,
    DEATH,
    FAMILY_CHANGE,
    DISASTER,
    OTHER;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
