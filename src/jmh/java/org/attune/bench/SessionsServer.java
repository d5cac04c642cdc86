package org.attune.bench;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.attune.AttuneApplication;
import org.attune.demo.internal.MorePeople;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application with so many more agents and customers, and with an empty view to measure beside. Arguments: agents, customers. */
public final class SessionsServer {
    /** Where the empty view is. */
    static final String EMPTY = "bench-empty";

    private SessionsServer() {}

    static String agent(int number) {
        return "desk-" + number;
    }

    /** Starts the application; it is ready when all of them exist. */
    public static void main(String[] args) {
        int agents = Integer.parseInt(args[0]);
        int customers = Integer.parseInt(args[1]);
        new SpringApplicationBuilder(AttuneApplication.class)
                .initializers(application -> add((GenericApplicationContext) application, agents, customers))
                .run();
    }

    private static void add(GenericApplicationContext application, int agents, int customers) {
        application.registerBean(
                "emptyView",
                VaadinServiceInitListener.class,
                () -> event -> RouteConfiguration.forApplicationScope().setRoute(EMPTY, EmptyView.class));
        application.registerBean("moreAgents", ApplicationRunner.class, () -> ready -> {
            hire(application, agents);
            MorePeople.add(application, customers);
        });
    }

    /** The password is that of the demo's agent. */
    private static void hire(ConfigurableApplicationContext application, int agents) {
        application.getBean(JdbcTemplate.class).update("""
                        insert into access_user (id, username, password_hash, display_name, role, team, language, demo)
                        select gen_random_uuid(), 'desk-' || n, password_hash, 'Desk ' || n, role, team, 'en', demo
                        from access_user, generate_series(0, ? - 1) n where username = 'agent'""", agents);
    }

    /** Nothing at all; it answers when it is asked, at once or later over the push connection. */
    @PermitAll
    public static class EmptyView extends Div {
        private static final long serialVersionUID = 1L;
        private static final ExecutorService LATER = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("bench-empty").factory());

        @Override
        protected void onAttach(AttachEvent event) {
            getElement().executeJs("/* bench-empty */");
        }

        /** Shows a text: with the answer, or in a push of its own, which waits until the answer has been written. */
        @ClientCallable
        public void show(String text, boolean later) {
            if (later) {
                UI ui = UI.getCurrent();
                LATER.execute(() -> ui.accessSynchronously(() -> setText(text)));
            } else {
                setText(text);
            }
        }
    }
}
