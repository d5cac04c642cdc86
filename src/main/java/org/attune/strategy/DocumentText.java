package org.attune.strategy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.strategy.internal.DocumentShape;
import org.attune.strategy.internal.ExactJson;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * A strategy document as people and other systems write it, in JSON or YAML. What was written here is read back to the same
 * document, and written again to the same letters. Reading is strict: everything that is not known is named with its place.
 */
@Component
public class DocumentText {
    /** Largest document, bytes. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** How a document is written. */
    public enum Format {
        JSON,
        YAML;

        /** JSON begins with a brace; everything else is YAML. */
        public static Format of(String text) {
            return text.stripLeading().startsWith("{") ? JSON : YAML;
        }
    }

    /**
     * What was read.
     *
     * @param revision which revision the text says it is, null when it does not say
     */
    public record Read(StrategyDocument document, @Nullable Long revision) {}

    /** Only what is plainly a text goes without quotes. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return !value.matches("(?U)\\p{L}[\\w .,'’()/€%+!?-]*")
                    || value.endsWith(" ")
                    || super.needToQuoteValue(value);
        }
    }

    private final JsonMapper json;
    private final YAMLMapper yaml;

    DocumentText(ExactJson exact) {
        json = exact.mapper()
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        YAMLFactory factory = YAMLFactory.builder()
                .loadSettings(LoadSettings.builder()
                        .setCodePointLimit(LARGEST)
                        .setAllowDuplicateKeys(false)
                        .build())
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .disable(YAMLWriteFeature.SPLIT_LINES)
                .stringQuotingChecker(new Quoting())
                .build();
        yaml = YAMLMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The document as text; always the same for the same document. */
    public String write(StrategyDocument document, Format format) {
        return format == Format.JSON
                ? json.writeValueAsString(document) + "\n"
                : yaml.writeValueAsString(json.valueToTree(document));
    }

    /**
     * Reads a document.
     *
     * @throws InvalidException with every unknown field, wrong type and unknown word at its place, or the line and column where it
     *     cannot be read at all
     */
    public Read read(String text, Format format) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new InvalidException("document", "A catalog may have up to 16 MB.");
        }
        JsonNode tree = tree(text, format);
        if (!(tree instanceof ObjectNode document)) {
            throw new InvalidException(
                    "line 1, column 1", "A catalog is an object with issues, groups, actions and settings.");
        }
        JsonNode revision = document.remove("revision");
        List<Problem> problems = DocumentShape.problems(document, StrategyDocument.class);
        if (revision != null && !revision.isNull() && !revision.isIntegralNumber()) {
            problems = new ArrayList<>(problems);
            problems.add(new Problem("revision", "Must be a whole number."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        try {
            return new Read(
                    json.treeToValue(document, StrategyDocument.class),
                    revision == null || revision.isNull() ? null : revision.asLong());
        } catch (JacksonException e) {
            throw new InvalidException(DocumentShape.place(e), "Cannot be read as it is written here.");
        }
    }

    /** One part of a document as YAML. */
    public String writePart(Record part) {
        return yaml.writeValueAsString(json.valueToTree(part));
    }

    /** Reads one part of a document, as strictly as a whole one; places begin within the part. */
    public <T extends Record> T readPart(String text, Format format, Class<T> type) {
        JsonNode tree = tree(text, format);
        List<Problem> problems = DocumentShape.problems(tree, type);
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new InvalidException(DocumentShape.place(e), "Cannot be read as it is written here.");
        }
    }

    private JsonNode tree(String text, Format format) {
        ObjectMapper mapper = format == Format.JSON ? json : yaml;
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null || at.getLineNr() < 1
                    ? "line 1, column 1"
                    : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new InvalidException(place, "This is not valid " + format + hint(e) + ".");
        }
    }

    /** The parser's own words when they are fit to be read. */
    private static String hint(JacksonException e) {
        String words = e.getOriginalMessage();
        String first = words == null ? "" : words.lines().findFirst().orElse("").strip();
        boolean fit = !first.isEmpty() && first.length() <= 160 && !first.matches(".*(tools\\.|java\\.|Source:|`).*");
        return fit ? ": " + first.replaceAll("[.:]$", "") : "";
    }
}
