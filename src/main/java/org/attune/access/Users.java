package org.attune.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.Ids;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work with Attune. */
@Service
public class Users {
    private static final String COLUMNS =
            "select username, display_name, role, team, language, scheme, enabled, demo from access_user ";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;

    Users(JdbcClient jdbc, PasswordEncoder encoder, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.events = events;
    }

    /** Lets somebody in. A name that is taken is a {@link ConflictException}. */
    @Transactional
    public UserAccount create(String who, NewUser user) {
        int made = jdbc.sql("""
                insert into access_user (id, username, password_hash, display_name, role, team, demo)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (username) do nothing""")
                .params(Ids.next(), user.username(), encoder.encode(user.password()), user.displayName())
                .params(user.role().key(), user.team(), user.demo())
                .update();
        if (made == 0) {
            throw new ConflictException(new LocalText(
                    "The user name '" + user.username() + "' is taken.",
                    "Le nom d’utilisateur « " + user.username() + " » est déjà pris."));
        }
        events.publishEvent(new AuditedEvent(
                who, "user.created", "user", user.username(), null, user.role().key()));
        return byName(user.username()).orElseThrow();
    }

    /** The person with this user name. */
    public Optional<UserAccount> byName(String username) {
        return jdbc.sql(COLUMNS + "where username = ?")
                .param(username)
                .query(Users::account)
                .optional();
    }

    /** Everybody, by user name. */
    public List<UserAccount> list() {
        return jdbc.sql(COLUMNS + "order by username").query(Users::account).list();
    }

    /** Remembers the chosen language; null follows the browser. */
    @Transactional
    public void setLanguage(String username, @Nullable Language language) {
        change(username, "language", language == null ? null : language.key());
    }

    /** Remembers the chosen colours; null follows the system. */
    @Transactional
    public void setScheme(String username, @Nullable Scheme scheme) {
        change(username, "scheme", scheme == null ? null : scheme.key());
    }

    /** Gives or takes the right to log in. Taking it also ends what this person has open. */
    @Transactional
    public void setEnabled(String who, String username, boolean enabled) {
        UserAccount before = byName(username).orElseThrow(() -> new NotFoundException("user", username));
        if (before.enabled() == enabled) {
            return;
        }
        change(username, "enabled", enabled);
        events.publishEvent(new AuditedEvent(
                who, enabled ? "user.enabled" : "user.disabled", "user", username, "" + !enabled, "" + enabled));
        if (!enabled) {
            events.publishEvent(new UserDisabled(username));
        }
    }

    /** Removes a person of the demonstration. Real people are disabled, never removed. */
    @Transactional
    public void removeDemoUser(String who, String username) {
        int gone = jdbc.sql("delete from access_user where username = ? and demo")
                .param(username)
                .update();
        if (gone > 0) {
            events.publishEvent(new AuditedEvent(who, "user.removed", "user", username, "demo", null));
            events.publishEvent(new UserDisabled(username));
        }
    }

    // The column is one of three constants above, never input.
    private void change(String username, String column, @Nullable Object value) {
        int changed = jdbc.sql("update access_user set " + column + " = ?, version = version + 1 where username = ?")
                .param(value)
                .param(username)
                .update();
        if (changed == 0) {
            throw new NotFoundException("user", username);
        }
    }

    private static UserAccount account(ResultSet row, int index) throws SQLException {
        String language = row.getString("language");
        String scheme = row.getString("scheme");
        return new UserAccount(
                row.getString("username"),
                row.getString("display_name"),
                Role.of(row.getString("role")),
                row.getString("team"),
                language == null ? null : Language.of(language),
                scheme == null ? null : Scheme.of(scheme),
                row.getBoolean("enabled"),
                row.getBoolean("demo"));
    }
}
