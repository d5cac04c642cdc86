package org.attune.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.attune.platform.DatabaseWatch;
import org.attune.platform.TestDatabase;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which server the application uses. */
class EmbeddedDatabaseConfigurationTest {

    @TempDir
    Path parent;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class));

    @Test
    void anExternalDatabaseIsUsedWhenAUrlIsGiven() {
        Path unused = parent.resolve("unused");
        try (EmbeddedPostgres external = EmbeddedPostgres.start(parent.resolve("external"), TestDatabase.PROGRAMS)) {
            application
                    .withPropertyValues(
                            "attune.home=" + unused,
                            "spring.datasource.url=" + external.url(EmbeddedPostgres.NAME),
                            "spring.datasource.username=" + EmbeddedPostgres.NAME,
                            "spring.datasource.password=" + external.password())
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                        JdbcClient jdbc = context.getBean(JdbcClient.class);
                        assertThat(jdbc.sql("SELECT inet_server_port()")
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(external.port());
                        assertThat(context.getBean(Flyway.class).info().pending())
                                .as("migrations that did not run there")
                                .isEmpty();
                        assertThat(jdbc.sql("SELECT to_regclass('flyway_schema_history') IS NOT NULL")
                                        .query(Boolean.class)
                                        .single())
                                .isTrue();
                    });
        }
        assertThat(unused).doesNotExist();
    }

    @Test
    void withoutAUrlTheEmbeddedServerStartsAndStopsWithTheApplication() {
        Path home = parent.resolve("home");
        EmbeddedPostgres.start(home, TestDatabase.PROGRAMS).close();
        application
                .withPropertyValues("attune.home=" + home, "attune.programs=" + TestDatabase.PROGRAMS)
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(EmbeddedPostgres.class);
                    assertThat(context.getBean(JdbcClient.class)
                                    .sql("SELECT current_user")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("attune");
                });
        assertThat(home.resolve("database/data/postmaster.pid"))
                .as("a running server's mark")
                .doesNotExist();
    }

    @Test
    void anEmbeddedServerThatIsKilledComesBackByItselfWithItsData() {
        Path home = parent.resolve("killed");
        application
                .withUserConfiguration(DataSourceDoor.class, DatabaseWatch.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("attune.home=" + home, "attune.programs=" + TestDatabase.PROGRAMS)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    JdbcClient jdbc = context.getBean(JdbcClient.class);
                    jdbc.sql("CREATE TABLE promise AS SELECT 'yes' AS kept").update();
                    int port = context.getBean(EmbeddedPostgres.class).port();
                    ProcessHandle before = postmaster(home);
                    before.destroyForcibly();
                    before.onExit().get();

                    Awaitility.await().ignoreExceptions().untilAsserted(() -> {
                        assertThat(jdbc.sql("SELECT kept FROM promise")
                                        .query(String.class)
                                        .single())
                                .isEqualTo("yes");
                        assertThat(postmaster(home).pid()).isNotEqualTo(before.pid());
                    });
                    assertThat(context.getBean(DatabaseWatch.class).isAway()).isFalse();
                    assertThat(context.getBean(EmbeddedPostgres.class).port()).isEqualTo(port);
                });
    }

    private static ProcessHandle postmaster(Path home) throws IOException {
        String pid =
                Files.readAllLines(home.resolve("database/data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
