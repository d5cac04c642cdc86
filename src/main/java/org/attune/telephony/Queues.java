package org.attune.telephony;

import java.sql.Timestamp;
import java.util.List;
import org.attune.platform.NodeMailArrived;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The pressure on each queue, from the events of calls that have not ended. */
@Service
public class Queues {
    static final String TOPIC = "queues";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher news;

    Queues(JdbcClient jdbc, ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /** All queues in which somebody waits or talks, by name. */
    public List<QueueStanding> now() {
        return jdbc.sql("""
                        with open as (
                            select c.id, min(e.at) as since, bool_or(e.kind = 'ANSWERED') as answered,
                                   coalesce((array_agg(e.facts ->> 'queue' order by e.at desc)
                                       filter (where e.facts ->> 'queue' is not null))[1], '') as queue
                              from telephony_call c join telephony_event e on e.call_id = c.id
                             where c.ended_at is null
                             group by c.id)
                        select queue, count(*) filter (where not answered) as waiting,
                               min(since) filter (where not answered) as longest,
                               count(*) filter (where answered) as talking
                          from open group by queue order by queue""")
                .query((row, n) -> {
                    Timestamp longest = row.getTimestamp("longest");
                    return new QueueStanding(
                            row.getString("queue"),
                            row.getInt("waiting"),
                            longest == null ? null : longest.toInstant(),
                            row.getInt("talking"));
                })
                .list();
    }

    @EventListener
    void arrived(NodeMailArrived told) {
        if (told.topic().equals(TOPIC)) {
            news.publishEvent(new QueuesChanged());
        }
    }
}
