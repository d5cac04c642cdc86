package org.attune.interaction.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.interaction.WrapUp;
import org.attune.interaction.WrapUpCode;
import org.attune.interaction.WrapUpRule;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps wrap-ups. What is finished stays as it is, whoever else tries: the row decides. */
@Repository
public class WrapUpStore {
    private static final String SELECT =
            "select interaction_id, agent, rule, begun_at, due_at, code, code_en, code_fr, draft_text, draft_language,"
                    + " finished_at, finished_by from interaction_wrapup ";

    private final JdbcClient jdbc;
    private final WrapUpRuleStore rules;

    WrapUpStore(JdbcClient jdbc, WrapUpRuleStore rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Begins one unless it has begun. */
    public void begin(InteractionId id, String agent, WrapUpRule rule, Instant now, @Nullable Instant due) {
        jdbc.sql("""
                insert into interaction_wrapup (interaction_id, agent, rule, begun_at, due_at) values (?, ?, ?::jsonb, ?, ?)
                on conflict do nothing""")
                .params(id.value(), agent, rules.write(rule), Timestamp.from(now), time(due))
                .update();
    }

    public Optional<WrapUp> find(InteractionId id) {
        return jdbc.sql(SELECT + "where interaction_id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** Whose time is over, the longest first. */
    public List<WrapUp> due(Instant now, int limit) {
        return jdbc.sql(SELECT + "where finished_at is null and due_at <= ? order by due_at, interaction_id limit ?")
                .params(Timestamp.from(now), limit)
                .query(this::row)
                .list();
    }

    /** Conversations that are being wrapped up although nobody has begun to: the node stopped in between. */
    public List<InteractionId> unbegun(int limit) {
        return jdbc.sql("""
                        select id from interaction_interaction i
                         where state = 'wrap-up' and not exists (select 1 from interaction_wrapup where interaction_id = i.id)
                         order by id limit ?""").param(limit).query(UUID.class).list().stream()
                .map(InteractionId::new)
                .toList();
    }

    /** Keeps what the agent has chosen and written so far. */
    public void draft(InteractionId id, @Nullable WrapUpCode code, @Nullable String text, Language language) {
        jdbc.sql("""
                update interaction_wrapup set code = ?, code_en = ?, code_fr = ?, draft_text = ?, draft_language = ?
                 where interaction_id = ? and finished_at is null""")
                .params(key(code), en(code), fr(code), text, language.key(), id.value())
                .update();
    }

    /** The agent finishes it; false when it was finished already. */
    public boolean finish(InteractionId id, @Nullable WrapUpCode code, String who, Instant now) {
        return jdbc.sql("""
                        update interaction_wrapup set code = ?, code_en = ?, code_fr = ?, finished_at = ?, finished_by = ?
                         where interaction_id = ? and finished_at is null""")
                        .params(key(code), en(code), fr(code), Timestamp.from(now), who, id.value())
                        .update()
                == 1;
    }

    /** The time is over: what was chosen counts, otherwise the code of the system. Empty when it was finished or has more time now. */
    public Optional<WrapUp> expire(InteractionId id, WrapUpCode code, Instant now) {
        int done = jdbc.sql("""
                        update interaction_wrapup set code = coalesce(code, ?), code_en = coalesce(code_en, ?),
                            code_fr = coalesce(code_fr, ?), finished_at = ?, finished_by = ?
                         where interaction_id = ? and finished_at is null and due_at <= ?""")
                .params(key(code), en(code), fr(code), Timestamp.from(now), WrapUp.TIME_OUT)
                .params(id.value(), Timestamp.from(now))
                .update();
        return done == 1 ? find(id) : Optional.empty();
    }

    /** Until when an agent rests, on whatever node that was asked for; null when nobody rests. */
    public @Nullable Instant restsUntil(String agent) {
        return instant(jdbc.sql("select max(resting_until) from interaction_desk where agent = ?")
                .param(agent)
                .query((rs, n) -> rs.getTimestamp(1))
                .list()
                .getFirst());
    }

    /** Gives the running wrap-ups of an agent time until then, never less than they have. */
    public void extend(String agent, Instant until) {
        jdbc.sql("""
                update interaction_wrapup set due_at = ?
                 where agent = ? and finished_at is null and due_at is not null and due_at < ?""")
                .params(Timestamp.from(until), agent, Timestamp.from(until))
                .update();
    }

    private WrapUp row(ResultSet rs, int n) throws SQLException {
        String en = rs.getString("code_en");
        String language = rs.getString("draft_language");
        return new WrapUp(
                new InteractionId(rs.getObject("interaction_id", UUID.class)),
                rs.getString("agent"),
                rules.read(rs.getString("rule")),
                rs.getTimestamp("begun_at").toInstant(),
                instant(rs.getTimestamp("due_at")),
                rs.getString("code"),
                en == null ? null : new LocalText(en, rs.getString("code_fr")),
                rs.getString("draft_text"),
                language == null ? null : Language.of(language),
                instant(rs.getTimestamp("finished_at")),
                rs.getString("finished_by"));
    }

    private static @Nullable String key(@Nullable WrapUpCode code) {
        return code == null ? null : code.key();
    }

    private static @Nullable String en(@Nullable WrapUpCode code) {
        return code == null ? null : code.label().en();
    }

    private static @Nullable String fr(@Nullable WrapUpCode code) {
        return code == null ? null : code.label().fr();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
