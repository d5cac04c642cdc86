package org.attune.channel.internal;

import java.nio.charset.StandardCharsets;
import org.attune.kernel.InvalidException;
import org.attune.strategy.DocumentText;
import org.attune.strategy.DocumentText.Format;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The catalog as text on the wire: which of the two formats, and as which revision. */
@Component
final class CatalogText {
    private final DocumentText texts;

    CatalogText(DocumentText texts) {
        this.texts = texts;
    }

    /** A document in the format that is asked for, JSON unless YAML is preferred. */
    ResponseEntity<byte[]> answer(StrategyDocument document, long revision, HttpHeaders asked) {
        Format format = format(asked);
        return ResponseEntity.ok()
                .eTag(tag(revision))
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(format == Format.JSON ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_YAML)
                .body(texts.write(document, format).getBytes(StandardCharsets.UTF_8));
    }

    private static Format format(HttpHeaders asked) {
        for (MediaType each : asked.getAccept()) {
            if (each.includes(MediaType.APPLICATION_JSON)) {
                return Format.JSON;
            }
            if (each.includes(MediaType.APPLICATION_YAML)) {
                return Format.YAML;
            }
        }
        return Format.JSON;
    }

    /** Reads a body; what is wrong is answered with 422 and all its places. */
    DocumentText.Read read(byte[] body, @Nullable MediaType type) {
        Format format = type != null && type.isCompatibleWith(MediaType.APPLICATION_YAML) ? Format.YAML : Format.JSON;
        try {
            return texts.read(new String(body, StandardCharsets.UTF_8), format);
        } catch (InvalidException e) {
            throw refused(e);
        }
    }

    /** The reply to a catalog that is not right: every error with its place. */
    static ProblemException refused(InvalidException e) {
        return new ProblemException(
                ApiProblem.of(ProblemType.INVALID_CATALOG, e.problems()).with("errors", e.problems()));
    }

    static String tag(long revision) {
        return "revision-" + revision;
    }

    /** The revision an If-Match header names, null when there is none or it names any. */
    static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!tag.matches("revision-\\d{1,18}")) {
            throw precondition("If-Match has to be the ETag of a revision, such as \"revision-12\".");
        }
        return Long.valueOf(tag.substring("revision-".length()));
    }

    static ProblemException precondition(String words) {
        return new ProblemException(ApiProblem.of(ProblemType.PRECONDITION_FAILED, words));
    }
}
