package org.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.attune.AttuneTest;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
@RecordApplicationEvents
class AttributesTest {
    @Autowired
    Attributes attributes;

    @Autowired
    Customers customers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @Test
    void aNewDefinitionIsKnownAtOnceAudited_andNewsOnlyOnce() {
        AttributeDefinition definition = Drafts.attribute("a_new", AttributeType.NUMBER);

        attributes.define(definition, "admin");
        attributes.define(definition, "admin");

        assertThat(attributes.dictionary().find("a_new")).isEqualTo(definition);
        assertThat(events.stream(DictionaryChanged.class)).containsExactly(new DictionaryChanged("a_new"));
        assertThat(events.stream(AuditedEvent.class))
                .extracting(AuditedEvent::what)
                .containsExactly("attribute.defined");
    }

    @Test
    void protectedAttributeIsNeverAPredictor() {
        assertThatThrownBy(() -> attributes.define(
                        new AttributeDefinition(
                                "a_religion",
                                AttributeType.CATEGORY,
                                LocalText.same("Religion"),
                                Sensitivity.PROTECTED,
                                true,
                                "crm",
                                "who",
                                "none",
                                false),
                        "admin"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("never a predictor");
        assertThat(attributes.dictionary().find("a_religion")).isNull();
    }

    @Test
    void theTypeOfAnAttributeWithValuesStays() {
        attributes.define(Drafts.attribute("a_typed", AttributeType.NUMBER), "admin");
        attributes.define(Drafts.attribute("a_typed", AttributeType.CATEGORY), "admin");
        customers.put(Drafts.with("typed-1", Map.of("a_typed", "x")), "crm", "system");

        assertThatThrownBy(() -> attributes.define(Drafts.attribute("a_typed", AttributeType.NUMBER), "admin"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("customers have values");
        assertThat(attributes.dictionary().find("a_typed"))
                .isEqualTo(Drafts.attribute("a_typed", AttributeType.CATEGORY));
    }

    @Test
    void whatIsRolledBackWasNeverDefined() {
        transaction.executeWithoutResult(status -> {
            attributes.define(Drafts.attribute("a_undone", AttributeType.NUMBER), "admin");
            assertThat(attributes.dictionary().find("a_undone")).isNotNull();
            status.setRollbackOnly();
        });

        assertThat(attributes.dictionary().find("a_undone")).isNull();
        assertThat(events.stream(DictionaryChanged.class)).isEmpty();
    }

    @Test
    void severalAreDefinedTogetherOrNotAtAll() {
        attributes.defineAll(
                List.of(Drafts.attribute("a_one", AttributeType.DATE), Drafts.attribute("a_two", AttributeType.DATE)),
                "admin");

        assertThat(events.stream(DictionaryChanged.class)).containsExactly(new DictionaryChanged(Attributes.SEVERAL));
    }
}
