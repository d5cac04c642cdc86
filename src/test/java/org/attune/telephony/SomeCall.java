package org.attune.telephony;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.attune.interaction.Handover;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;

/** What an invented telephone system tells, now and once. */
public final class SomeCall {
    private static final Random NUMBERS = new Random();

    private SomeCall() {}

    /** An event of its own about a call. */
    public static CallEvent told(String call, Kind kind, @Nullable String agent, Facts facts) {
        return told(call, kind, agent, facts, Handover.NONE);
    }

    /** The same, handed over by somebody who spoke with the customer before. */
    public static CallEvent told(String call, Kind kind, @Nullable String agent, Facts facts, Handover handover) {
        return new CallEvent("/test", UUID.randomUUID().toString(), kind, call, Instant.now(), agent, facts, handover);
    }

    /** A number nobody of the demo has. */
    public static String number() {
        return "+3378" + (1_000_000 + NUMBERS.nextInt(8_999_999));
    }
}
