package org.attune.channel.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Keyed;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says in plain words, with field or line and column, why a JSON body cannot be read. */
final class JsonProblems {
    private JsonProblems() {}

    static ApiProblem of(Throwable error) {
        JacksonException json = find(error, JacksonException.class);
        if (json == null) {
            return ApiProblem.of(ProblemType.UNREADABLE, "A JSON body is needed.");
        }
        String path = path(json);
        InvalidException invalid = find(json, InvalidException.class);
        if (invalid != null) {
            return ApiProblem.of(
                    ProblemType.INVALID,
                    invalid.problems().stream()
                            .map(p -> path.isEmpty() ? p : p.at(path))
                            .toList());
        }
        if (json instanceof MismatchedInputException mismatch) {
            return ApiProblem.of(
                    ProblemType.INVALID,
                    List.of(new Problem(
                            path.isEmpty() ? place(json) : path,
                            "Must be " + expected(mismatch.getTargetType()) + ".")));
        }
        return ApiProblem.of(ProblemType.UNREADABLE, List.of(new Problem(place(json), "Not valid JSON" + hint(json))));
    }

    /** What a field of that type takes. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (Keyed.class.isAssignableFrom(type) && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(each -> ((Keyed) each).key())
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "a point in time such as 2026-05-01T09:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-05-01";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "a JSON object" : "of another kind";
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference each : json.getPath()) {
            if (each.getPropertyName() == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(each.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String place(JacksonException json) {
        TokenStreamLocation at = json.getLocation();
        return at == null || at.getLineNr() < 1 ? "body" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The parser's own words when they are fit to be read. */
    private static String hint(JacksonException json) {
        String words = json.getOriginalMessage();
        if (words == null || words.matches("(?s).*(tools\\.|java\\.|[A-Za-z]Exception|Source:|`).*")) {
            return ".";
        }
        String first = words.lines().findFirst().orElse("");
        return first.length() > 160 ? "." : ": " + first + ".";
    }

    private static <T extends Throwable> @Nullable T find(Throwable error, Class<T> type) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
