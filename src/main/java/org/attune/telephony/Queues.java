package org.attune.telephony;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.interaction.Floor;
import org.attune.platform.NodeMailArrived;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The pressure on each queue, from the events of calls that have not ended and from what agents have taken at their desks. */
@Service
public class Queues {
    static final String TOPIC = "queues";

    private final JdbcClient jdbc;
    private final Floor floor;
    private final ApplicationEventPublisher news;

    Queues(JdbcClient jdbc, Floor floor, ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.floor = floor;
        this.news = news;
    }

    /** A call that goes on. */
    private record Open(UUID id, Instant since, boolean answered, String queue) {}

    /**
     * All queues in which somebody waits or talks, by name. Nobody waits whom an agent has taken at the desk, also before the telephone
     * system says "answered", or when it never does; if the call then leaves that agent unanswered, it waits again.
     */
    public List<QueueStanding> now() {
        List<Open> open = jdbc.sql("""
                        select c.id, min(e.at) as since, bool_or(e.kind = 'ANSWERED') as answered,
                               coalesce((array_agg(e.facts ->> 'queue' order by e.at desc)
                                   filter (where e.facts ->> 'queue' is not null))[1], '') as queue
                          from telephony_call c join telephony_event e on e.call_id = c.id
                         where c.ended_at is null
                         group by c.id""")
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("since").toInstant(),
                        row.getBoolean("answered"),
                        row.getString("queue")))
                .list();
        Set<UUID> taken = floor.taken(open.stream()
                        .filter(each -> !each.answered())
                        .map(Open::id)
                        .toList())
                .keySet();
        return open.stream()
                .collect(Collectors.groupingBy(Open::queue, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> standing(each.getKey(), each.getValue(), taken))
                .toList();
    }

    private static QueueStanding standing(String queue, List<Open> calls, Set<UUID> taken) {
        List<Open> waiting = calls.stream()
                .filter(each -> !each.answered() && !taken.contains(each.id()))
                .toList();
        return new QueueStanding(
                queue,
                waiting.size(),
                waiting.stream().map(Open::since).min(Comparator.naturalOrder()).orElse(null),
                calls.size() - waiting.size());
    }

    @EventListener
    void arrived(NodeMailArrived told) {
        if (told.topic().equals(TOPIC)) {
            news.publishEvent(new QueuesChanged());
        }
    }
}
