package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.Sensitivity;
import org.attune.decision.Recommendation.Said;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

/** F39: what is known stands in what is said, as people say it; what is not known is never shown as it is written. */
class FillingTest {
    private static final AttributeDictionary DICTIONARY = new AttributeDictionary(List.of(
            attribute("plan_price", AttributeType.NUMBER, "eur"),
            attribute("data_used", AttributeType.NUMBER, "gb"),
            attribute("tenure", AttributeType.NUMBER, "months"),
            attribute("ends_on", AttributeType.DATE, "none"),
            attribute("fibre", AttributeType.BOOLEAN, "none"),
            attribute("nickname", AttributeType.CATEGORY, "none")));

    private static AttributeDefinition attribute(String key, AttributeType type, String unit) {
        return new AttributeDefinition(
                key,
                type,
                new LocalText("The " + key, "Le " + key),
                Sensitivity.ORDINARY,
                false,
                "crm",
                "who",
                unit,
                true);
    }

    private static Said say(String en, String fr, Language language) {
        Map<String, AttributeValue> known = new HashMap<>();
        Map.of("plan_price", 1234.5, "data_used", 40.0, "tenure", 7.0, "ends_on", "2026-12-04", "fibre", true)
                .forEach((key, value) -> known.put(key, new AttributeValue(value, Instant.EPOCH, "crm")));
        CustomerContext customer = new CustomerContext(
                CustomerId.next(),
                Instant.EPOCH,
                "C-1",
                "Mara Stern",
                Language.EN,
                List.of(),
                known,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
        return new Filling(customer, DICTIONARY, new Vocabulary()).say(new LocalText(en, fr), language);
    }

    @Test
    void eachKindOfFactReadsAsPeopleSayIt() {
        String text = "{firstName}: {planPrice}, {dataUsed}, {tenure}, {ends_on}, {fibre}";
        assertThat(say(text, "", Language.EN).text())
                .isEqualTo("Mara: 1,234.50\u00a0€, 40\u00a0GB, 7, 4 December 2026, yes");
        assertThat(say("x", text, Language.FR).text())
                .isEqualTo("Mara: 1\u202f234,50\u00a0€, 40\u00a0Go, 7, 4 décembre 2026, oui");
    }

    @Test
    void whatIsNotKnownIsAnEllipsisAndIsNamed() {
        Said said = say("Hello {nickname}, {whatever} and {nickname}.", "", Language.EN);
        assertThat(said.text()).isEqualTo("Hello …, … and ….");
        assertThat(said.unknown())
                .extracting(LocalText::en)
                .containsExactly("The nickname", "whatever", "The nickname");
    }

    @Test
    void whatWasNeverTranslatedIsSaidInEnglishAndSaysSo() {
        assertThat(say("Hello.", "", Language.FR)).isEqualTo(new Said("Hello.", Language.EN, List.of()));
        assertThat(say("Hello.", "Bonjour.", Language.FR).language()).isEqualTo(Language.FR);
        assertThat(say("Hello.", "Bonjour.", Language.EN).language()).isEqualTo(Language.EN);
    }
}
