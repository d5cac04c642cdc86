package org.attune.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.attune.platform.DatabaseWatch;
import org.attune.platform.Outage;
import org.attune.platform.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that keeps its connections and answers nothing. */
class FrozenDatabaseTest {
    /** An agent looks at the page that long at most; the socket's own patience is 60 s. */
    private static final Duration MOST = Duration.ofSeconds(8);

    @Test
    void whoWaitsIsToldWithinSecondsAndItGoesOnWhenItThaws() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        URI address = URI.create(database.url().substring("jdbc:".length()));
        try (Wire wire = new Wire(address.getPort())) {
            new ApplicationContextRunner()
                    .withUserConfiguration(DataSourceDoor.class, DatabaseWatch.class)
                    .withConfiguration(AutoConfigurations.of(
                            DataSourceAutoConfiguration.class,
                            JdbcTemplateAutoConfiguration.class,
                            JdbcClientAutoConfiguration.class))
                    .withBean(Clock.class, Clock::systemUTC)
                    .withPropertyValues(
                            "spring.datasource.url="
                                    + database.url().replace(":" + address.getPort() + "/", ":" + wire.port() + "/"),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            "spring.datasource.hikari.connection-timeout=3000",
                            "spring.datasource.hikari.validation-timeout=1000",
                            "spring.datasource.hikari.data-source-properties.connectTimeout=3",
                            "spring.datasource.hikari.data-source-properties.socketTimeout=60")
                    .run(context -> {
                        JdbcClient jdbc = context.getBean(JdbcClient.class);
                        DatabaseWatch watch = context.getBean(DatabaseWatch.class);
                        long began;
                        try (Connection lent = context.getBean(DataSource.class).getConnection();
                                Statement statement = lent.createStatement()) {
                            statement.execute("SELECT 1");
                            wire.freeze(true);
                            began = System.nanoTime();
                            Throwable told = catchThrowable(() -> statement.execute("SELECT 1"));
                            assertThat(Outage.is(told)).as(String.valueOf(told)).isTrue();
                            assertThat(Duration.ofNanos(System.nanoTime() - began))
                                    .isLessThan(MOST);
                        }
                        Awaitility.await().until(watch::isAway);
                        began = System.nanoTime();
                        assertThat(Outage.is(catchThrowable(() -> ask(jdbc)))).isTrue();
                        assertThat(Duration.ofNanos(System.nanoTime() - began))
                                .as("nobody waits in line")
                                .isLessThan(Duration.ofSeconds(1));
                        wire.freeze(false);
                        Awaitility.await().until(() -> !watch.isAway());
                        assertThat(ask(jdbc)).isEqualTo(1);
                    });
        }
    }

    private static int ask(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query(Integer.class).single();
    }
}
