package org.attune.access.internal;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Role;
import org.attune.access.SignedInUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** After login: the page that was asked for when the role may see it, otherwise the page the role starts on. */
class HomeAfterLogin extends VaadinSavedRequestAwareAuthenticationSuccessHandler {
    private final LoginThrottle throttle;
    private final LiveSessions sessions;
    private RequestCache cache;

    HomeAfterLogin(LoginThrottle throttle, LiveSessions sessions, RequestCache cache) {
        this.throttle = throttle;
        this.sessions = sessions;
        this.cache = cache;
        setRequestCache(cache);
    }

    @Override
    public final void setRequestCache(RequestCache requestCache) {
        this.cache = requestCache;
        super.setRequestCache(requestCache);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        throttle.succeeded(authentication.getName(), request.getRemoteAddr());
        sessions.loggedIn(authentication.getName(), request.getSession());
        Role role = ((SignedInUser) Objects.requireNonNull(authentication.getPrincipal())).role();
        SavedRequest asked = cache.getRequest(request, response);
        String target = role.home();
        if (asked != null) {
            URI address = URI.create(asked.getRedirectUrl());
            String path = address.getPath().substring(request.getContextPath().length());
            if ("GET".equals(asked.getMethod()) && role.mayOpen(path)) {
                String query = query(address);
                target = query.isEmpty() ? path : path + "?" + query;
            }
            cache.removeRequest(request, response);
        }
        clearAuthenticationAttributes(request);
        response.sendRedirect(request.getContextPath() + target);
    }

    /** Without the marker that Spring Security adds to an address it remembers. */
    private static String query(URI address) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return Stream.of(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals("continue"))
                .collect(Collectors.joining("&"));
    }
}
