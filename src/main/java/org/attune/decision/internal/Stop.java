package org.attune.decision.internal;

import java.util.Locale;

/** How far an action came. The order of the constants is stored in traces: add new ones at the end. */
enum Stop {
    /** Nothing stopped it. */
    RANKED,
    PAUSED,
    DATES,
    CHANNEL,
    BUNDLE,
    ELIGIBILITY,
    APPLICABILITY,
    SUITABILITY,
    SHIELD,
    CONTACT,
    LIMIT,
    CONSTRAINT,
    THRESHOLD,
    TRIED,
    WISH;

    private static final Stop[] ALL = values();

    private final String stage;

    Stop() {
        String name = name().toLowerCase(Locale.ROOT);
        stage = switch (name) {
            case "paused", "dates", "channel", "bundle", "tried", "wish" -> "availability";
            default -> name;
        };
    }

    /** The stage as traces name it. */
    String stage() {
        return stage;
    }

    /** Whether the models were asked before it was stopped. */
    boolean scored() {
        return this == RANKED || this == THRESHOLD || this == LIMIT || this == CONSTRAINT;
    }

    /** The constant of a stored number; one this version does not know is an IllegalArgumentException. */
    static Stop of(int stored) {
        if (stored >= ALL.length) {
            throw new IllegalArgumentException("The stored trace is of a later version.");
        }
        return ALL[stored];
    }

    /** The constant for a rejection's stage and rule. */
    static Stop of(String stage, String rule) {
        return switch (stage) {
            case "availability" ->
                switch (rule) {
                    case "paused" -> PAUSED;
                    case "dates" -> DATES;
                    case "channel" -> CHANNEL;
                    case "tried" -> TRIED;
                    case "wish" -> WISH;
                    default -> BUNDLE;
                };
            // The usual ones without making a text: a decision asks for each action that is stopped.
            case "eligibility" -> ELIGIBILITY;
            case "applicability" -> APPLICABILITY;
            case "suitability" -> SUITABILITY;
            default -> valueOf(stage.toUpperCase(Locale.ROOT));
        };
    }
}
