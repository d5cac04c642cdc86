package org.attune.access.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what nobody else could: a few words for a browser, problem+json for a program. Replaces Spring Boot's own page,
 * whose body is neither.
 */
@Controller
class LastResort implements ErrorController {
    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            response.setStatus(status);
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("""
                    <!doctype html><html lang="en"><meta charset="utf-8"><title>Attune</title>
                    <main><h1>Attune could not answer</h1>
                    <p>Please try again. If it happens again, tell your administrator what you were doing.</p>
                    <p lang="fr">Attune n’a pas pu répondre. Veuillez réessayer ; si cela se reproduit, prévenez votre
                    administrateur.</p><p><a href="/">Attune</a></p></main></html>""");
        } else if (status >= 500) {
            ProblemAnswers.write(response, status, "Internal error", "Something went wrong here. Please try again.");
        } else {
            ProblemAnswers.write(response, status, status == 404 ? "Not found" : "Refused", "This cannot be answered.");
        }
    }
}
