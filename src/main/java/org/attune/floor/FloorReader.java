package org.attune.floor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.history.Figures;
import org.attune.history.History;
import org.attune.interaction.AtDesk;
import org.attune.interaction.Floor;
import org.attune.interaction.Interaction;
import org.attune.learning.Models;
import org.attune.telephony.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the floor of all nodes. */
@Component
class FloorReader {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Floor floor;
    private final Queues queues;
    private final AgentCare care;
    private final Users users;
    private final GuardedCustomers guarded;
    private final Figures figures;
    private final History history;
    private final Models models;
    private final MeterRegistry meters;
    private final Clock clock;

    FloorReader(
            Floor floor,
            Queues queues,
            AgentCare care,
            Users users,
            GuardedCustomers guarded,
            Figures figures,
            History history,
            Models models,
            MeterRegistry meters,
            Clock clock) {
        this.floor = floor;
        this.queues = queues;
        this.care = care;
        this.users = users;
        this.guarded = guarded;
        this.figures = figures;
        this.history = history;
        this.models = models;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Reads everything anew.
     *
     * @throws org.springframework.dao.DataAccessException the database is away
     */
    FloorSheet read() {
        Instant now = clock.instant();
        Map<String, String> names =
                users.list().stream().collect(Collectors.toMap(UserAccount::username, UserAccount::displayName));
        long known = models.position();
        return new FloorSheet(
                now,
                seats(names, now),
                queues.now(),
                care.open(),
                new EngineState(
                        figures.pace(now.minus(MINUTE)), refused(), known, Math.max(0, history.position() - known)),
                null);
    }

    private List<Seat> seats(Map<String, String> names, Instant now) {
        Map<String, AtDesk> here = floor.atDesks().stream().collect(Collectors.toMap(AtDesk::agent, each -> each));
        List<Seat> seats = new ArrayList<>();
        Set<String> busy = new HashSet<>();
        List<Interaction> open = new ArrayList<>(floor.open());
        // What was left open at a desk that nobody sits at any more is no part of the floor.
        open.removeIf(each -> !here.containsKey(each.agent()) && each.line().call() == null);
        guarded.keepOnly(open);
        for (Interaction each : open) {
            Seat.State state = state(each);
            busy.add(each.agent());
            seats.add(new Seat(
                    each.agent(),
                    names.getOrDefault(each.agent(), each.agent()),
                    state,
                    since(each, state),
                    each.line().queue(),
                    each.reason(),
                    each.channel(),
                    each.customer() != null && guarded.isGuarded(each.customer(), now)));
        }
        here.values().stream().filter(each -> !busy.contains(each.agent())).forEach(each -> {
            boolean rests = each.restingUntil() != null && each.restingUntil().isAfter(now);
            seats.add(new Seat(
                    each.agent(),
                    names.getOrDefault(each.agent(), each.agent()),
                    rests ? Seat.State.RESTING : Seat.State.FREE,
                    null,
                    "",
                    "",
                    null,
                    false));
        });
        seats.sort(Comparator.comparing(Seat::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Seat::agent)
                .thenComparing(each -> each.since() == null ? now : each.since()));
        return seats;
    }

    private static Seat.State state(Interaction each) {
        return switch (each.state()) {
            case RINGING -> Seat.State.RINGING;
            case TALKING -> each.line().heldSince() == null ? Seat.State.TALKING : Seat.State.HELD;
            case WRAP_UP, CLOSED -> Seat.State.WRAP_UP;
        };
    }

    private static @Nullable Instant since(Interaction each, Seat.State state) {
        return switch (state) {
            case HELD -> each.line().heldSince();
            case WRAP_UP ->
                each.line().hungUpAt() == null ? each.openedAt() : each.line().hungUpAt();
            case TALKING -> each.answeredAt() == null ? each.openedAt() : each.answeredAt();
            default -> each.openedAt();
        };
    }

    private long refused() {
        Counter counter = meters.find("attune.api.decisions.shed").counter();
        return counter == null ? 0 : (long) counter.count();
    }
}
