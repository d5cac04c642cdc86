package org.attune.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attune.catalog.Catalog;
import org.attune.catalog.Vocabulary;
import org.attune.kernel.EnglishWords;
import org.attune.kernel.LocalText;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** English words that a page in French must not show: those of all bundles, and those of texts in both languages. */
final class English {
    /** A text with fewer letters of its own says nothing about its language. */
    private static final int LETTERS = 5;

    private static final String PLACE = "\uFFFC";

    /** Everything that is seen or read out. */
    private static final String TEXTS = """
            () => {
              const texts = new Set();
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
                if (!element || element.closest('script, style, [lang=en], [translate=no], code, kbd, .code, .mono') || !element.checkVisibility({ visibilityProperty: true })) continue;
                if (node.nodeType === Node.TEXT_NODE) texts.add(node.data);
                else for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-tip', 'label', 'helper-text']) texts.add(element.getAttribute(name) || '');
              }
              return [...texts].map((each) => each.replace(/\\s+/g, ' ').trim()).filter((each) => each);
            }""";

    private final Set<String> whole = new HashSet<>();
    private final List<Pattern> filled = new ArrayList<>();
    private final Set<String> french = new HashSet<>();

    private English(List<LocalText> texts) {
        texts.forEach(each -> french.add(plain(each.fr())));
        for (LocalText each : texts) {
            String text = plain(each.en());
            if (text.isEmpty() || french.contains(text)) {
                continue;
            }
            if (!text.contains("{")) {
                whole.add(text);
            } else if (literal(text).replaceAll("\\P{L}", "").length() >= LETTERS) {
                filled.add(pattern(text));
            }
        }
    }

    /** The words of all bundles of the application, of a catalog and of the vocabulary that differ between the languages. */
    static English of(Catalog catalog, Vocabulary vocabulary) {
        List<LocalText> texts = bundles();
        catalog.issues().forEach(each -> texts.add(each.label()));
        catalog.actions().forEach(each -> {
            texts.add(each.title());
            texts.add(each.benefit());
            each.treatments().forEach(treatment -> texts.add(treatment.script()));
        });
        for (Vocabulary.Kind kind : Vocabulary.Kind.values()) {
            vocabulary.keys(kind).forEach(key -> texts.add(vocabulary.label(kind, key)));
        }
        return new English(texts);
    }

    private static List<LocalText> bundles() {
        try {
            Resource[] bundles =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties");
            List<LocalText> texts = new ArrayList<>();
            for (Resource bundle : bundles) {
                String name = Objects.requireNonNull(bundle.getFilename());
                Properties en = read(bundle);
                Properties fr = read(bundle.createRelative(name.replace("_en.", "_fr.")));
                en.forEach((key, text) -> texts.add(new LocalText((String) text, fr.getProperty((String) key))));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Resource bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    /** Any values in the places; a plural is one place. */
    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(literal(text)).replace(PLACE, "\\E.+\\Q"));
    }

    /** A text with one sign for each place. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            if (c == '{' && depth++ == 0) {
                literal.append(PLACE);
            } else if (c == '}') {
                depth--;
            } else if (depth == 0) {
                literal.append(c);
            }
        }
        return literal.toString();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Texts with an English word on a page in French, also those that stand in no bundle: such as a sentence made up in code. */
    @SuppressWarnings("unchecked")
    static List<String> wordsOn(Page page) {
        return ((List<String>) page.evaluate(TEXTS))
                .stream().filter(text -> EnglishWords.in(text).isPresent()).collect(Collectors.toList());
    }

    /** What is English on a page. */
    @SuppressWarnings("unchecked")
    List<String> on(Page page) {
        // A line to say stands in quotes.
        return ((List<String>) page.evaluate(TEXTS))
                .stream()
                        .map(text -> text.replaceAll("^[«“] ?| ?[»”]$", ""))
                        .filter(text -> !french.contains(text))
                        .filter(text -> whole.contains(text)
                                || filled.stream()
                                        .anyMatch(each -> each.matcher(text).matches()))
                        .collect(Collectors.toList());
    }
}
