package org.attune.strategy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attune.customer.CustomerState;
import org.attune.kernel.Channel;
import org.attune.kernel.Keyed;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An invented customer and what must come out for them: a test that a strategy has to pass before it goes live.
 *
 * @param customer what is known about them
 * @param channel where they are met
 * @param reason reason of call, empty when unknown
 * @param expect what must come out, all of it
 */
public record Persona(
        String key,
        LocalText label,
        Customer customer,
        Channel channel,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
        List<Expectation> expect) {
    public Persona {
        customer = customer == null ? Customer.NOBODY : customer;
        channel = channel == null ? Channel.CALL_CENTER : channel;
        reason = reason == null ? "" : reason.strip();
        expect = expect == null ? List.of() : List.copyOf(expect);
    }

    /**
     * What is known about them. Times are days before the day of the test.
     *
     * @param attributes by dictionary key; whatever follows from them (arrears, dissatisfaction) follows here, too
     * @param holdings products
     * @param past earlier offers and their answers
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Customer(
            Language language,
            Map<String, Object> attributes,
            List<String> holdings,
            List<State> states,
            List<Signal> signals,
            Map<String, Boolean> consents,
            Map<String, String> preferences,
            List<Past> past) {
        /** Somebody nothing is known about. */
        public static final Customer NOBODY =
                new Customer(Language.EN, Map.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of());

        public Customer {
            language = language == null ? Language.EN : language;
            attributes = values(attributes);
            holdings = holdings == null ? List.of() : List.copyOf(holdings);
            states = states == null ? List.of() : List.copyOf(states);
            signals = signals == null ? List.of() : List.copyOf(signals);
            consents = sorted(consents);
            preferences = sorted(preferences);
            past = past == null ? List.of() : List.copyOf(past);
        }

        private static Map<String, Object> values(@Nullable Map<String, Object> given) {
            return sorted(given == null ? Map.of() : given).entrySet().stream()
                    .collect(Collectors.collectingAndThen(
                            Collectors.toMap(
                                    Map.Entry::getKey,
                                    each -> each.getValue() instanceof Number number
                                            ? number.doubleValue()
                                            : each.getValue(),
                                    (a, b) -> a,
                                    TreeMap::new),
                            Collections::unmodifiableMap));
        }

        private static <V> Map<String, V> sorted(@Nullable Map<String, V> given) {
            TreeMap<String, V> sorted = new TreeMap<>(given == null ? Map.of() : given);
            sorted.values().removeIf(java.util.Objects::isNull);
            return Collections.unmodifiableMap(sorted);
        }
    }

    /** In a state since so many days; {@code endedDays} ago it ended, null while it lasts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(
            CustomerState state, int sinceDays, @Nullable Integer endedDays) {}

    /** A signal, so many days ago. */
    public record Signal(String type, int daysAgo) {}

    /** An earlier offer and its answer, so many days ago. */
    public record Past(String action, Outcome outcome, int daysAgo) {}

    /**
     * What must come out.
     *
     * @param kind what is asked
     * @param actions keys of actions it is about
     * @param issues keys of issues it is about: any action of them
     * @param top for {@link Kind#AMONG}: how many from the top count, null for three
     * @param because why it matters, for whoever breaks it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Expectation(
            Kind kind,
            List<String> actions,
            List<String> issues,
            @Nullable Integer top,
            @Nullable LocalText because) {
        public Expectation {
            actions = actions == null ? List.of() : List.copyOf(actions);
            issues = issues == null ? List.of() : List.copyOf(issues);
        }

        /** Whether it is about an action. */
        public boolean names(String action, String issue) {
            return actions.contains(action) || issues.contains(issue);
        }

        /** How many from the top count. */
        public int among() {
            return top == null ? 3 : top;
        }
    }

    /** What can be asked of a list. */
    public enum Kind implements Keyed {
        /** One of those named comes first. */
        FIRST,
        /** One of those named is near the top. */
        AMONG,
        /** None of those named is proposed, however far down. */
        NEVER,
        /** Nothing is proposed: the advice is to listen. */
        NOTHING;

        @Override
        @JsonValue
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
        @JsonCreator
        public static Kind of(String key) {
            return Keyed.of(Kind.class, "kind", key);
        }
    }
}
