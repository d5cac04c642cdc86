package org.attune.channel.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The last answer when a request failed outside the controllers: a problem reply for programs, a small page for people.
 * It takes the place of Spring Boot's own error controller, whose JSON is of another shape.
 */
@RestController
class ErrorPages implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<?> error(HttpServletRequest request, Locale locale) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
        ApiProblem problem =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error && status >= 500
                        ? Problems.of(error)
                        : Problems.ofStatus(status);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (ApiPaths.isApi(path) || accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
            ResponseEntity<ProblemDetail> reply = problem.reply();
            if (reply.getBody() instanceof ProblemDetail body) {
                body.setInstance(UriComponentsBuilder.fromPath(path)
                        .build(false)
                        .encode()
                        .toUri());
            }
            return reply;
        }
        return ResponseEntity.status(problem.type().status())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page(problem, locale));
    }

    private static String page(ApiProblem problem, Locale locale) {
        Locale spoken = Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        ResourceBundle words = ResourceBundle.getBundle("messages.channel", spoken);
        String kind = switch (problem.type().status().value()) {
            case 404 -> "missing";
            case 401, 403 -> "forbidden";
            case 503 -> "away";
            case 500 -> "broken";
            default -> "refused";
        };
        // Only our own words and a reference made of hexadecimal digits: nothing a visitor sent is repeated here.
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
                </head><body><main><h1>%s</h1><p>%s %s</p><p><a href="/">%s</a></p></main></body></html>
                """.formatted(
                        spoken.getLanguage(),
                        words.getString("channel.error." + kind + ".title"),
                        words.getString("channel.error." + kind + ".title"),
                        words.getString("channel.error." + kind + ".text"),
                        problem.more().getOrDefault("reference", ""),
                        words.getString("channel.error.home"));
    }
}
