package org.attune.customer.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.customer.SignalReceived;
import org.attune.customer.TakenSignal;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes signals, each event once. */
@Repository
public class SignalStore {
    private static final int MAX_TYPE = 64;
    private static final int MAX_NAME = 200;
    private static final int MAX_DATA = 4096;
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final CustomerJson json;
    private final Clock clock;

    SignalStore(JdbcClient jdbc, CustomerJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Stores a checked signal; null when the event was stored before, also when two arrive at once. */
    public @Nullable UUID insert(Signal signal, CustomerId customer) {
        UUID id = Ids.next();
        int stored = jdbc.sql("""
                        INSERT INTO customer_signal (id, customer, type, source, event_id, at, data, received_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT (source, event_id) DO NOTHING
                        """)
                .param(id)
                .param(customer.value())
                .param(signal.type())
                .param(signal.source())
                .param(signal.eventId())
                .param(Sql.time(signal.at()))
                .param(signal.data())
                .param(Sql.time(clock.instant()))
                .update();
        return stored == 1 ? id : null;
    }

    /** Signals taken in after one instant and until another, oldest first. */
    public List<TakenSignal> taken(Instant after, Instant until, int limit) {
        return jdbc.sql("""
                        SELECT id, customer, type, at, received_at FROM customer_signal
                        WHERE received_at > ? AND received_at <= ? ORDER BY received_at, id LIMIT ?
                        """)
                .param(Sql.time(after))
                .param(Sql.time(until))
                .param(limit)
                .query((row, number) -> new TakenSignal(
                        new SignalReceived(
                                new CustomerId(row.getObject("customer", UUID.class)),
                                row.getString("type"),
                                row.getObject("id", UUID.class),
                                Sql.instant(row, "at")),
                        Sql.instant(row, "received_at")))
                .list();
    }

    /** Checks a signal and names every problem. */
    public Signal check(String type, String source, String eventId, Instant at, Map<String, Object> data) {
        List<Problem> problems = new ArrayList<>();
        if (!type.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || type.length() > MAX_TYPE) {
            problems.add(new Problem(
                    "type",
                    "'" + type.substring(0, Math.min(MAX_TYPE, type.length()))
                            + "' must be lower-case words joined by -, at most " + MAX_TYPE
                            + " characters, such as bill-missed."));
        }
        name(problems, "source", source);
        name(problems, "id", eventId);
        if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            problems.add(new Problem("time", at + " lies in the future."));
        }
        String written = json.write(data);
        if (written.getBytes(StandardCharsets.UTF_8).length > MAX_DATA) {
            problems.add(new Problem("data", "It has more than " + MAX_DATA + " bytes of JSON."));
        } else if (written.contains("\\u0000")) {
            problems.add(new Problem("data", "It contains characters that cannot be read."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        return new Signal(type, source, eventId, Sql.micros(at), written);
    }

    private static void name(List<Problem> problems, String place, String text) {
        if (text.isBlank() || text.length() > MAX_NAME || !Values.legible(text)) {
            problems.add(new Problem(place, "It must have 1 to " + MAX_NAME + " characters."));
        }
    }

    /**
     * A signal in which everything is right.
     *
     * @param data JSON
     */
    public record Signal(String type, String source, String eventId, Instant at, String data) {}
}
