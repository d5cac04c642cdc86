package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.Sensitivity;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Explanation;
import org.attune.decision.Explanations;
import org.attune.decision.Recommendation;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reasons for the agent in plain words, never naming a protected attribute. */
@AttuneTest
class ExplainingToAgentsTest {
    private static final int SITUATIONS = 60;

    @Autowired
    Customers customers;

    @Autowired
    Attributes attributes;

    @Autowired
    Decisions decisions;

    @Autowired
    Explanations explanations;

    @Autowired
    Vocabulary vocabulary;

    @Test
    void inNoSituationIsASeededProtectedAttributeNamed() {
        List<Pattern> forbidden = forbidden();
        assertThat(forbidden).hasSizeGreaterThanOrEqualTo(9);
        Random random = new Random(33);
        int said = 0;
        for (int i = 0; i < SITUATIONS; i++) {
            Decision decision = decide(customer(random, "explaining-" + i), random);
            List<String> asked = new ArrayList<>(decision.recommendations().stream()
                    .map(Recommendation::action)
                    .toList());
            asked.add(Decisions.NONE);
            for (String action : asked) {
                for (String text : texts(explanations.explain(decision.id(), action))) {
                    said++;
                    assertThat(forbidden)
                            .as(text)
                            .noneMatch(pattern -> pattern.matcher(text).find());
                    assertThat(text).as("no probability for agents").doesNotContainPattern("[Aa]bout \\d|environ \\d");
                }
            }
        }
        assertThat(said).isGreaterThan(SITUATIONS * 4);
    }

    @Test
    void aPersonHearsAtMostThreeForAndOneAgainst() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Decision decision = decide(customer(random, "explaining-n-" + i), random);
            for (Recommendation each : decision.recommendations()) {
                Explanation why = explanations.explain(decision.id(), each.action());
                assertThat(why.rank()).isEqualTo(each.rank());
                assertThat(why.reasons()).filteredOn(r -> r.speaksFor()).hasSizeLessThanOrEqualTo(3);
                assertThat(why.reasons()).filteredOn(r -> !r.speaksFor()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    /** The labels with a value, the keys, and the values every customer of this test has. */
    private List<Pattern> forbidden() {
        List<Pattern> patterns = new ArrayList<>();
        for (AttributeDefinition each : attributes.dictionary().all()) {
            if (each.sensitivity() == Sensitivity.PROTECTED) {
                for (String label : List.of(each.label().en(), each.label().fr())) {
                    patterns.add(Pattern.compile(
                            "(^|[^\\p{L}])" + Pattern.quote(label) + "\\s*(:|=|$)",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
                }
                if (each.key().contains("_")) {
                    patterns.add(Pattern.compile(Pattern.quote(each.key())));
                }
            }
        }
        patterns.add(Pattern.compile("1234567"));
        patterns.add(Pattern.compile("unmistakable", Pattern.CASE_INSENSITIVE));
        return patterns;
    }

    private CustomerId customer(Random random, String ref) {
        Map<String, Object> values = new HashMap<>();
        for (AttributeDefinition each : attributes.dictionary().all()) {
            boolean hidden = each.sensitivity() == Sensitivity.PROTECTED;
            switch (each.type()) {
                case NUMBER -> values.put(each.key(), hidden ? 1_234_567 : number(each, random));
                case BOOLEAN -> values.put(each.key(), random.nextBoolean());
                case CATEGORY -> {
                    if (hidden) {
                        values.put(each.key(), "unmistakable");
                    }
                }
                case DATE -> {}
            }
        }
        List<CustomerDraft.StateDraft> states = random.nextInt(3) > 0
                ? List.of()
                : List.of(new CustomerDraft.StateDraft(
                        CustomerState.values()[random.nextInt(CustomerState.values().length)], null, null, null));
        return SomeCustomer.named(ref, "Fay Three")
                .attributes(values)
                .states(states)
                .put(customers);
    }

    private static double number(AttributeDefinition each, Random random) {
        return switch (each.unit()) {
            case "percent" -> random.nextInt(101);
            case "months" -> random.nextInt(200);
            default -> each.key().contains("risk") ? random.nextDouble() : random.nextInt(60);
        };
    }

    private Decision decide(CustomerId customer, Random random) {
        List<String> reasons = vocabulary.keys(Vocabulary.Kind.REASON_OF_CALL);
        return decisions.decide(
                DecisionRequest.of(customer, Channel.CALL_CENTER, reasons.get(random.nextInt(reasons.size()))));
    }

    private static List<String> texts(Explanation why) {
        List<LocalText> texts = new ArrayList<>();
        why.reasons().forEach(each -> texts.add(each.text()));
        why.waiting().forEach(each -> texts.add(each.words()));
        if (why.none() != null) {
            texts.add(why.none());
        }
        if (why.almost() != null) {
            texts.add(why.almost().subject());
            texts.add(why.almost().title());
        }
        if (why.rival() != null) {
            texts.add(why.rival().title());
        }
        return texts.stream()
                .flatMap(each -> java.util.stream.Stream.of(each.en(), each.fr()))
                .toList();
    }
}
