package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as a whole stands on the test server. */
@AttuneTest
class PlatformTest {

    @Test
    void startsOnARealPostgreSql18(@Autowired JdbcClient jdbc, @Value("${local.server.port}") int port) {
        assertThat(port).isPositive();
        assertThat(jdbc.sql("SHOW server_version_num").query(Integer.class).single())
                .isBetween(180_000, 189_999);
    }
}
