package org.attune.ui.internal;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.kernel.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All texts of all modules, merged. A key that stands in two modules stops the start. */
@Component
public class Messages implements I18NProvider {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    /** A text with forms to choose from, {@code {0, plural, one {# client} other {# clients}}}, is ICU's to fill. */
    private static final Pattern CHOOSES = Pattern.compile("\\{\\d+, ?(plural|select|selectordinal),");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");

    private final transient Map<Language, Map<String, String>> texts = new HashMap<>();
    private final transient Set<String> reported = ConcurrentHashMap.newKeySet();

    Messages() {
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, Locale.FRENCH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        String text = texts.getOrDefault(Language.of(locale), Map.of()).get(key);
        if (text == null) {
            if (reported.add(key)) {
                LOG.warn("There is no text for '{}' in {}", key, locale);
            }
            return key;
        }
        return CHOOSES.matcher(text).find() ? new MessageFormat(text, locale).format(args) : fill(text, args);
    }

    /** Every text of a language, by key. */
    public Map<String, String> all(Language language) {
        return Map.copyOf(texts.getOrDefault(language, Map.of()));
    }

    /** What is filled in is taken as it is, also when it looks like a place. */
    static String fill(String text, Object... args) {
        return args.length == 0
                ? text
                : PLACE.matcher(text).replaceAll(place -> {
                    int index = Integer.parseInt(place.group(1));
                    return Matcher.quoteReplacement(index < args.length ? String.valueOf(args[index]) : place.group());
                });
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> merged = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language.key() + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (merged.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException(
                                "The text '" + key + "' stands in two files, one of them " + file.getFilename());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return merged;
    }
}
