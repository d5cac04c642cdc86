package org.attune.channel.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.attune.kernel.Language;
import org.attune.kernel.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * An error reply before it is written (RFC 9457).
 *
 * @param detail what happened and what to do, in plain words
 * @param problems each thing that is wrong with its place, empty when there is nothing to point at
 * @param more further members, such as {@code reference}
 */
record ApiProblem(
        ProblemType type, String detail, List<Problem> problems, Map<String, Object> more, HttpHeaders headers) {

    static ApiProblem of(ProblemType type, String detail) {
        return new ApiProblem(type, detail, List.of(), Map.of(), new HttpHeaders());
    }

    static ApiProblem of(ProblemType type, List<Problem> problems) {
        Language language = asked();
        List<Problem> told = problems.stream()
                .map(p -> new Problem(p.place(), p.message(language)))
                .toList();
        String detail = told.size() == 1
                ? told.getFirst().place() + ": " + told.getFirst().message()
                : told.size() + " things are wrong; see problems.";
        return new ApiProblem(type, detail, told, Map.of(), new HttpHeaders());
    }

    /** French where {@code Accept-Language} asks for it, otherwise English, wherever the server stands. */
    private static Language asked() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                ? Language.of(attributes.getRequest().getLocale())
                : Language.EN;
    }

    /** The same with places to look at. */
    ApiProblem at(List<Problem> places) {
        return new ApiProblem(type, detail, places, more, headers);
    }

    ApiProblem with(String member, Object value) {
        return new ApiProblem(type, detail, problems, Map.of(member, value), headers);
    }

    ApiProblem header(String name, String value) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.set(name, value);
        return new ApiProblem(type, detail, problems, more, all);
    }

    ResponseEntity<ProblemDetail> reply() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(URI.create(type.urn()));
        body.setTitle(type.title());
        if (!problems.isEmpty()) {
            body.setProperty("problems", problems);
        }
        more.forEach(body::setProperty);
        return ResponseEntity.status(type.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
