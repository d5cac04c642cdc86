package org.attune.care.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.care.Benefit;
import org.attune.care.Question;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.attune.policy.Rule;
import org.attune.policy.RuleCompiler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * All aids and questions, read once from {@code db/seed/care/}. The rules are those of the product, over the questions as their
 * variables; a broken rule stops the start.
 */
@Component
public class BenefitBook {
    private static final List<String> FILES = List.of("benefits-fr", "benefits-uk", "benefits-au", "benefits-any");

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, LocalText> documents = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** An aid with its rule, compiled. */
    public record Entry(Benefit benefit, Rule rule) {}

    BenefitBook() {
        JsonNode asked = BudgetForm.read("db/seed/care/questions.yaml");
        for (JsonNode each : asked.path("questions")) {
            Question question = question(each);
            questions.put(question.key(), question);
        }
        for (JsonNode each : asked.path("documents")) {
            documents.put(each.path("key").asString(""), BudgetForm.text(each));
        }
        RuleCompiler compiler = new RuleCompiler(new AttributeDictionary(
                questions.values().stream().map(BenefitBook::variable).toList()));
        for (String file : FILES) {
            String country = file.substring(file.indexOf('-') + 1);
            for (JsonNode each : BudgetForm.read("db/seed/care/" + file + ".yaml")) {
                Benefit benefit = benefit(each, country);
                String rule = country.equals("any")
                        ? benefit.rule()
                        : "country == '" + country + "' && (" + benefit.rule() + ")";
                entries.add(new Entry(benefit, compiler.compile(rule)));
            }
        }
    }

    /** The questions by key, in the order of the file. */
    public Map<String, Question> questions() {
        return questions;
    }

    /** All aids. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static Question question(JsonNode node) {
        List<Question.Option> options = new ArrayList<>();
        node.path("options")
                .forEach(
                        each -> options.add(new Question.Option(each.path("key").asString(""), BudgetForm.text(each))));
        return new Question(
                node.path("key").asString(""),
                Question.Type.valueOf(node.path("type").asString("").toUpperCase(Locale.ROOT)),
                BudgetForm.text(node.path("label")),
                node.path("unit").isMissingNode() ? null : node.path("unit").asString(""),
                node.path("personal").asBoolean(false),
                options);
    }

    private static AttributeDefinition variable(Question question) {
        AttributeType type = switch (question.type()) {
            case YESNO -> AttributeType.BOOLEAN;
            case NUMBER -> AttributeType.NUMBER;
            case CHOICE -> AttributeType.CATEGORY;
        };
        return new AttributeDefinition(
                question.key(), type, question.label(), Sensitivity.PERSONAL, false, "answer", "today", "none", false);
    }

    private Benefit benefit(JsonNode node, String country) {
        JsonNode amount = node.path("amount");
        List<LocalText> bring = new ArrayList<>();
        for (JsonNode each : node.path("bring")) {
            LocalText document = documents.get(each.asString(""));
            if (document == null) {
                throw new IllegalStateException("There is no document '" + each.asString("") + "'.");
            }
            bring.add(document);
        }
        return new Benefit(
                node.path("key").asString(""),
                country,
                node.path("topic").asString(""),
                BudgetForm.text(node.path("name")),
                BudgetForm.text(node.path("what")),
                node.path("rule").asString(""),
                new Benefit.Amount(
                        amount.path("from").asInt(0),
                        amount.path("to").asInt(0),
                        amount.path("per").asString("once"),
                        amount.path("currency").asString("EUR")),
                node.path("source").asString(""),
                LocalDate.parse(node.path("checkedOn").asString("")),
                bring);
    }
}
