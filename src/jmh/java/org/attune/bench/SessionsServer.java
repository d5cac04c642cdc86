package org.attune.bench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.annotation.security.PermitAll;
import org.attune.AttuneApplication;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application with so many more agents, and with an empty view to measure beside. Argument: agents. */
public final class SessionsServer {
    /** Where the empty view is. */
    static final String EMPTY = "bench-empty";

    private SessionsServer() {}

    static String agent(int number) {
        return "desk-" + number;
    }

    /** Starts the application; it is ready when the agents exist. */
    public static void main(String[] args) {
        int agents = Integer.parseInt(args[0]);
        new SpringApplicationBuilder(AttuneApplication.class)
                .initializers(application -> add((GenericApplicationContext) application, agents))
                .run();
    }

    private static void add(GenericApplicationContext application, int agents) {
        application.registerBean(
                "emptyView",
                VaadinServiceInitListener.class,
                () -> event -> RouteConfiguration.forApplicationScope().setRoute(EMPTY, EmptyView.class));
        application.registerBean("moreAgents", ApplicationRunner.class, () -> ready -> hire(application, agents));
    }

    /** The password is that of the demo's agent. */
    private static void hire(ConfigurableApplicationContext application, int agents) {
        application.getBean(JdbcTemplate.class).update("""
                        insert into access_user (id, username, password_hash, display_name, role, team, language, demo)
                        select gen_random_uuid(), 'desk-' || n, password_hash, 'Desk ' || n, role, team, 'en', demo
                        from access_user, generate_series(0, ? - 1) n where username = 'agent'""", agents);
    }

    /** Nothing at all. */
    @PermitAll
    public static class EmptyView extends Div {
        private static final long serialVersionUID = 1L;
    }
}
