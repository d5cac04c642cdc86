package org.attune.care.engine;

import java.util.List;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;

/** Refusals in both languages, for whoever reads them on a page. */
public final class Refusal {
    private Refusal() {}

    /** It does not fit how things stand. */
    public static ConflictException conflict(String en, String fr) {
        return new ConflictException(en, List.of(new Problem("", new LocalText(en, fr))));
    }

    /** What was told is not allowed. */
    public static InvalidException invalid(String place, String en, String fr) {
        return new InvalidException(List.of(new Problem(place, new LocalText(en, fr))));
    }
}
