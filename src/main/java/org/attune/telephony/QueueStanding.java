package org.attune.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a queue of the telephone system stands.
 *
 * @param queue as the telephone system names it, empty where it names none
 * @param waiting calls nobody has answered or taken at a desk yet, those that ring at one included
 * @param longestSince since when the first of them waits, null when none does
 * @param talking calls somebody has answered or taken and that go on
 */
public record QueueStanding(
        String queue, int waiting, @Nullable Instant longestSince, int talking) {}
