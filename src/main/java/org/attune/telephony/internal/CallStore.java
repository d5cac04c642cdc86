package org.attune.telephony.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.kernel.Ids;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.engine.Step;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Calls and their events. */
@Repository
public class CallStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CallStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was told about a call. */
    public record Told(Step step, Facts facts) {}

    /** A call nothing was heard of. */
    public record Silent(UUID id, String source, String subject, Instant heardAt) {}

    /** Finds or makes a call and keeps others away from it until the transaction ends. */
    public UUID lock(String source, String subject, Instant now) {
        Timestamp time = Timestamp.from(now);
        jdbc.sql("""
                insert into telephony_call (id, source, subject, opened_at, heard_at) values (?, ?, ?, ?, ?)
                on conflict (source, subject) do nothing""").params(Ids.next(), source, subject, time, time).update();
        return jdbc.sql("select id from telephony_call where source = ? and subject = ? for update")
                .params(source, subject)
                .query(UUID.class)
                .single();
    }

    /** Keeps an event; false when it was taken in before, here or anywhere. */
    public boolean add(UUID call, CallEvent event, @Nullable String agent, Instant now) {
        return jdbc.sql("""
                insert into telephony_event (source, event_id, call_id, kind, at, agent, facts, received_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (source, event_id) do nothing""")
                        .params(event.source(), event.id(), call, event.kind().name(), Timestamp.from(event.at()))
                        .params(agent, json.writeValueAsString(event.facts()), Timestamp.from(now))
                        .update()
                == 1;
    }

    public List<Told> told(UUID call) {
        return jdbc.sql(
                        "select event_id, kind, at, agent, facts from telephony_event where call_id = ? order by at, event_id")
                .param(call)
                .query((row, number) -> new Told(
                        new Step(
                                row.getString("event_id"),
                                Kind.valueOf(row.getString("kind")),
                                row.getTimestamp("at").toInstant(),
                                row.getString("agent")),
                        json.readValue(row.getString("facts"), Facts.class)))
                .list();
    }

    public void settle(UUID call, Instant now, boolean talking, @Nullable Instant end) {
        jdbc.sql("update telephony_call set heard_at = ?, talking = ?, ended_at = ? where id = ?")
                .params(Timestamp.from(now), talking, end == null ? null : Timestamp.from(end), call)
                .update();
    }

    /** Open calls of which nothing was heard since: others for those that only ring or wait, as far as the telephone system says. */
    public List<Silent> silent(Instant talkingSince, Instant otherSince, int limit) {
        return jdbc.sql("""
                select id, source, subject, heard_at from telephony_call
                where ended_at is null and heard_at < case when talking then ?::timestamptz else ?::timestamptz end order by heard_at limit ?""")
                .params(Timestamp.from(talkingSince), Timestamp.from(otherSince), limit)
                .query((row, number) -> new Silent(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("subject"),
                        row.getTimestamp("heard_at").toInstant()))
                .list();
    }

    /** Forgets calls that ended long ago, with their events and numbers. */
    public int forget(Instant endedBefore) {
        return jdbc.sql("delete from telephony_call where ended_at < ?")
                .param(Timestamp.from(endedBefore))
                .update();
    }
}
