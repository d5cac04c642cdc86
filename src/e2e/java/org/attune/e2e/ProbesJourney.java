package org.attune.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator's browser sees the probes without logging in. */
@AttuneTest
@Tag("e2e")
class ProbesJourney {

    @LocalServerPort
    int port;

    @Test
    void readinessIsOpenToEverybody() {
        try (BrowserContext visitor = Chromium.browser().newContext()) {
            Page page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/actuator/health/readiness");
            assertThat(page.content()).contains("\"status\":\"UP\"");
        }
    }
}
