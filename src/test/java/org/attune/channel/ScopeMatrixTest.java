package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attune.AttuneTest;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every scope against every call there is: a client does what it was granted and nothing else. */
@AttuneTest
class ScopeMatrixTest {
    private final Api api;
    private final ApiClients clients;
    private final Map<RequestMappingInfo, HandlerMethod> endpoints;
    private final Map<Scope, IssuedToken> tokens = new EnumMap<>(Scope.class);

    @Autowired
    ScopeMatrixTest(
            @Value("${local.server.port}") int port,
            ApiClients clients,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.api = new Api(port);
        this.clients = clients;
        this.endpoints = mapping.getHandlerMethods();
    }

    @BeforeEach
    void oneClientPerScope() {
        for (Scope each : Scope.values()) {
            tokens.put(each, Clients.with(clients, each));
        }
    }

    @AfterEach
    void shutThemOut() {
        tokens.values().forEach(each -> clients.setEnabled("test", each.client().id(), false));
    }

    private record Call(String method, String path, Scope needs, String contentType) {}

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        endpoints.forEach((info, handler) -> {
            NeedsScope needs = handler.getMethodAnnotation(NeedsScope.class);
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/") && needs != null) {
                    String type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                            .findFirst()
                            .map(Object::toString)
                            .orElse("application/json");
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        calls.add(new Call(
                                method.name(), pattern.replaceAll("\\{[^}]*}", "scope-matrix"), needs.value(), type));
                    }
                }
            }
        });
        return calls;
    }

    @Test
    void everyCallNamesItsScope() {
        Set<String> silent = new TreeSet<>();
        endpoints.forEach((info, handler) -> {
            boolean ofTheApi = info.getPatternValues().stream().anyMatch(pattern -> pattern.startsWith("/api/"));
            if (ofTheApi && handler.getMethodAnnotation(NeedsScope.class) == null) {
                silent.add(info + " has no @NeedsScope: nobody may call it");
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void aClientMayCallWhatItsScopeGrantsAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Call call : calls()) {
            for (Scope granted : Scope.values()) {
                Api.Reply reply = send(call, tokens.get(granted));
                boolean refused = reply.status() == 403;
                if (refused == (granted == call.needs())) {
                    wrong.add(granted.key() + " gets " + reply.status() + " at " + call);
                }
                if (refused) {
                    reply.isProblem(403, "forbidden");
                    assertThat(reply.json().path("missingScope").asString())
                            .as(call.toString())
                            .isEqualTo(call.needs().key());
                    assertThat(reply.json().path("detail").asString())
                            .contains(call.needs().key());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void allButTheRightScopeIsNotEnough() {
        IssuedToken allBut = Clients.with(
                clients,
                Arrays.stream(Scope.values())
                        .filter(each -> each != Scope.DECISIONS_WRITE)
                        .toArray(Scope[]::new));
        api.post("/api/v1/decisions", "{}", Clients.bearer(allBut)).isProblem(403, "forbidden");
    }

    private Api.Reply send(Call call, IssuedToken token) {
        String[] bearer = Clients.bearer(token);
        if (call.contentType().startsWith("multipart")) {
            return api.upload(call.path(), "empty.csv", "", null, bearer);
        }
        return call.method().equals("GET") || call.method().equals("DELETE")
                ? api.send(call.method(), call.path(), null, bearer)
                : api.send(call.method(), call.path(), "{}", bearer[0], bearer[1], "Content-Type", call.contentType());
    }
}
