package org.attune.channel.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.attune.access.ApiClient;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets a call through if its client has the scope the call names. A call that names none is granted to nobody. */
@Component
class EndpointScopes implements HandlerInterceptor {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    EndpointScopes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(method);
        }
        return true;
    }

    /** The same for a reply that is given again without its handler. */
    void check(HttpServletRequest request) {
        for (RequestMappingHandlerMapping each : mappings) {
            if (handler(each, request) instanceof HandlerMethod method) {
                check(method);
                return;
            }
        }
    }

    /** What a call asks for, null when it does not say. */
    static @Nullable Scope of(HandlerMethod method) {
        NeedsScope needs = method.getMethodAnnotation(NeedsScope.class);
        return needs == null ? null : needs.value();
    }

    private static void check(HandlerMethod method) {
        Scope needed = of(method);
        ApiClient client = RateLimitFilter.caller();
        if (needed == null || client == null) {
            throw new AccessDeniedException("granted to nobody: " + method);
        }
        if (!client.may(needed)) {
            throw new ProblemException(ApiProblem.of(
                            ProblemType.FORBIDDEN,
                            "This call needs the scope " + needed.key() + ", which the client '" + client.name()
                                    + "' does not have. An administrator can grant it in the studio.")
                    .with("missingScope", needed.key()));
        }
    }

    private static @Nullable Object handler(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain == null ? null : chain.getHandler();
        } catch (Exception e) {
            return null; // no such call: it will be answered as such
        }
    }
}
