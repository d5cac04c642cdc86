package org.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.attune.AttuneTest;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Customers;
import org.attune.strategy.Strategies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is left of the demo when it is switched off. */
@Tag("own-jvm")
@AttuneTest(properties = {"attune.demo=false", "attune.admin-password=a-password-of-our-own"})
class NoDemoTest {

    @Test
    void noDemoWhenSwitchedOff(
            @Autowired ApplicationContext application,
            @Autowired Customers customers,
            @Autowired Strategies strategies,
            @Autowired Vocabulary vocabulary) {
        assertThat(Arrays.stream(application.getBeanDefinitionNames())
                        .map(application::getType)
                        .filter(type -> type != null && type.getName().startsWith("org.attune.demo")))
                .isEmpty();
        assertThat(customers.count()).isZero();
        assertThat(customers.find("Morel", 10)).isEmpty();
        assertThat(strategies.revision()).isZero();
        assertThat(vocabulary.keys(Vocabulary.Kind.REASON_OF_CALL)).contains("billing");
    }
}
