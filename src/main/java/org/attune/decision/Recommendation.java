package org.attune.decision;

import java.util.List;
import org.attune.catalog.Nature;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One ranked action as a person or channel gets it.
 *
 * @param title in the decision's language with all scripts at hand in {@code treatment}
 * @param reasons why, in plain words, at most three for and one against; never names a protected attribute
 * @param propensity probability of acceptance if proposed; agents read it as likely / possible / try
 */
public record Recommendation(
        int rank,
        String action,
        String issue,
        String group,
        Nature nature,
        LocalText title,
        LocalText benefit,
        int minutes,
        @Nullable Script treatment,
        List<Script> treatments,
        double propensity,
        double priority,
        List<Reason> reasons) {
    /** A wording with its placeholders filled. */
    public record Script(String key, Language language, Tone tone, String script) {}

    /** A reason; {@code speaksFor} false means it speaks against. */
    public record Reason(LocalText text, boolean speaksFor) {}
}
