package org.attune.interaction.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.attune.interaction.WrapUpRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rules of wrap-up. */
@Repository
public class WrapUpRuleStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    WrapUpRuleStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Until the end of the transaction nobody else changes a rule. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('wrap-up-rules'))")
                .query((row, n) -> 0)
                .single();
    }

    public Optional<WrapUpRule> find(String queue) {
        return jdbc.sql("select rule from interaction_wrapup_rule where queue = ?")
                .param(queue)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    public List<WrapUpRule> all() {
        return jdbc.sql("select rule from interaction_wrapup_rule order by queue").query(String.class).list().stream()
                .map(this::read)
                .toList();
    }

    public void put(WrapUpRule rule, String who) {
        jdbc.sql("""
                insert into interaction_wrapup_rule (queue, rule, changed_by, changed_at) values (?, ?::jsonb, ?, ?)
                on conflict (queue) do update set rule = excluded.rule, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at""")
                .params(rule.queue(), write(rule), who, Timestamp.from(clock.instant()))
                .update();
    }

    public void remove(String queue) {
        jdbc.sql("delete from interaction_wrapup_rule where queue = ?")
                .param(queue)
                .update();
    }

    String write(WrapUpRule rule) {
        return json.writeValueAsString(rule);
    }

    WrapUpRule read(String text) {
        return json.readValue(text, WrapUpRule.class);
    }
}
