package org.attune.channel.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says for any exception what a client gets to read. Nothing of the inside leaks: what is not foreseen gets a reference. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static ApiProblem of(Throwable error) {
        return switch (error) {
            case ProblemException e -> e.problem();
            case InvalidException e -> ApiProblem.of(ProblemType.INVALID, e.problems());
            case NotFoundException e -> ApiProblem.of(ProblemType.NOT_FOUND, String.valueOf(e.getMessage()));
            case ConflictException e ->
                ApiProblem.of(ProblemType.CONFLICT, String.valueOf(e.getMessage()))
                        .at(e.places());
            case StaleException e -> ApiProblem.of(ProblemType.PRECONDITION_FAILED, e.getMessage());
            case HttpMessageNotReadableException e -> JsonProblems.of(e);
            case MissingServletRequestParameterException e -> missing(e.getParameterName(), "parameter");
            case MissingServletRequestPartException e -> missing(e.getRequestPartName(), "part");
            case MethodArgumentTypeMismatchException e
            when e.getParameter().hasParameterAnnotation(PathVariable.class) ->
                ApiProblem.of(
                        ProblemType.NOT_FOUND,
                        String.valueOf(new NotFoundException(e.getName(), String.valueOf(e.getValue())).getMessage()));
            case MethodArgumentTypeMismatchException e ->
                ApiProblem.of(
                        ProblemType.INVALID,
                        List.of(new Problem(
                                e.getName(),
                                "'" + e.getValue() + "' must be " + JsonProblems.expected(e.getRequiredType()) + ".")));
            case MaxUploadSizeExceededException e ->
                ApiProblem.of(ProblemType.TOO_LARGE, "The file is larger than this installation takes.");
            case MultipartException e ->
                ApiProblem.of(
                        ProblemType.UNREADABLE,
                        "A multipart body with a part named 'file' is needed; this one cannot be read.");
            case AccessDeniedException e ->
                ApiProblem.of(ProblemType.FORBIDDEN, "The token is good but has no right to this call.");
            case AuthenticationException e ->
                ApiProblem.of(
                        ProblemType.UNAUTHORIZED, "Send Authorization: Bearer and a token that is registered here.");
            default -> DatabaseAway.is(error) ? unavailable() : ofSpring(error);
        };
    }

    private static ApiProblem ofSpring(Throwable error) {
        return switch (error) {
            case HttpRequestMethodNotSupportedException e -> {
                String allowed = e.getSupportedMethods() == null ? "" : String.join(", ", e.getSupportedMethods());
                yield ApiProblem.of(
                                ProblemType.METHOD_NOT_ALLOWED,
                                e.getMethod() + " does not exist here. Use: " + allowed + ".")
                        .header(HttpHeaders.ALLOW, allowed);
            }
            case HttpMediaTypeNotSupportedException e -> {
                String known = join(e.getSupportedMediaTypes());
                yield ApiProblem.of(ProblemType.MEDIA_TYPE, "The Content-Type must be one of: " + known + ".")
                        .header(HttpHeaders.ACCEPT, known);
            }
            case HttpMediaTypeNotAcceptableException e ->
                ApiProblem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "This call can answer in: " + join(e.getSupportedMediaTypes()) + ".");
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default -> internal(error);
        };
    }

    /** What to say when only a status is known. */
    static ApiProblem ofStatus(int status) {
        ProblemType type = ProblemType.of(status);
        return switch (type) {
            case NOT_FOUND ->
                ApiProblem.of(type, "There is nothing at this address. The calls are listed at /v3/api-docs.");
            case UNAVAILABLE -> unavailable();
            default -> ApiProblem.of(type, type.title() + ".");
        };
    }

    private static ApiProblem unavailable() {
        return ApiProblem.of(
                        ProblemType.UNAVAILABLE,
                        "The database cannot be reached at the moment. Nothing was lost: send the same request again in a few"
                                + " seconds.")
                .header(HttpHeaders.RETRY_AFTER, "5");
    }

    private static ApiProblem internal(Throwable error) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("reference {}", reference, error);
        return ApiProblem.of(
                        ProblemType.INTERNAL, "It was written down. Tell the operator the reference " + reference + ".")
                .with("reference", reference);
    }

    private static ApiProblem missing(String name, String kind) {
        return ApiProblem.of(
                ProblemType.INVALID, List.of(new Problem(name, "The " + kind + " '" + name + "' is missing.")));
    }

    private static String join(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }
}
