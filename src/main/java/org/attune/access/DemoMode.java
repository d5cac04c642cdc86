package org.attune.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether Attune runs with invented people and customers, and who these people are. */
@Component
public class DemoMode {
    /** The password all people of the demonstration share. */
    public static final String PASSWORD = "attune-demo";

    private final boolean on;

    public DemoMode(@Value("${attune.demo:true}") boolean on) {
        this.on = on;
    }

    /** True when demo content and demo users are wanted. */
    public boolean isOn() {
        return on;
    }

    /** The people of the demonstration; nobody when demo is off. */
    public List<NewUser> people() {
        return on
                ? List.of(
                        new NewUser("agent", PASSWORD, "Inès Laurent", Role.AGENT, "blue", true),
                        new NewUser("agent2", PASSWORD, "Tom Becker", Role.AGENT, "green", true),
                        new NewUser("supervisor", PASSWORD, "Amara Diallo", Role.SUPERVISOR, "blue", true),
                        new NewUser("admin", PASSWORD, "Noor Haddad", Role.ADMIN, null, true),
                        new NewUser("admin2", PASSWORD, "Paul Girard", Role.ADMIN, null, true))
                : List.of();
    }
}
