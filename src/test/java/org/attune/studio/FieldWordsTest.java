package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.attune.catalog.Vocabulary;
import org.attune.kernel.Keyed;
import org.attune.kernel.LocalText;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;

/** A field that is added to the document has words in both languages, and so has each value it can have. */
class FieldWordsTest {
    /** Names of parts that the page says in another way, or not at all. */
    private static final Set<String> UNSAID = Set.of("key", "engagement");

    private final Map<String, Set<Class<?>>> fields = new LinkedHashMap<>();

    @Test
    void everyFieldOfTheDocumentHasWordsInBothLanguages() throws IOException {
        for (RecordComponent part : StrategyDocument.class.getRecordComponents()) {
            collect(part.getGenericType());
        }
        assertThat(fields).hasSizeGreaterThan(60);
        for (String language : List.of("en", "fr")) {
            Properties texts = texts(language);
            List<String> without = fields.keySet().stream()
                    .filter(each -> !UNSAID.contains(each))
                    .filter(each -> !FieldWords.FIELDS.contains(each) || !texts.containsKey("studio.field." + each))
                    .toList();
            assertThat(without).as("fields without words, " + language).isEmpty();
        }
    }

    @Test
    void everyKeyAFieldCanHaveHasWordsInBothLanguages() throws IOException {
        for (RecordComponent part : StrategyDocument.class.getRecordComponents()) {
            collect(part.getGenericType());
        }
        Vocabulary vocabulary = new Vocabulary();
        List<String> without = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            Properties texts = texts(language);
            fields.forEach((field, types) -> types.stream()
                    .filter(type -> type.isEnum() && Keyed.class.isAssignableFrom(type))
                    .flatMap(type -> List.of(type.getEnumConstants()).stream())
                    .map(each -> ((Keyed) each).key())
                    .filter(key -> !(DocumentNames.VOCABULARY.containsKey(field)
                            && vocabulary
                                    .keys(Objects.requireNonNull(DocumentNames.VOCABULARY.get(field)))
                                    .contains(key)))
                    .filter(key -> !texts.containsKey(FieldWords.VALUES.get(field) + key))
                    .forEach(key -> without.add(language + " " + field + " " + key)));
        }
        assertThat(without).isEmpty();
    }

    private void collect(Type type) {
        if (type instanceof ParameterizedType many) {
            for (Type each : many.getActualTypeArguments()) {
                collect(each);
            }
        } else if (type instanceof Class<?> one && one.isRecord() && one != LocalText.class) {
            for (RecordComponent each : one.getRecordComponents()) {
                Set<Class<?>> known = fields.computeIfAbsent(each.getName(), name -> new java.util.LinkedHashSet<>());
                if (known.addAll(types(each.getGenericType()))) {
                    collect(each.getGenericType());
                }
            }
        }
    }

    private static List<Class<?>> types(Type type) {
        if (type instanceof ParameterizedType many) {
            List<Class<?>> all = new ArrayList<>();
            for (Type each : many.getActualTypeArguments()) {
                all.addAll(types(each));
            }
            return all;
        }
        return type instanceof Class<?> one ? List.of(one) : List.of();
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        FieldWordsTest.class.getResourceAsStream("/messages/studio_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
