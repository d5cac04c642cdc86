package org.attune.platform.internal;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person who started Attune where it is, who can log in and where the data are kept. */
@Component
class ReadyMessage {

    private static final Logger LOG = LoggerFactory.getLogger("org.attune.Ready");

    private final Environment environment;
    private final Optional<EmbeddedPostgres> embedded;

    ReadyMessage(Environment environment, ObjectProvider<EmbeddedPostgres> embedded) {
        this.environment = environment;
        this.embedded = Optional.ofNullable(embedded.getIfAvailable());
    }

    @EventListener
    void tell(ApplicationReadyEvent event) {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String path = environment.getProperty("server.servlet.context-path", "");
        Duration taken = event.getTimeTaken() == null ? Duration.ZERO : event.getTimeTaken();
        LOG.info(
                "Attune is ready at http://localhost:{}{} ({} s)",
                port,
                path,
                "%.1f".formatted(taken.toMillis() / 1e3));
        if (environment.getProperty("attune.demo", Boolean.class, true)) {
            LOG.info("Demo users: agent, agent2, supervisor, admin, admin2; password: attune-demo");
        }
        LOG.info("Data: {}", embedded.map(server -> server.home().toString()).orElse("on the external PostgreSQL"));
    }
}
