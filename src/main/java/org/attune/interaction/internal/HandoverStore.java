package org.attune.interaction.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.attune.interaction.Handover;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what bots tell, by call. */
@Repository
public class HandoverStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    HandoverStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void put(UUID call, Handover handover, Instant now) {
        jdbc.sql("""
                insert into interaction_handover (call_id, handover, at) values (?, ?::jsonb, ?)
                on conflict (call_id) do update set handover = excluded.handover, at = excluded.at""")
                .params(call, json.writeValueAsString(handover), Timestamp.from(now))
                .update();
    }

    public Handover of(UUID call) {
        return jdbc.sql("select handover from interaction_handover where call_id = ?")
                .param(call)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Handover.class))
                .orElse(Handover.NONE);
    }
}
