package org.attune.access.internal;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.attune.access.ApiClients;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets where. What is not granted here or by an annotation on a view is refused. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityChains {
    /**
     * For everything that is not a page. Pages get a policy with a one-time key for their scripts, see
     * {@code org.attune.ui.internal.Wiring}.
     */
    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    /** Vaadin's pages are forwarded inside the server, after which it is too late for headers: write them first. */
    private static final ObjectPostProcessor<HeaderWriterFilter> EARLY = new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(10);
    }

    /** Each request is measured once, as a whole; to measure each security filter apart would cost as much as the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    LoginThrottle loginThrottle() {
        return new LoginThrottle(Clock.systemUTC());
    }

    /** A link in a mail may open a page of somebody who is logged in (Strict would ask to log in again). */
    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    /** Programs: a token on every request, no session, no cookie, so nothing a foreign site could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiClients clients) throws Exception {
        stateless(http.securityMatcher("/api/**", "/ws/**"), clients);
        http.authorizeHttpRequests(rules -> rules.anyRequest().hasRole("API"));
        return http.build();
    }

    /** Probes for everybody, metrics for administrators and programs, nothing else. */
    @Bean
    @Order(2)
    SecurityFilterChain operation(HttpSecurity http, ApiClients clients) throws Exception {
        stateless(http.securityMatcher("/actuator/**"), clients);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.authorizeHttpRequests(rules -> rules.requestMatchers("/actuator/health/**", "/actuator/health")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAnyRole("ADMIN", "API")
                .anyRequest()
                .denyAll());
        return http.build();
    }

    /** The description of the interface, and what the servlet container says about an error. */
    @Bean
    @Order(3)
    SecurityFilterChain open(HttpSecurity http, ApiClients clients) throws Exception {
        stateless(http.securityMatcher("/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/error"), clients);
        http.authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    /** People: pages, each granted by an annotation on its view. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            LoginThrottle throttle,
            LiveSessions sessions,
            VaadinDefaultRequestCache cache,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints)
            throws Exception {
        http.setSharedObject(
                VaadinSavedRequestAwareAuthenticationSuccessHandler.class,
                new HomeAfterLogin(throttle, sessions, cache));
        http.authorizeHttpRequests(rules -> rules.requestMatchers(
                        "/attune.css", "/*.js", "/aura/**", "/webjars/**", "/icons/**", "/favicon.ico")
                .permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                pages -> pages.loginView("/login", "/login")
                        .anyRequest(rest ->
                                rest.access((who, request) -> onlyPages(who.get(), request.getRequest(), endpoints))));
        http.formLogin(form -> form.failureHandler((request, response, refused) -> {
            if (refused instanceof AuthenticationServiceException) { // nobody could look: that is no wrong password
                response.sendRedirect(request.getContextPath() + "/login?away");
                return;
            }
            String username = request.getParameter("username");
            throttle.failed(username == null ? "" : username, request.getRemoteAddr());
            response.sendRedirect(request.getContextPath() + "/login?error");
        }));
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
        http.addFilterBefore(new LoginGuard(throttle), UsernamePasswordAuthenticationFilter.class);
        headers(http);
        return http.build();
    }

    /**
     * What no rule above names: an address without a page is answered by a page that says so, to people who are logged in. An
     * endpoint somebody added without granting it is refused.
     */
    private static AuthorizationDecision onlyPages(
            @Nullable Authentication who, HttpServletRequest request, RequestMappingHandlerMapping endpoints) {
        boolean loggedIn = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
        try {
            return new AuthorizationDecision(loggedIn && endpoints.getHandler(request) == null);
        } catch (Exception e) {
            return new AuthorizationDecision(false);
        }
    }

    private static void stateless(HttpSecurity http, ApiClients clients) throws Exception {
        ProblemAnswers problems = new ProblemAnswers();
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new BearerTokenFilter(clients), UsernamePasswordAuthenticationFilter.class);
        headers(http);
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NO_CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults())
                .withObjectPostProcessor(EARLY));
    }
}
