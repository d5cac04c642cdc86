package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.attune.AttuneTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The way in and where it leads, over HTTP. */
@AttuneTest
class LoginTest {
    @Autowired
    private Users users;

    private final int port;
    private Browser browser;

    LoginTest(@Value("${local.server.port}") int port) {
        this.port = port;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void freshBrowser() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({"agent,/desk", "agent2,/desk", "supervisor,/insight", "admin,/studio", "admin2,/studio"})
    void eachRoleStartsOnItsOwnPage(String username, String home) {
        HttpResponse<String> answer = browser.login(username, DemoMode.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.target(answer)).isEqualTo(home);
    }

    @ParameterizedTest
    @CsvSource({
        "agent,/desk/0190a000-0000-7000-8000-000000000000,/desk/0190a000-0000-7000-8000-000000000000",
        "agent,/insight/actions,/desk",
        "supervisor,/insight/actions?from=2026-01-01,/insight/actions?from=2026-01-01",
        "supervisor,/studio/actions,/insight",
        "admin,/insight/actions,/insight/actions"
    })
    void theAddressThatWasAskedForWinsWhenTheRoleMaySeeIt(String username, String asked, String lands) {
        assertThat(browser.target(browser.get(asked, "Accept", "text/html"))).isEqualTo("/login");
        assertThat(browser.target(browser.login(username, DemoMode.PASSWORD))).isEqualTo(lands);
    }

    @Test
    void theSessionChangesItsNameAtLogin() {
        browser.get("/login");
        String before = browser.session();
        browser.login("agent", DemoMode.PASSWORD);
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void wrongPasswordAndUnknownUserReadTheSame() {
        assertThat(browser.target(browser.login("agent", "wrong"))).isEqualTo("/login?error");
        assertThat(browser.target(browser.login("nobody", "wrong"))).isEqualTo("/login?error");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWait() {
        users.create("test", new NewUser("slow", "correct horse", "Slow Down", Role.AGENT, null, false));
        for (int i = 0; i < 5; i++) {
            browser.login("slow", "wrong");
        }
        assertThat(browser.target(browser.login("slow", "correct horse"))).startsWith("/login?wait=");
        assertThat(browser.target(new Browser(port).login("agent", DemoMode.PASSWORD)))
                .isEqualTo("/desk");
    }

    @Test
    void anotherSiteCannotLogSomebodyIn() {
        HttpResponse<String> answer = browser.login("agent", DemoMode.PASSWORD, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aDisabledUserIsOutAtOnce() {
        users.create("test", new NewUser("gone", "correct horse", "Gone Soon", Role.AGENT, null, false));
        browser.login("gone", "correct horse");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        users.setEnabled("test", "gone", false);
        assertThat(browser.target(browser.get("/desk", "Accept", "text/html"))).isEqualTo("/login");
        assertThat(browser.target(browser.login("gone", "correct horse"))).isEqualTo("/login?error");
    }

    @Test
    void pagesCarryTheHeadersThatProtectThem() {
        HttpResponse<String> page = browser.get("/login");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .containsPattern("script-src 'self' 'unsafe-eval' 'nonce-[A-Za-z0-9+/=]{24}'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*nonce=)");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }
}
