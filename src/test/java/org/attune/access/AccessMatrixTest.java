package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route and every endpoint there is, against every role: nobody sees more than their areas. */
@AttuneTest
class AccessMatrixTest {
    private final int port;

    AccessMatrixTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    @Test
    void eachRoleOpensItsAreasAndNothingElse(@Autowired ServletContext servlets) {
        AccessAnnotationChecker checker = new AccessAnnotationChecker();
        Principal somebody = () -> "somebody";
        List<String> wrong = new ArrayList<>();
        for (RouteBaseData<?> route : routes(servlets)) {
            String path = "/" + route.getTemplate();
            Class<? extends Component> view = route.getNavigationTarget();
            if (path.equals("/login") || path.equals("/")) {
                continue;
            }
            for (Role role : Role.values()) {
                boolean opens = checker.hasAccess(view, somebody, asked -> asked.equals(role.name()));
                if (opens != role.mayOpen(path)) {
                    wrong.add(role + (opens ? " opens " : " cannot open ") + path);
                }
            }
            if (checker.hasAccess(view, null, asked -> false)) {
                wrong.add("anybody opens " + path);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void withoutLoginEveryPageLeadsToTheLogin(@Autowired ServletContext servlets) {
        for (RouteBaseData<?> route : routes(servlets)) {
            String path = "/" + route.getTemplate().replaceAll("/:.*", "");
            if (!path.equals("/login")) {
                Browser browser = new Browser(port);
                assertThat(browser.target(browser.get(path, "Accept", "text/html")))
                        .as(path)
                        .isEqualTo("/login");
            }
        }
    }

    @Test
    void everyEndpointIsBelowAnAddressThatAsksForAToken(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        Set<String> outside = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern ->
                                Stream.of("/api/", "/v3/api-docs", "/error").noneMatch(pattern::startsWith))
                        .forEach(outside::add));
        assertThat(outside).isEmpty();
    }

    @Test
    void noEndpointAnswersWithoutATokenOrToALoggedInPerson(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        Browser admin = new Browser(port);
        admin.login("admin", DemoMode.PASSWORD);
        for (var info : mapping.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/")) {
                    String path = pattern.replaceAll("\\{[^}]*}", "x").replace("**", "x");
                    assertThat(new Browser(port).get(path).statusCode())
                            .as(path)
                            .isEqualTo(401);
                    assertThat(admin.get(path).statusCode()).as(path).isEqualTo(401);
                }
            }
        }
    }

    @Test
    void aRefusalForAProgramIsAProblemAndNotThePageToLogIn() {
        var answer = new Browser(port).get("/api/v1/anything", "Authorization", "Bearer wrong-token-0000000");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("\"status\":401");
    }

    @Test
    void metricsAreForAdministratorsAndPrograms(@Autowired ApiClients clients) {
        clients.register("test", "metrics", "token-for-the-metrics");
        Browser admin = new Browser(port);
        admin.login("admin", DemoMode.PASSWORD);
        Browser agent = new Browser(port);
        agent.login("agent", DemoMode.PASSWORD);
        String path = "/actuator/prometheus";
        assertThat(admin.get(path).statusCode()).isEqualTo(200);
        assertThat(new Browser(port)
                        .get(path, "Authorization", "Bearer token-for-the-metrics")
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.get(path).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator"})
    void theRestOfTheActuatorIsClosedToEverybody(String path) {
        Browser admin = new Browser(port);
        admin.login("admin", DemoMode.PASSWORD);
        assertThat(admin.get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/v3/api-docs", "/attune.css"})
    void someThingsAreOpen(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(200);
    }

    private static List<? extends RouteBaseData<?>> routes(ServletContext servlets) {
        RouteRegistry registry = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets));
        return registry.getRegisteredRoutes().stream()
                .filter(route -> !route.getNavigationTarget().isMemberClass()) // views inside tests
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                .toList();
    }
}
