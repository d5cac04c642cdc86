package org.attune.strategy.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.strategy.Persona;
import org.attune.strategy.StrategyDocument;

/** Personas: what they are and what they ask for exists. Whether they pass is asked when something is to go live. */
final class PersonaCheck implements PartCheck {
    @Override
    public void check(StrategyDocument document, Findings findings) {
        Set<String> actions = document.actions().stream().map(Action::key).collect(Collectors.toSet());
        Set<String> issues = document.issues().stream().map(Issue::key).collect(Collectors.toSet());
        Findings.Keys keys = findings.keys();
        for (Persona persona : document.personas()) {
            String place = "personas[" + persona.key() + "]";
            keys.add(persona.key(), place);
            findings.text(place + ".label", persona.label(), "A persona needs a label.");
            customer(place + ".customer", persona.customer(), actions, findings);
            if (persona.expect().isEmpty()) {
                findings.add(place + ".expect", "A persona expects something: first, among, never or nothing.");
            }
            for (int i = 0; i < persona.expect().size(); i++) {
                expectation(place + ".expect[" + i + "]", persona.expect().get(i), actions, issues, findings);
            }
        }
    }

    private static void customer(String place, Persona.Customer customer, Set<String> actions, Findings findings) {
        customer.attributes().forEach((key, value) -> attribute(place + ".attributes." + key, key, value, findings));
        for (int i = 0; i < customer.states().size(); i++) {
            Persona.State state = customer.states().get(i);
            String at = place + ".states[" + i + "]";
            if (state.state() == null) {
                findings.add(at + ".state", "Say which state: hardship, bereavement ...");
            }
            days(at + ".sinceDays", state.sinceDays(), findings);
            if (state.endedDays() != null) {
                findings.range(at + ".endedDays", state.endedDays(), 0, Math.max(0, state.sinceDays()));
            }
        }
        for (int i = 0; i < customer.signals().size(); i++) {
            Persona.Signal signal = customer.signals().get(i);
            String at = place + ".signals[" + i + "]";
            if (signal.type() == null || signal.type().isBlank()) {
                findings.add(at + ".type", "Say which signal.");
            }
            days(at + ".daysAgo", signal.daysAgo(), findings);
        }
        for (int i = 0; i < customer.past().size(); i++) {
            Persona.Past past = customer.past().get(i);
            String at = place + ".past[" + i + "]";
            findings.known(at + ".action", past.action(), actions, "action");
            if (past.outcome() == null) {
                findings.add(at + ".outcome", "Say what was answered: accepted, declined ...");
            }
            days(at + ".daysAgo", past.daysAgo(), findings);
        }
    }

    private static void days(String place, int days, Findings findings) {
        findings.range(place, days, 0, 3650);
    }

    private static void attribute(String place, String key, Object value, Findings findings) {
        AttributeDefinition definition = findings.dictionary().find(key);
        if (definition == null) {
            findings.add(place, "There is no attribute '" + key + "' in the dictionary.");
            return;
        }
        boolean fits = switch (definition.type()) {
            case NUMBER -> value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
            case CATEGORY -> value instanceof String;
            case DATE -> value instanceof String text && isDay(text);
        };
        if (!fits) {
            String needed = definition.type() == AttributeType.DATE
                    ? "a day such as 2026-05-01"
                    : "a " + definition.type().key();
            findings.add(place, "Must be " + needed + ".");
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void expectation(
            String place, Persona.Expectation expect, Set<String> actions, Set<String> issues, Findings findings) {
        if (expect.kind() == null) {
            findings.add(place + ".kind", "Must be first, among, never or nothing.");
            return;
        }
        boolean names = !expect.actions().isEmpty() || !expect.issues().isEmpty();
        if (expect.kind() == Persona.Kind.NOTHING && names) {
            findings.add(place, "Where nothing is expected, nothing is named.");
        } else if (expect.kind() != Persona.Kind.NOTHING && !names) {
            findings.add(place, "Name the actions or issues it is about.");
        }
        expect.actions().forEach(key -> findings.known(place + ".actions", key, actions, "action"));
        expect.issues().forEach(key -> findings.known(place + ".issues", key, issues, "issue"));
        findings.range(place + ".top", expect.among(), 1, 10);
    }
}
