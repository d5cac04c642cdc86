package org.attune.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.attune.kernel.EnglishWords;
import org.attune.kernel.Language;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text of every module in both languages. */
class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+(?=[},])");

    /** Rules are written in English. */
    private static final String RULES = "'[a-z-]+' in (?:accepted|declined)";

    private final Messages messages = new Messages();
    private final Map<String, String> english = messages.all(Language.EN);
    private final Map<String, String> french = messages.all(Language.FR);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(french.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void noTextIsBlank() {
        assertThat(english.values()).noneMatch(String::isBlank);
        assertThat(french.values()).noneMatch(String::isBlank);
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        english.forEach((key, text) ->
                assertThat(places(french.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void doubledQuotesAreAMistakeHere() {
        assertThat(english.values()).noneMatch(text -> text.contains("''"));
        assertThat(french.values()).noneMatch(text -> text.contains("''"));
    }

    @Test
    void fillsPlacesAndFallsBackToTheKey() {
        assertThat(messages.getTranslation("ui.age.hours", Locale.FRENCH, 3)).isEqualTo("3 h");
        assertThat(messages.getTranslation("ui.login.wait", Locale.CANADA_FRENCH, 8))
                .contains("8 secondes");
        assertThat(messages.getTranslation("insight.evidence.control.note", Locale.FRENCH, 0, 2))
                .isEqualTo("0 client, 2 conversations");
        assertThat(messages.getTranslation("insight.evidence.control.note", Locale.ENGLISH, 1, 0))
                .isEqualTo("1 customer, 0 conversations");
        assertThat(messages.getTranslation("no.such.text", Locale.ENGLISH)).isEqualTo("no.such.text");
        assertThat(Messages.fill("{0} d'accord {1}", "a{1}", "b")).isEqualTo("a{1} d'accord b");
    }

    /** Of two lines with one key the second wins, unseen. */
    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        for (Resource bundle :
                new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties")) {
            List<String> keys = bundle.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).as(bundle.getFilename()).doesNotHaveDuplicates();
        }
    }

    /** A sentence that somebody forgot to translate is the same in both bundles: comparing them does not find it. */
    @Test
    void noEnglishSentenceIsLeftInFrench() {
        assertThat(french.entrySet())
                .noneMatch(text -> EnglishWords.in(text.getValue()
                                .replaceAll("(?s)\\{\\d.*?[,}]", "")
                                .replaceAll(RULES, ""))
                        .isPresent());
        assertThat(EnglishWords.in("Working hours cut since October")).contains("since");
        assertThat(EnglishWords.in("Le mode « plus tard » est à l’essai, c’est tout"))
                .isEmpty();
    }

    private static TreeSet<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }
}
