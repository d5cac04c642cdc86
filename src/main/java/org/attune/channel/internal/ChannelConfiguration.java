package org.attune.channel.internal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters of the API, behind the security chain: only a client that is known gets so far. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChannelConfiguration {

    @Bean
    WebMvcConfigurer apiInterceptors(EndpointScopes scopes, DecisionGate gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(scopes).addPathPatterns(ApiPaths.V1 + "/**");
                registry.addInterceptor(gate).addPathPatterns(ApiPaths.V1 + "/decisions");
            }
        };
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> apiRateLimit(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors, MeterRegistry meters) {
        return registration(new RateLimitFilter(errors, meters, System::nanoTime), Ordered.LOWEST_PRECEDENCE - 30);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> apiBodyLimit(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return registration(new BodyLimitFilter(errors), Ordered.LOWEST_PRECEDENCE - 20);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> apiIdempotency(
            IdempotencyStore store,
            EndpointScopes scopes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return registration(new IdempotencyFilter(store, scopes, errors), Ordered.LOWEST_PRECEDENCE - 10);
    }

    private static <F extends Filter> FilterRegistrationBean<F> registration(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(ApiPaths.V1 + "/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(order);
        return registration;
    }
}
