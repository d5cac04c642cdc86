package org.attune.platform.internal;

import java.nio.file.Path;
import org.attune.platform.DatabaseAway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Offers the embedded server to Spring Boot exactly as an external one would be, unless an address of one is given. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoExternalServer.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(
            @Value("${attune.home:.attune}") Path home, @Value("${attune.programs:}") String programs) {
        return programs.isBlank() ? EmbeddedPostgres.start(home) : EmbeddedPostgres.start(home, Path.of(programs));
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedPostgres.NAME;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url(EmbeddedPostgres.NAME);
            }
        };
    }

    /** An embedded server that ends is started again: nobody else would. */
    @Bean
    ApplicationListener<PayloadApplicationEvent<DatabaseAway>> reviver(EmbeddedPostgres server) {
        return ApplicationListener.forPayload(
                away -> Thread.ofVirtual().name("database-reviver").start(server::revive));
    }

    static class NoExternalServer implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
