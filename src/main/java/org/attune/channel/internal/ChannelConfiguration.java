package org.attune.channel.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filters of the API, behind the security chain: only a client that is known gets so far. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChannelConfiguration {

    @Bean
    FilterRegistrationBean<BodyLimitFilter> apiBodyLimit(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return registration(new BodyLimitFilter(errors), Ordered.LOWEST_PRECEDENCE - 20);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> apiIdempotency(
            IdempotencyStore store, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return registration(new IdempotencyFilter(store, errors), Ordered.LOWEST_PRECEDENCE - 10);
    }

    private static <F extends Filter> FilterRegistrationBean<F> registration(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(ApiPaths.V1 + "/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(order);
        return registration;
    }
}
