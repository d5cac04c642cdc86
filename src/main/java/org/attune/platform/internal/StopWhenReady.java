package org.attune.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * For the trial start in which the JVM learns which classes Attune needs ({@code attune.stop-when-ready=true}, set by
 * {@code ./attune run} after a build): opens the first page once and stops in good order.
 */
@Component
@ConditionalOnBooleanProperty("attune.stop-when-ready")
class StopWhenReady {

    private final Environment environment;

    StopWhenReady(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    @Order // after everything else that waits for this event
    void stop(ApplicationReadyEvent event) {
        // Not in this thread: the shutdown hook waits for the start to be over.
        new Thread(
                        () -> {
                            openLoginPage();
                            System.exit(SpringApplication.exit(event.getApplicationContext()));
                        },
                        "stop-when-ready")
                .start();
    }

    private void openLoginPage() {
        URI login = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + "/login");
        try (InputStream page = login.toURL().openStream()) {
            page.readAllBytes();
        } catch (IOException e) {
            // The page only warms up what a browser will ask for; without it the start is learned all the same.
        }
    }
}
