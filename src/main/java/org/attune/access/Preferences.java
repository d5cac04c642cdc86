package org.attune.access;

import java.util.HashMap;
import java.util.Map;
import org.attune.access.internal.PreferencesMail;
import org.attune.kernel.NotFoundException;
import org.attune.platform.NodeMail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each person has chosen for themselves, as words by name. They are kept with the person; what they mean is known to the screen that
 * asks for them. What is not there is as usual.
 */
@Service
public class Preferences {
    private final JdbcClient jdbc;
    private final NodeMail mail;
    private final ApplicationEventPublisher events;

    Preferences(JdbcClient jdbc, NodeMail mail, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.events = events;
    }

    /** Everything a person has chosen, by name; empty for a person who has chosen nothing, and for nobody. */
    public Map<String, String> of(String username) {
        Map<String, String> chosen = new HashMap<>();
        jdbc.sql("select name, value from access_preference where username = ?")
                .param(username)
                .query(row -> {
                    chosen.put(row.getString("name"), row.getString("value"));
                });
        return chosen;
    }

    /**
     * Chooses something.
     *
     * @param value null: as usual
     * @throws NotFoundException nobody has this user name
     */
    @Transactional
    public void put(String username, String name, @Nullable String value) {
        if (value == null) {
            jdbc.sql("delete from access_preference where username = ? and name = ?")
                    .params(username, name)
                    .update();
        } else if (jdbc.sql("""
                        insert into access_preference (username, name, value)
                        select username, ?, ? from access_user where username = ?
                        on conflict (username, name) do update set value = excluded.value""").params(name, value, username).update() == 0) {
            throw new NotFoundException("user", username);
        }
        changed(username);
    }

    /** Everything whose name begins like this is as usual again. */
    @Transactional
    public void forget(String username, String beginning) {
        jdbc.sql("delete from access_preference where username = ? and starts_with(name, ?)")
                .params(username, beginning)
                .update();
        changed(username);
    }

    /** The person's windows on this node hear of it, and those on others. */
    private void changed(String username) {
        mail.tell(PreferencesMail.TOPIC, username);
        events.publishEvent(new PreferencesChanged(username));
    }
}
