package org.attune.channel.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Conditions under which a change is wanted (RFC 9110, section 13): If-Match with the ETag that was read keeps two clients from
 * overwriting each other, {@code If-None-Match: *} only makes what is not there yet. Without a condition the change is made.
 */
final class Precondition {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    private Precondition() {}

    /** The ETag of a numbered version. */
    static String tag(long version) {
        return "\"v" + version + "\"";
    }

    /** The ETag of something that has no number: a hash of its text. */
    static String tag(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Refuses the request with 412 when its condition does not hold; true when it has one, so that the change must be made to
     * exactly what was looked at.
     *
     * @param kind what it is, for the reply
     * @param present the ETag as it is now, null when there is nothing
     */
    static boolean check(HttpServletRequest request, String kind, @Nullable String present) {
        List<String> match = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        List<String> none = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
        if (!match.isEmpty()
                && (present == null || !(any(match) || tags(match, false).contains(present)))) {
            throw failed(
                    present == null
                            ? "There is no " + kind + " here to be changed."
                            : "Somebody else has changed this " + kind
                                    + " since you read it. Nothing was overwritten: read"
                                    + " it again and apply your change to what is there now.",
                    present);
        }
        if (present != null && (any(none) || tags(none, true).contains(present))) {
            throw failed("There is such a " + kind + " already.", present);
        }
        return !match.isEmpty() || !none.isEmpty();
    }

    private static boolean any(List<String> values) {
        return values.size() == 1 && values.getFirst().strip().equals("*");
    }

    /** If-Match compares strongly: a weak tag never fits. */
    private static List<String> tags(List<String> values, boolean weakToo) {
        List<String> tags = new ArrayList<>();
        Matcher found = TAG.matcher(String.join(",", values));
        while (found.find()) {
            if (weakToo || found.group(1) == null) {
                tags.add(found.group(2));
            }
        }
        return tags;
    }

    private static ProblemException failed(String words, @Nullable String present) {
        ApiProblem problem = ApiProblem.of(ProblemType.PRECONDITION_FAILED, words);
        return new ProblemException(present == null ? problem : problem.header(HttpHeaders.ETAG, present));
    }
}
