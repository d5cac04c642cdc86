package org.attune.floor;

import java.time.Instant;
import java.util.List;
import org.attune.care.HelpCall;
import org.attune.telephony.QueueStanding;
import org.jspecify.annotations.Nullable;

/**
 * The floor at one moment.
 *
 * @param seats by the agents' names
 * @param help open calls for help, oldest first
 * @param databaseAwaySince null while the database answers; otherwise the rest is as it was before
 */
record FloorSheet(
        Instant at,
        List<Seat> seats,
        List<QueueStanding> queues,
        List<HelpCall> help,
        EngineState engine,
        @Nullable Instant databaseAwaySince) {
    FloorSheet {
        seats = List.copyOf(seats);
        queues = List.copyOf(queues);
        help = List.copyOf(help);
    }

    /** The same, with the database away. */
    FloorSheet away(Instant since) {
        return new FloorSheet(at, seats, queues, help, engine, since);
    }

    long count(Seat.State state) {
        return seats.stream().filter(each -> each.state() == state).count();
    }
}
