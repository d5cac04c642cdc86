package org.attune.channel.internal;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Names the unknown fields of a {@link Strict} body. */
@ControllerAdvice
class StrictBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return Strict.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage inputMessage,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (body == null) { // the JSON word null
            throw new ProblemException(ApiProblem.of(ProblemType.UNREADABLE, "A JSON body is needed."));
        }
        Map<String, Object> unknown = ((Strict) body).unknown();
        if (unknown != null && !unknown.isEmpty()) {
            throw new InvalidException(unknown.keySet().stream()
                    .sorted()
                    .map(name -> new Problem(name, "Is not known here. Known: " + known(body.getClass()) + "."))
                    .toList());
        }
        return body;
    }

    private static String known(Class<?> type) {
        RecordComponent @Nullable [] components = type.getRecordComponents();
        return components == null
                ? ""
                : Arrays.stream(components)
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("unknown"))
                        .collect(Collectors.joining(", "));
    }
}
