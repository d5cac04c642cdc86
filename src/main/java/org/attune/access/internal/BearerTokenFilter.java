package org.attune.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.Scope;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a program by its bearer token. A wrong token is the same as none: the request stays anonymous and is refused.
 *
 * <p>Telephone systems that cannot send a header of their own may send the token as the password of basic authentication, or in the
 * address {@code /api/v1/cti/TOKEN}. There it is taken out of the address before anybody else sees the request, and it must be good
 * for {@code telephony:write} and nothing else, because addresses end up in other people's logs.
 */
class BearerTokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String TELEPHONY = "/api/v1/telephony/";
    private static final String CTI = "/api/v1/cti";
    /** What a program may do in detail is in its scopes. */
    private static final List<GrantedAuthority> PROGRAM = AuthorityUtils.createAuthorityList("ROLE_API");

    private final ApiClients clients;

    BearerTokenFilter(ApiClients clients) {
        this.clients = clients;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith(CTI + "/")) {
            clients.authenticate(path.substring(CTI.length() + 1))
                    .filter(BearerTokenFilter::tellsOfCallsOnly)
                    .ifPresent(BearerTokenFilter::is);
            chain.doFilter(new WithoutToken(request), response);
            return;
        }
        token(request, path).flatMap(clients::authenticate).ifPresent(BearerTokenFilter::is);
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request, String path) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                && (path.startsWith(TELEPHONY) || path.equals(CTI))) {
            try {
                byte[] pair = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                String text = new String(pair, StandardCharsets.UTF_8);
                return Optional.of(text.substring(text.indexOf(':') + 1));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // not base64
            }
        }
        return Optional.empty();
    }

    private static boolean tellsOfCallsOnly(ApiClient client) {
        return client.scopes().equals(Set.of(Scope.TELEPHONY_WRITE));
    }

    private static void is(ApiClient client) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(client, null, PROGRAM));
        SecurityContextHolder.setContext(context);
    }

    /** The request as if the token had never stood in its address. */
    private static final class WithoutToken extends HttpServletRequestWrapper {
        WithoutToken(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getContextPath() + CTI;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            url.setLength(url.indexOf(CTI) + CTI.length());
            return url;
        }

        @Override
        public String getServletPath() {
            return CTI;
        }
    }
}
