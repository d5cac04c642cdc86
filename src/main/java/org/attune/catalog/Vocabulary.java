package org.attune.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words people read for keys that travel through the product: reasons of call, reasons of an answer, states, channels, tones,
 * products and signals. Read once from {@code db/seed/reasons.yaml} and {@code signals.yaml}.
 */
@Component
public class Vocabulary {
    /** The lists there are. */
    public enum Kind {
        REASON_OF_CALL("reasonsOfCall"),
        DECLINED("declined"),
        NOT_NOW("notNow"),
        NOT_OFFERED("notOffered"),
        STATE("states"),
        CHANNEL("channels"),
        TONE("tones"),
        PRODUCT("products"),
        SIGNAL("signals");

        private final String list;

        Kind(String list) {
            this.list = list;
        }
    }

    private final Map<Kind, Map<String, LocalText>> words = new HashMap<>();
    private final Map<String, String> signalIssues = new HashMap<>();
    private final List<String> attributeOrder = new ArrayList<>();
    private final Map<String, Map<String, LocalText>> attributeWords = new HashMap<>();
    private final Map<String, Map<String, LocalText>> attributeValues = new HashMap<>();

    public Vocabulary() {
        JsonNode reasons = read("db/seed/reasons.yaml");
        for (Kind kind : Kind.values()) {
            Map<String, LocalText> list = new LinkedHashMap<>();
            if (kind != Kind.SIGNAL) {
                for (JsonNode each : reasons.path(kind.list)) {
                    list.put(text(each, "key"), new LocalText(text(each, "en"), text(each, "fr")));
                }
            }
            words.put(kind, list);
        }
        Map<String, LocalText> signals = words.get(Kind.SIGNAL);
        JsonNode list = read("db/seed/signals.yaml");
        for (JsonNode each : list.isArray() ? list : list.path("signals")) {
            String type = text(each, "type");
            JsonNode label = each.path("label");
            if (signals != null) {
                signals.put(type, new LocalText(text(label, "en"), text(label, "fr")));
            }
            signalIssues.put(type, text(each, "issue"));
        }
        for (JsonNode each : read("db/seed/attributes.yaml")) {
            attributeOrder.add(text(each, "key"));
            attributeWords.put(text(each, "key"), texts(each.path("words")));
            attributeValues.put(text(each, "key"), texts(each.path("values")));
        }
    }

    /**
     * What a reason says when an attribute's value speaks for or against an action.
     *
     * @param direction {@code high}, {@code low}, {@code yes} or {@code no}
     * @return null when there are no words for it; {@code {value}} stands for the value
     */
    public @Nullable LocalText attributeWords(String attribute, String direction) {
        return attributeWords.getOrDefault(attribute, Map.of()).get(direction);
    }

    /** Where an attribute stands among its like on the desk; those without a place come last. */
    public int attributePlace(String attribute) {
        int place = attributeOrder.indexOf(attribute);
        return place < 0 ? attributeOrder.size() : place;
    }

    /** The words for a category's value; without any, the value itself with spaces. */
    public LocalText attributeValue(String attribute, String value) {
        LocalText found = attributeValues.getOrDefault(attribute, Map.of()).get(value);
        if (found != null) {
            return found;
        }
        LocalText product = words.getOrDefault(Kind.PRODUCT, Map.of()).get(value);
        return product != null ? product : LocalText.same(value.matches("[a-z0-9_-]+") ? humanised(value) : value);
    }

    /** The words for a key; an unknown key reads as itself, with spaces. */
    public LocalText label(Kind kind, String key) {
        Map<String, LocalText> list = words.getOrDefault(kind, Map.of());
        LocalText found = list.get(key);
        return found != null ? found : LocalText.same(humanised(key));
    }

    /** The keys of a list in the order in which they should be offered. */
    public List<String> keys(Kind kind) {
        return new ArrayList<>(words.getOrDefault(kind, Map.of()).keySet());
    }

    /** The issue whose hue a signal takes, {@code information} when it is not in the list. */
    public String issueOfSignal(String type) {
        return signalIssues.getOrDefault(type, "information");
    }

    private static Map<String, LocalText> texts(JsonNode node) {
        Map<String, LocalText> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> texts.put(
                        each.getKey(), new LocalText(text(each.getValue(), "en"), text(each.getValue(), "fr"))));
        return texts;
    }

    private static String humanised(String key) {
        String words = key.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? key : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static JsonNode read(String resource) {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return YAMLMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary " + resource + " cannot be read.", e);
        }
    }
}
