package org.attune.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.care.engine.Refusal;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.care.internal.HelpMail;
import org.attune.interaction.DeskPresence;
import org.attune.interaction.WrapUps;
import org.attune.kernel.Ids;
import org.attune.kernel.InteractionId;
import org.attune.platform.NodeMail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Care for those who care: a supervisor at the press of a key, and time to breathe after a hard call. Nothing of it is counted per agent. */
@Service
public class AgentCare {
    private static final String OPEN =
            "select id, agent, conversation, asked_at, taken_by, taken_at from care_help_call where closed_at is null ";

    private final JdbcClient jdbc;
    private final CareLimits settings;
    private final Days days;
    private final DeskPresence presence;
    private final WrapUps wrapUps;
    private final NodeMail mail;
    private final ApplicationEventPublisher events;

    AgentCare(
            JdbcClient jdbc,
            CareLimits settings,
            Days days,
            DeskPresence presence,
            WrapUps wrapUps,
            NodeMail mail,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.days = days;
        this.presence = presence;
        this.wrapUps = wrapUps;
        this.mail = mail;
        this.events = events;
    }

    /** Calls a supervisor; calling again changes nothing. */
    @Transactional
    public void call(String agent, @Nullable InteractionId conversation) {
        int made = jdbc.sql("insert into care_help_call (id, agent, conversation, asked_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        Ids.next(),
                        agent,
                        conversation == null ? null : conversation.value(),
                        Timestamp.from(days.now()))
                .update();
        if (made == 1) {
            tell(agent);
        }
    }

    /** The agent's own call, if one is open. */
    public Optional<HelpCall> of(String agent) {
        return jdbc.sql(OPEN + "and agent = ?")
                .param(agent)
                .query(AgentCare::read)
                .optional();
    }

    /** All open calls, the oldest first. */
    public List<HelpCall> open() {
        return jdbc.sql(OPEN + "order by asked_at, id").query(AgentCare::read).list();
    }

    /** A supervisor comes; of two, one gets it. */
    @Transactional
    public void take(UUID call, String who) {
        String agent = jdbc.sql("update care_help_call set taken_by = ?, taken_at = ?"
                        + " where id = ? and closed_at is null and taken_by is null returning agent")
                .params(who, Timestamp.from(days.now()), call)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("Somebody is on the way already.", "Quelqu’un est déjà en route."));
        tell(agent);
    }

    /** It is over; the agent or the supervisor says so. */
    @Transactional
    public void over(String agent) {
        int closed = jdbc.sql("update care_help_call set closed_at = ? where agent = ? and closed_at is null")
                .params(Timestamp.from(days.now()), agent)
                .update();
        if (closed > 0) {
            tell(agent);
        }
    }

    /** Time to breathe, from now, in which no call rings and no wrap-up ends by itself; asked for again while it lasts, it does not become longer. Returns when it ends. */
    @Transactional
    public Instant protect(String agent) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('care-protected'), hashtext(?))")
                .param(agent)
                .query((row, n) -> 0)
                .single();
        return protectedUntil(agent).orElseGet(() -> {
            Instant now = days.now();
            Instant until = now.plus(Duration.ofMinutes(settings.wrapUpMinutes()));
            jdbc.sql("insert into care_protected_time (agent, from_at, until_at) values (?, ?, ?)")
                    .params(agent, Timestamp.from(now), Timestamp.from(until))
                    .update();
            presence.rest(agent, until);
            wrapUps.extend(agent, until);
            tell(agent);
            return until;
        });
    }

    /** Until when the agent is not to be disturbed; empty when now is no protected time. */
    public Optional<Instant> protectedUntil(String agent) {
        return jdbc.sql("select max(until_at) as until_at from care_protected_time where agent = ? and until_at > ?")
                .params(agent, Timestamp.from(days.now()))
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("until_at")).map(Timestamp::toInstant))
                .single();
    }

    /** Here at once, on other nodes when it is written. */
    private void tell(String agent) {
        mail.tell(HelpMail.TOPIC, agent);
        events.publishEvent(new HelpCalled(agent));
    }

    private static HelpCall read(ResultSet row, int n) throws SQLException {
        UUID conversation = row.getObject("conversation", UUID.class);
        Timestamp taken = row.getTimestamp("taken_at");
        return new HelpCall(
                row.getObject("id", UUID.class),
                row.getString("agent"),
                conversation == null ? null : new InteractionId(conversation),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("taken_by"),
                taken == null ? null : taken.toInstant());
    }
}
