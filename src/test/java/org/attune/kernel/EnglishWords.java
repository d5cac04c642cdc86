package org.attune.kernel;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small words that every English sentence has some of and no French one has. */
public final class EnglishWords {
    private static final Pattern WORDS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{Nd}'’_/.-])(?:the|and|of|with|without|is|are|was|were|be|been|has|have|had|not|none|nobody|nothing"
                    + "|for|from|by|at|your|you|this|that|these|they|their|them|its|who|what|when|where|which|why|how"
                    + "|all|any|than|until|since|before|after|there|here|then|customers?|calls?|removed|unknown"
                    + "|answers?|accepted|declined|shown|presented|days?|somebody|again|kept|to|it|does|can|must|should|only|more|open"
                    + "|new|save|remove|edit(?:ed)?|add(?:ed)?)"
                    + "(?![\\p{L}\\p{Nd}'’_/-])");

    private EnglishWords() {}

    /** The first of them in a text. */
    public static Optional<String> in(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).findFirst();
    }
}
