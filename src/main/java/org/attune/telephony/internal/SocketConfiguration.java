package org.attune.telephony.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.attune.access.ApiClient;
import org.attune.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * The WebSocket of telephone systems. The security chain has seen a good token before; here its scope and the page it may come from
 * are looked at. Programs send no {@code Origin}; browsers always do, and only named origins are let in.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    static final String PATH = "/ws/telephony";

    private final CallSocket socket;
    private final String[] origins;

    SocketConfiguration(CallSocket socket, @Value("${attune.telephony.origins:}") String origins) {
        this.socket = socket;
        this.origins = Arrays.stream(origins.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toArray(String[]::new);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, PATH).setAllowedOrigins(origins).addInterceptors(new Scoped());
    }

    /** Lets in whoever may tell what happens to calls. */
    private static final class Scoped implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (!(request instanceof ServletServerHttpRequest servlet)) {
                return false;
            }
            HttpServletRequest http = servlet.getServletRequest();
            boolean may = http.getUserPrincipal() instanceof Authentication who
                    && who.getPrincipal() instanceof ApiClient client
                    && client.may(Scope.TELEPHONY_WRITE);
            if (!may) {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                return false;
            }
            String header = http.getHeader(HttpHeaders.AUTHORIZATION);
            attributes.put(
                    CallSocket.TOKEN, header.substring(header.indexOf(' ') + 1).strip());
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // Nothing is left to do.
        }
    }
}
