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
 * @param legal what must be said word for word before it is accepted, in order
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
        List<Reason> reasons,
        List<Legal> legal) {
    /** The same at another rank. */
    Recommendation at(int other) {
        return new Recommendation(
                other,
                action,
                issue,
                group,
                nature,
                title,
                benefit,
                minutes,
                treatment,
                treatments,
                propensity,
                priority,
                reasons,
                legal);
    }

    /**
     * A wording with its placeholders filled.
     *
     * @param language the one it is in: English where the one that was asked for is missing
     * @param chosenBy why it is, or is not, the one to say first
     * @param unknown what it would name but nobody knows; an ellipsis stands there
     */
    public record Script(
            String key, Language language, Tone tone, String script, ChosenBy chosenBy, List<LocalText> unknown) {}

    /** A text as it is said: its language may differ from the one that was asked for, and an ellipsis stands for what is unknown. */
    public record Said(String text, Language language, List<LocalText> unknown) {}

    /** A sentence that must be said word for word before the action may be accepted. */
    public record Legal(String key, Said said) {}

    /** Why a wording was chosen. */
    public enum ChosenBy {
        /** The request named the tone. */
        ASKED,
        /** The customer's own preference. */
        PREFERENCE,
        /** A protected customer is spoken to gently. */
        PROTECTION,
        /** It was answered best, or is being tried out. */
        LEARNED,
        /** Nothing is known yet: neutral. */
        USUAL,
        /** The action has no wording in the tone that is wanted; this one is nearest. */
        NEAREST,
        /** Not chosen: another wording. */
        OTHER
    }

    /** A reason; {@code speaksFor} false means it speaks against. */
    public record Reason(LocalText text, boolean speaksFor) {}
}
