package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** What a difference between two documents, or a line of the trail, says instead of keys, cents and days as stored. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class ValueWordsTest extends StudioPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyKeyHasWordsInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            UI.getCurrent().setLocale(locale);
            for (String field : ValueWords.fields()) {
                assertThat(ValueWords.keys(field))
                        .isNotEmpty()
                        .allSatisfy(key -> assertThat(ValueWords.of(field, key))
                                .as("%s of %s in %s", key, field, locale)
                                .isNotBlank()
                                .doesNotContain("studio.", "care.", "desk."));
            }
        }
    }

    @Test
    void anArrangementOfTheTrailIsReadInTheReadersLanguage() {
        String after =
                "{\"payments\":6,\"instalment\":2000,\"frequency\":\"month\",\"stands\":\"active\",\"since\":\"2026-11-24\"}";
        assertThat(Difference.between(JSON, null, after))
                .extracting(each -> each.place() + "=" + each.after())
                .containsExactlyInAnyOrder(
                        "Payments=6",
                        "Each payment=€20.00",
                        "How often=Every month",
                        "Stands=runs",
                        "Since=24 Nov 2026");
        UI.getCurrent().setLocale(Locale.FRENCH);
        assertThat(Difference.between(JSON, null, after))
                .extracting(Difference.Change::after)
                .contains("Chaque mois", "24 nov. 2026")
                .anyMatch(each -> each != null && each.matches("20,00\\h€"));
    }

    @Test
    void aChangedToneIsReadInWordsAndWhatHasNoneStays() {
        assertThat(Difference.between(
                        JSON,
                        "{\"tone\":\"gentle\",\"channels\":[\"call-center\",\"web\"],\"ends\":\"soon\"}",
                        "{\"tone\":\"direct\",\"channels\":[\"branch\"],\"ends\":\"2026-12-01\"}"))
                .extracting(each -> each.place() + ": " + each.before() + " > " + each.after())
                .containsExactlyInAnyOrder(
                        "Tone: Gentle > Direct", "Channels: Phone, Web > Branch", "Last day: soon > 1 Dec 2026");
    }
}
